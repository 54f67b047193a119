import type { LeafStatus } from './work-status.js';

/** 10,000 basis points are 100 %. */
export const FULL = 10_000;
/** Work that goes on is never counted as nearly finished (domain.md). */
export const IN_PROGRESS_AT_MOST = 9_500;
/** Work handed in counts at least this much ... */
export const REVIEW_AT_LEAST = 9_000;
/** ... and never as done before somebody accepted it. */
export const REVIEW_AT_MOST = 9_999;

/** The work of a leaf as people enter it; an inner node keeps its own from the time when it was a leaf. */
export interface OwnWork {
  /** Minutes, points or 1, as the outermost project's progress mode says; at least 1. */
  weight: bigint;
  /** The share the member reported, 0 to 10,000 basis points. */
  report: number;
  status: LeafStatus;
}

/** Two integers from which every figure is made: the weight below a node and that weight times its completion. */
export interface Sums {
  total: bigint;
  done: bigint;
}

export const NOTHING: Readonly<Sums> = Object.freeze({ total: 0n, done: 0n });

/**
 * A leaf's completion as a function of its status and report (domain.md, "Work tree and progress").
 *
 * @returns 0 to 10,000 basis points
 */
export function completionOf(status: LeafStatus, report: number): number {
  switch (status) {
    case 'TODO':
      return 0;
    case 'IN_PROGRESS':
      return Math.min(report, IN_PROGRESS_AT_MOST);
    case 'REVIEW':
      return Math.min(Math.max(report, REVIEW_AT_LEAST), REVIEW_AT_MOST);
    case 'BLOCKED':
      return report;
    case 'COMPLETED':
      return FULL;
  }
}

/** What a live leaf puts into the sums of everything above it. */
export function leafSums(own: OwnWork): Sums {
  return { total: own.weight, done: own.weight * BigInt(completionOf(own.status, own.report)) };
}
