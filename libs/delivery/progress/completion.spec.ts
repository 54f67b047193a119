import { completionOf, leafSums } from './completion.js';
import type { LeafStatus } from './work-status.js';

describe('completionOf', () => {
  it.each<[LeafStatus, number, number]>([
    ['TODO', 0, 0],
    ['TODO', 10_000, 0],
    ['IN_PROGRESS', 0, 0],
    ['IN_PROGRESS', 4_321, 4_321],
    ['IN_PROGRESS', 9_500, 9_500],
    ['IN_PROGRESS', 9_501, 9_500],
    ['IN_PROGRESS', 10_000, 9_500],
    ['REVIEW', 0, 9_000],
    ['REVIEW', 9_000, 9_000],
    ['REVIEW', 9_600, 9_600],
    ['REVIEW', 9_999, 9_999],
    ['REVIEW', 10_000, 9_999],
    ['BLOCKED', 0, 0],
    ['BLOCKED', 7_000, 7_000],
    ['BLOCKED', 10_000, 10_000],
    ['COMPLETED', 0, 10_000],
    ['COMPLETED', 10_000, 10_000],
  ])('%s with a report of %i counts %i', (status, report, completion) => {
    expect(completionOf(status, report)).toBe(completion);
  });
});

describe('leafSums', () => {
  it('is the weight and the weight times the completion', () => {
    expect(leafSums({ weight: 90n, report: 5_000, status: 'IN_PROGRESS' })).toEqual({ total: 90n, done: 450_000n });
  });
});
