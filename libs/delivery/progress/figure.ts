import type { Sums } from './completion.js';

/**
 * The progress of a node. Rounds down, so that nothing unfinished ever shows as finished.
 *
 * @returns 0 to 10,000 basis points; null when no live work lies below the node
 */
export function basisPointsOf(sums: Readonly<Sums>): number | null {
  return sums.total === 0n ? null : Number(sums.done / sums.total);
}

/** @returns whole percent, rounded down; null as in `basisPointsOf` */
export function percentOf(sums: Readonly<Sums>): number | null {
  const basisPoints = basisPointsOf(sums);
  return basisPoints === null ? null : Math.floor(basisPoints / 100);
}
