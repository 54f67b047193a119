import { basisPointsOf } from './figure.js';
import { FULL, type Sums } from './completion.js';

/** One line of "why 62 %?". */
export interface Share {
  /** How much of the whole's weight this part is, in basis points. */
  share: number;
  /** The part's own progress; null when no live work lies in it. */
  completion: number | null;
  /** How many basis points of the whole's figure come from this part. */
  contribution: number;
}

/**
 * Splits a whole among its parts so that the whole numbers add up to it: each part gets its exact share rounded down, and
 * the basis points that rounding left over go, one each, to the parts that lost most (AHEAD-02).
 *
 * @param whole the number to split
 * @param parts exact sizes; the exact share of a part is its size / unit
 * @param unit what one of `whole` is worth
 * @returns one number for each part, each at most 1 from its exact share
 */
export function apportion(whole: number, parts: readonly bigint[], unit: bigint): number[] {
  if (unit === 0n) return parts.map(() => 0);
  const result = parts.map((part) => Number(part / unit));
  let left = whole - result.reduce((sum, share) => sum + share, 0);
  const byLoss = parts.map((part, index) => ({ index, lost: part % unit })).sort((a, b) => (a.lost < b.lost ? 1 : a.lost > b.lost ? -1 : a.index - b.index));
  for (const { index, lost } of byLoss) {
    if (left <= 0 || lost === 0n) break;
    result[index] = result[index]! + 1;
    left -= 1;
  }
  return result;
}

/**
 * The lines that explain a figure, one for each part of the whole.
 *
 * @param figure what the whole shows, or the contribution it was given in the figure of something larger
 * @param share what the whole was given of that larger thing's weight; 10,000 at the top
 * @param top the sums of the node whose figure is explained
 * @param parts the sums that the whole's children contribute (cancelled ones contribute nothing)
 */
export function explain(figure: number, share: number, top: Sums, parts: readonly Sums[]): Share[] {
  const contributions = apportion(figure, parts.map((part) => part.done), top.total);
  const shares = apportion(share, parts.map((part) => part.total * BigInt(FULL)), top.total);
  return parts.map((part, index) => ({
    share: shares[index]!, completion: basisPointsOf(part), contribution: contributions[index]!,
  }));
}
