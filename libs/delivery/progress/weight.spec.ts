import { effortWith, weightOf } from './weight.js';

const effort = (estimateMinutes: number | null, points: number | null) => ({ estimateMinutes, points });

describe('weightOf', () => {
  it('is what the mode says, at least 1', () => {
    expect(weightOf('ESTIMATE', effort(480, 3))).toBe(480n);
    expect(weightOf('ESTIMATE', effort(0, 3))).toBe(1n);
    expect(weightOf('ESTIMATE', effort(null, 3))).toBe(60n);
    expect(weightOf('POINTS', effort(480, 3))).toBe(3n);
    expect(weightOf('POINTS', effort(480, null))).toBe(1n);
    expect(weightOf('COUNT', effort(480, 3))).toBe(1n);
  });
});

describe('effortWith', () => {
  it('changes what weighs in this mode', () => {
    expect(effortWith('ESTIMATE', effort(60, 3), 90)).toEqual(effort(90, 3));
    expect(effortWith('POINTS', effort(60, 3), 8)).toEqual(effort(60, 8));
  });

  it('refuses weights out of bounds, and any weight where tasks only count', () => {
    for (const weight of [0, -1, 1.5, 10_000_001]) {
      expect(() => effortWith('ESTIMATE', effort(60, 3), weight)).toThrow('A weight is a whole number from 1 to 10,000,000.');
    }
    expect(() => effortWith('COUNT', effort(60, 3), 2)).toThrow('In this project every task counts the same');
  });
});
