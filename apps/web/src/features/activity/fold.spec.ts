import { type Foldable, foldActivity } from './fold';

let number = 100;
/** The newest first: each is older than the one made before. */
const entry = (facts: Partial<Foldable> = {}, minutesAgo = 100 - number): Foldable => ({
  id: String((number -= 1)), kind: 'task.completed', subject: 'task', recordId: `r${number}`, contextId: 'p1', actorId: 'ben', actorTier: 'EMPLOYEE',
  occurredAt: new Date(Date.parse('2026-11-21T12:00:00Z') - minutesAgo * 60_000).toISOString(), ...facts,
});
const shape = (entries: readonly Foldable[], zone = 'UTC') => foldActivity(entries, zone).map(({ day, lines }) => [day, lines.map((line) => line.entries.length)]);

describe('folding', () => {
  beforeEach(() => (number = 100));

  it('takes the same done to several records of one place together', () => {
    expect(shape([entry(), entry(), entry()])).toEqual([['2026-11-21', [3]]]);
    expect(shape([entry(), entry({ contextId: 'p2' }), entry({ kind: 'task.created' })])).toEqual([['2026-11-21', [1, 1, 1]]]);
  });

  it('takes whatever one person did to one record together', () => {
    expect(shape([entry({ recordId: 'x', kind: 'task.completed' }), entry({ recordId: 'x', kind: 'task.updated' }), entry({ recordId: 'x', kind: 'task.created' })])).toEqual([['2026-11-21', [3]]]);
  });

  it('does not mix the two, nor people, nor strangers', () => {
    const mixed = [entry({ recordId: 'x' }), entry({ recordId: 'x', kind: 'task.updated' }), entry({ recordId: 'y' })];
    expect(shape(mixed)).toEqual([['2026-11-21', [2, 1]]]);
    expect(shape([entry({ recordId: 'x' }), entry({ recordId: 'x', actorId: 'ana' })])).toEqual([['2026-11-21', [1, 1]]]);
    expect(shape([entry({ actorId: null }), entry({ actorId: null })])).toEqual([['2026-11-21', [1, 1]]]);
  });

  it('goes on past what others did between, and begins anew after a pause', () => {
    expect(shape([entry({ recordId: 'x' }), entry({ actorId: 'ana' }), entry({ recordId: 'x' })])).toEqual([['2026-11-21', [2, 1]]]);
    expect(shape([entry({ recordId: 'x' }, 0), entry({ recordId: 'x' }, 61)])).toEqual([['2026-11-21', [1, 1]]]);
  });

  it('keeps days of the person\'s zone apart, and the line\'s name when newer ones join', () => {
    const entries = [entry({ recordId: 'x' }, 0), entry({ recordId: 'x' }, 30)];
    expect(shape(entries, 'Pacific/Kiritimati')).toEqual([['2026-11-22', [2]]]);
    expect(shape([entry({ recordId: 'x' }, 11 * 60 + 45), entry({ recordId: 'x' }, 12 * 60 + 15)])).toEqual([['2026-11-21', [1]], ['2026-11-20', [1]]]);
    expect(foldActivity(entries, 'UTC')[0]?.lines[0]?.id).toBe(entries[1]?.id);
  });
});
