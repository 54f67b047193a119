import type { ConsumedEvent } from '@throughline/platform/events';

/** To whom the ball goes: the department of a stage, or what the event says of the record. */
export type Receiver = { stage: number; kind: string } | 'RECORD_DEPARTMENT' | 'RECORD_OWNER';

/** What an event of the line does to hand-offs: how it answers the record's open one, and whether it passes the ball on. */
export interface Handover {
  /** What it says of the open hand-off of the record itself. */
  answers?: 'ACCEPT' | 'RETURN' | 'WITHDRAW';
  /** Records of `related` whose open hand-off it fulfils: the ticket fulfils the deal's. */
  fulfilsRelated?: boolean;
  passes?: { to: Receiver; step: string; items?: readonly string[] };
  /** Only when the event says so. */
  when?: (event: ConsumedEvent) => boolean;
}

const becomes = (status: string) => (event: ConsumedEvent): boolean => event.changes['status']?.after === status;

/**
 * The nine stages as the ball sees them (product.md, "The nine stages"; ORG-04): won deal -> onboarding ticket -> agent ->
 * approval -> lead. Several lines of one kind are tried in order.
 */
export const LINE: Readonly<Record<string, readonly Handover[]>> = {
  'deal.won': [{ passes: { to: { stage: 4, kind: 'SUPPORT' }, step: 'Open the onboarding ticket', items: ['Client and contact are complete', 'What was sold is on the quote'] } }],
  'deal.reopened': [{ answers: 'WITHDRAW' }],
  'ticket.opened': [{ fulfilsRelated: true, passes: { to: 'RECORD_DEPARTMENT', step: 'Validate the ticket and choose an agent' } }],
  'ticket.validated': [{ answers: 'ACCEPT', passes: { to: 'RECORD_OWNER', step: 'Collect the requirements and fix the scope' } }],
  'ticket.assigned': [{ answers: 'ACCEPT', passes: { to: 'RECORD_OWNER', step: 'Take over the ticket' } }],
  'ticket.status_changed': [{ when: becomes('IN_PROGRESS'), answers: 'ACCEPT' }, { when: becomes('REJECTED'), answers: 'RETURN' }],
  'ticket.scoped': [{ answers: 'ACCEPT' }],
  'project.submitted': [{ passes: { to: 'RECORD_DEPARTMENT', step: 'Judge the project' } }],
  'project.withdrawn': [{ answers: 'WITHDRAW' }],
  'project.returned': [{ answers: 'RETURN' }],
  'project.rejected': [{ answers: 'RETURN' }],
  'project.approved': [{ answers: 'ACCEPT', passes: { to: 'RECORD_OWNER', step: 'Break the work down and assign it' } }],
};

/** Why something came back, in the words of whoever sent it back. */
export function reasonOf(event: ConsumedEvent): string {
  for (const field of ['reason', 'conditions', 'note']) {
    const said = event.changes[field]?.after;
    if (typeof said === 'string' && said.trim()) return said;
  }
  return 'No reason was given.';
}
