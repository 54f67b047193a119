import { barsOf, comparison, countsText, hourRange } from './security-words';

describe('the security monitor', () => {
  const now = new Date('2026-11-21T10:20:00.000Z');

  it('draws every hour, also those without anything, and only of what is asked', () => {
    const bars = barsOf([{ at: '2026-11-21T09:00:00.000Z', key: 'EXPORTED', count: 4 }, { at: '2026-11-21T09:00:00.000Z', key: 'ALERT', count: 9 }], 'EXPORTED', 24, now);
    expect([bars.length, bars[0]?.at, bars.at(-1)?.at]).toEqual([25, '2026-11-20T10:00:00.000Z', '2026-11-21T10:00:00.000Z']);
    expect(bars.filter(({ count }) => count > 0)).toEqual([{ at: '2026-11-21T09:00:00.000Z', count: 4 }]);
  });

  it('says how it compares, what it was, and which hour a bar is', () => {
    expect([comparison(5, 2, 24), comparison(1, 4, 168), comparison(2, 2, 24)]).toEqual(['3 more than in the 24 hours before', '3 fewer than in the 7 days before', 'as many as in the 24 hours before']);
    expect(countsText([{ key: 'EXPORTED', count: 1 }, { key: 'SIGN_IN_REFUSED', count: 3 }])).toBe('3 failed sign-ins · 1 export');
    expect(hourRange('2026-11-21T09:00:00.000Z')).toBe('2026-11-21T09:00:00.000Z..2026-11-21T10:00:00.000Z');
  });
});
