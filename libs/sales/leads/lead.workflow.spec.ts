import { AppError } from '@throughline/platform/kernel';
import { LEAD_MOVES, LEAD_STATUSES, leadWorkflow, type LeadMove, type LeadStatus } from './lead.workflow.js';

/** The whole table once more, written the other way round: every pair that is not here must be refused. */
const EXPECTED: Record<LeadStatus, Partial<Record<LeadMove, LeadStatus>>> = {
  NEW: { CONTACT: 'CONTACTED', QUALIFY: 'QUALIFIED', LOSE: 'LOST', DISQUALIFY: 'DISQUALIFIED' },
  CONTACTED: { QUALIFY: 'QUALIFIED', LOSE: 'LOST', DISQUALIFY: 'DISQUALIFIED' },
  QUALIFIED: { CONVERT: 'CONVERTED', LOSE: 'LOST', DISQUALIFY: 'DISQUALIFIED' },
  CONVERTED: {},
  LOST: { REOPEN: 'NEW' },
  DISQUALIFIED: { REOPEN: 'NEW' },
};

const pairs = LEAD_STATUSES.flatMap((status) => LEAD_MOVES.map((move) => [status, move] as const));

describe('leadWorkflow', () => {
  it.each(pairs)('%s, %s', (status, move) => {
    const to = EXPECTED[status][move];
    if (to) {
      expect(leadWorkflow.apply(status, move)).toBe(to);
      return;
    }
    expect(() => leadWorkflow.apply(status, move)).toThrow(AppError);
    try {
      leadWorkflow.apply(status, move);
    } catch (error) {
      const problem = (error as AppError).problems[0]!;
      expect(problem.code).toBe('ILLEGAL_TRANSITION');
      expect(problem.message).toContain(status);
      expect(problem.message).toContain(move);
      expect(problem.details).toEqual({ state: status, move, allowedMoves: LEAD_MOVES.filter((name) => EXPECTED[status][name]) });
    }
  });

  it.each(LEAD_STATUSES)('offers for %s exactly what may be done, and says why the rest may not', (status) => {
    for (const offer of leadWorkflow.offers(status)) {
      expect(offer.allowed).toBe(EXPECTED[status][offer.move] !== undefined);
      expect(offer.reason).toBe(offer.allowed ? null : `Not possible while it is ${status}.`);
    }
  });
});
