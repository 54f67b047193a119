import { completeness, REQUIREMENT_STATUSES, type RequirementMove, type RequirementStatus, requirementWorkflow } from './requirements.js';
import { TICKET_STATUSES, type TicketMove, type TicketStatus, ticketWorkflow } from './ticket.workflow.js';

const item = (status: RequirementStatus, required = true) => ({ status, required });

describe('completeness', () => {
  it.each([
    ['nothing required', [item('MISSING', false)], 10_000],
    ['nothing at all', [], 10_000],
    ['one of three verified', [item('VERIFIED'), item('RECEIVED'), item('MISSING')], 3_333],
    ['what is not needed does not count', [item('VERIFIED'), item('NOT_NEEDED')], 10_000],
    ['optional ones do not count', [item('MISSING'), item('VERIFIED', false)], 0],
    ['received is not verified', [item('RECEIVED')], 0],
  ] as const)('%s', (_, requirements, expected) => {
    expect(completeness(requirements)).toBe(expected);
  });
});

/** The whole table of a workflow: state to the moves that may start there. */
function table<State extends string, Move extends string>(states: readonly State[], workflow: { offers(state: State): { move: Move; allowed: boolean }[] }): Record<string, string> {
  return Object.fromEntries(states.map((state) => [state, workflow.offers(state).filter((offer) => offer.allowed).map((offer) => offer.move).join(' ')]));
}

describe('workflows of tickets', () => {
  it('requirements move as written', () => {
    expect(table<RequirementStatus, RequirementMove>(REQUIREMENT_STATUSES, requirementWorkflow)).toEqual({
      MISSING: 'REQUEST RECEIVE SKIP', REQUESTED: 'RECEIVE SKIP', RECEIVED: 'VERIFY REJECT RESET', VERIFIED: 'REJECT RESET',
      REJECTED: 'REQUEST RECEIVE SKIP', NOT_NEEDED: 'RESET',
    });
  });

  it('tickets move as written', () => {
    expect(table<TicketStatus, TicketMove>(TICKET_STATUSES, ticketWorkflow)).toEqual({
      NEW: 'ASSIGN REJECT', ASSIGNED: 'ASSIGN START RESOLVE REJECT', IN_PROGRESS: 'WAIT RESOLVE', WAITING_CLIENT: 'CONTINUE RESOLVE',
      RESOLVED: 'CLOSE REOPEN', CLOSED: 'REOPEN', REOPENED: 'ASSIGN REJECT', REJECTED: '',
    });
  });
});
