import { keptSince, MOST_DAYS, requireRetention } from './retention.rules.js';

describe('how long messages stay', () => {
  const now = new Date('2026-03-31T12:00:00Z');

  it.each<[number | null, number | null, string | null]>([
    [null, null, null], [null, 30, '2026-03-01T12:00:00.000Z'], [1, 30, '2026-03-30T12:00:00.000Z'], [90, 30, '2025-12-31T12:00:00.000Z'], [7, null, '2026-03-24T12:00:00.000Z'],
  ])('the channel\'s %s days win over the organization\'s %s', (own, usual, expected) => {
    expect(keptSince(own, usual, now)?.toISOString() ?? null).toBe(expected);
  });

  it('is a number of days, or for ever', () => {
    for (const days of [null, undefined, 1, MOST_DAYS]) expect(() => requireRetention(days)).not.toThrow();
    for (const days of [0, -1, 1.5, MOST_DAYS + 1, Number.NaN]) expect(() => requireRetention(days)).toThrow('Enter a number of days');
  });
});
