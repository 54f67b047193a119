import { defineWorkflow } from '@throughline/platform/kernel';

export const TICKET_STATUSES = ['NEW', 'ASSIGNED', 'IN_PROGRESS', 'WAITING_CLIENT', 'RESOLVED', 'CLOSED', 'REOPENED', 'REJECTED'] as const;
export type TicketStatus = (typeof TICKET_STATUSES)[number];
export type TicketMove = 'ASSIGN' | 'START' | 'WAIT' | 'CONTINUE' | 'RESOLVE' | 'CLOSE' | 'REOPEN' | 'REJECT';

/** TIC-01. */
export const ticketWorkflow = defineWorkflow<TicketStatus, TicketMove>('ticket', {
  ASSIGN: { from: ['NEW', 'ASSIGNED', 'REOPENED'], to: 'ASSIGNED', label: 'Assign' },
  START: { from: ['ASSIGNED'], to: 'IN_PROGRESS', label: 'Start working' },
  WAIT: { from: ['IN_PROGRESS'], to: 'WAITING_CLIENT', label: 'Wait for the client' },
  CONTINUE: { from: ['WAITING_CLIENT'], to: 'IN_PROGRESS', label: 'Continue' },
  RESOLVE: { from: ['ASSIGNED', 'IN_PROGRESS', 'WAITING_CLIENT'], to: 'RESOLVED', label: 'Resolve' },
  CLOSE: { from: ['RESOLVED'], to: 'CLOSED', label: 'Close' },
  REOPEN: { from: ['RESOLVED', 'CLOSED'], to: 'REOPENED', label: 'Reopen' },
  REJECT: { from: ['NEW', 'ASSIGNED', 'REOPENED'], to: 'REJECTED', label: 'Send back' },
});
