import type { RequirementKind, RequirementMove, RequirementStatus, TicketKind, TicketPriority, TicketStatus } from '@/gql/tickets/tickets';
import type { Tone } from '@/lib/tone';

export const ticketStatusLabel: Readonly<Record<TicketStatus, string>> = {
  NEW: 'New', ASSIGNED: 'Assigned', IN_PROGRESS: 'In progress', WAITING_CLIENT: 'Waiting for client', RESOLVED: 'Resolved', CLOSED: 'Closed', REOPENED: 'Reopened', REJECTED: 'Sent back',
};
export const ticketStatusTone: Readonly<Record<TicketStatus, Tone>> = {
  NEW: 'info', ASSIGNED: 'accent', IN_PROGRESS: 'accent', WAITING_CLIENT: 'warning', RESOLVED: 'success', CLOSED: 'neutral', REOPENED: 'warning', REJECTED: 'danger',
};
export const ticketKindLabel: Readonly<Record<TicketKind, string>> = { ONBOARDING: 'Onboarding', SUPPORT: 'Support', CHANGE_REQUEST: 'Change request', COMPLAINT: 'Complaint' };
export const ticketPriorityLabel: Readonly<Record<TicketPriority, string>> = { LOW: 'Low', NORMAL: 'Normal', HIGH: 'High', URGENT: 'Urgent' };

export const requirementStatusLabel: Readonly<Record<RequirementStatus, string>> = {
  MISSING: 'Missing', REQUESTED: 'Asked for', RECEIVED: 'Received', VERIFIED: 'Verified', REJECTED: 'Not usable', NOT_NEEDED: 'Not needed',
};
export const requirementStatusTone: Readonly<Record<RequirementStatus, Tone>> = {
  MISSING: 'neutral', REQUESTED: 'info', RECEIVED: 'accent', VERIFIED: 'success', REJECTED: 'danger', NOT_NEEDED: 'neutral',
};
export const requirementKindLabel: Readonly<Record<RequirementKind, string>> = { INFORMATION: 'Information', DOCUMENT: 'Document', ACCESS: 'Access' };

/** The moves a requirement offers in each state, the usual next one first; the server has the last word. */
export const requirementMoves: Readonly<Record<RequirementStatus, readonly { move: RequirementMove; label: string }[]>> = {
  MISSING: [{ move: 'RECEIVE', label: 'Received' }, { move: 'REQUEST', label: 'Ask the client' }, { move: 'SKIP', label: 'Not needed' }],
  REQUESTED: [{ move: 'RECEIVE', label: 'Received' }, { move: 'SKIP', label: 'Not needed' }],
  RECEIVED: [{ move: 'VERIFY', label: 'Verify' }, { move: 'REJECT', label: 'Not usable' }, { move: 'RESET', label: 'Start over' }],
  VERIFIED: [{ move: 'REJECT', label: 'Not usable' }, { move: 'RESET', label: 'Start over' }],
  REJECTED: [{ move: 'RECEIVE', label: 'Received' }, { move: 'REQUEST', label: 'Ask again' }, { move: 'SKIP', label: 'Not needed' }],
  NOT_NEEDED: [{ move: 'RESET', label: 'Needed after all' }],
};

/** Stage 5's checkpoints; the keys are the API's. */
export const CHECKPOINTS = [
  { key: 'CUSTOMER', label: 'The customer’s name and address are right' },
  { key: 'CONTACT', label: 'There is a contact who can be reached' },
  { key: 'SERVICES', label: 'The services match what was sold' },
  { key: 'BUDGET', label: 'Budget and payment terms are settled' },
] as const;
