import { registerEnumType } from '@nestjs/graphql';

/** Where a ticket stands. */
export const TicketStatusEnum = {
  NEW: 'NEW',
  ASSIGNED: 'ASSIGNED',
  IN_PROGRESS: 'IN_PROGRESS',
  WAITING_CLIENT: 'WAITING_CLIENT',
  RESOLVED: 'RESOLVED',
  CLOSED: 'CLOSED',
  REOPENED: 'REOPENED',
  REJECTED: 'REJECTED',
} as const;
export type TicketStatusEnum = (typeof TicketStatusEnum)[keyof typeof TicketStatusEnum];

registerEnumType(TicketStatusEnum, {
  name: 'TicketStatus',
  description: 'Where a ticket stands.',
  valuesMap: {
    NEW: { description: 'Nobody has taken it yet.' },
    ASSIGNED: { description: 'Somebody has it.' },
    IN_PROGRESS: { description: 'Being worked on.' },
    WAITING_CLIENT: { description: 'The client has to answer.' },
    RESOLVED: { description: 'Done.' },
    CLOSED: { description: 'Done and confirmed.' },
    REOPENED: { description: 'Opened again.' },
    REJECTED: { description: 'Sent back.' },
  },
});

/** What a ticket is for. */
export const TicketKindEnum = {
  ONBOARDING: 'ONBOARDING',
  SUPPORT: 'SUPPORT',
  CHANGE_REQUEST: 'CHANGE_REQUEST',
  COMPLAINT: 'COMPLAINT',
} as const;
export type TicketKindEnum = (typeof TicketKindEnum)[keyof typeof TicketKindEnum];

registerEnumType(TicketKindEnum, {
  name: 'TicketKind',
  description: 'What a ticket is for.',
  valuesMap: {
    ONBOARDING: { description: 'From the won deal to the draft project.' },
    SUPPORT: { description: 'A question or fault.' },
    CHANGE_REQUEST: { description: 'Something beyond the agreed scope.' },
    COMPLAINT: { description: 'Something went wrong.' },
  },
});

/** How urgent a ticket is. */
export const TicketPriorityEnum = {
  LOW: 'LOW',
  NORMAL: 'NORMAL',
  HIGH: 'HIGH',
  URGENT: 'URGENT',
} as const;
export type TicketPriorityEnum = (typeof TicketPriorityEnum)[keyof typeof TicketPriorityEnum];

registerEnumType(TicketPriorityEnum, {
  name: 'TicketPriority',
  description: 'How urgent a ticket is.',
  valuesMap: {
    LOW: { description: 'Can wait.' },
    NORMAL: { description: 'As usual.' },
    HIGH: { description: 'Before the usual ones.' },
    URGENT: { description: 'At once.' },
  },
});

/** A move of a ticket's state machine. */
export const TicketMoveEnum = {
  ASSIGN: 'ASSIGN',
  START: 'START',
  WAIT: 'WAIT',
  CONTINUE: 'CONTINUE',
  RESOLVE: 'RESOLVE',
  CLOSE: 'CLOSE',
  REOPEN: 'REOPEN',
  REJECT: 'REJECT',
} as const;
export type TicketMoveEnum = (typeof TicketMoveEnum)[keyof typeof TicketMoveEnum];

registerEnumType(TicketMoveEnum, {
  name: 'TicketMove',
  description: 'A move of a ticket\'s state machine.',
  valuesMap: {
    ASSIGN: { description: 'Give it to somebody (assignTicket).' },
    START: { description: 'Start working.' },
    WAIT: { description: 'Wait for the client.' },
    CONTINUE: { description: 'Go on.' },
    RESOLVE: { description: 'Done.' },
    CLOSE: { description: 'Done and confirmed.' },
    REOPEN: { description: 'Open it again.' },
    REJECT: { description: 'Send it back.' },
  },
});

/** Where a requirement stands. */
export const RequirementStatusEnum = {
  MISSING: 'MISSING',
  REQUESTED: 'REQUESTED',
  RECEIVED: 'RECEIVED',
  VERIFIED: 'VERIFIED',
  REJECTED: 'REJECTED',
  NOT_NEEDED: 'NOT_NEEDED',
} as const;
export type RequirementStatusEnum = (typeof RequirementStatusEnum)[keyof typeof RequirementStatusEnum];

registerEnumType(RequirementStatusEnum, {
  name: 'RequirementStatus',
  description: 'Where a requirement stands.',
  valuesMap: {
    MISSING: { description: 'Not there yet.' },
    REQUESTED: { description: 'The client was asked.' },
    RECEIVED: { description: 'Here, not checked.' },
    VERIFIED: { description: 'Checked and usable.' },
    REJECTED: { description: 'Not usable.' },
    NOT_NEEDED: { description: 'Not needed for this client.' },
  },
});

/** A move of a requirement. */
export const RequirementMoveEnum = {
  REQUEST: 'REQUEST',
  RECEIVE: 'RECEIVE',
  VERIFY: 'VERIFY',
  REJECT: 'REJECT',
  SKIP: 'SKIP',
  RESET: 'RESET',
} as const;
export type RequirementMoveEnum = (typeof RequirementMoveEnum)[keyof typeof RequirementMoveEnum];

registerEnumType(RequirementMoveEnum, {
  name: 'RequirementMove',
  description: 'A move of a requirement.',
  valuesMap: {
    REQUEST: { description: 'Ask the client.' },
    RECEIVE: { description: 'It arrived.' },
    VERIFY: { description: 'It is usable.' },
    REJECT: { description: 'It is not usable.' },
    SKIP: { description: 'It is not needed.' },
    RESET: { description: 'Start over.' },
  },
});
