import { basisPointsOf, percentOf } from './figure.js';

describe('figures', () => {
  it('are null without live work', () => {
    expect(basisPointsOf({ total: 0n, done: 0n })).toBeNull();
    expect(percentOf({ total: 0n, done: 0n })).toBeNull();
  });

  it.each([
    [3n, 10_000n, 3_333, 33],
    [3n, 20_000n, 6_666, 66],
    [1_000_000n, 9_999_999_999n, 9_999, 99],
    [1n, 10_000n, 10_000, 100],
    [7n, 0n, 0, 0],
  ])('of %s weighing with %s done round down', (total, done, basisPoints, percent) => {
    expect(basisPointsOf({ total, done })).toBe(basisPoints);
    expect(percentOf({ total, done })).toBe(percent);
  });
});
