import { refuse } from '@throughline/platform/kernel';

/** What a leaf weighs. The outermost project's mode holds for its whole tree, sub-projects included. */
export const PROGRESS_MODES = ['ESTIMATE', 'POINTS', 'COUNT'] as const;
export type ProgressMode = (typeof PROGRESS_MODES)[number];

/** What people said a task will take; both are kept, whichever of them weighs. */
export interface Effort {
  estimateMinutes: number | null;
  points: number | null;
}

/** A task that nobody estimated is planned as an hour: shown, and open to change, instead of counting as one minute. */
export const DEFAULT_ESTIMATE_MINUTES = 60;
/** Sums of a tree stay far inside a bigint with this bound on one leaf. */
export const WEIGHT_AT_MOST = 10_000_000;

/** @returns the weight of a leaf with this effort, at least 1 */
export function weightOf(mode: ProgressMode, effort: Effort): bigint {
  switch (mode) {
    case 'ESTIMATE':
      return BigInt(Math.max(1, effort.estimateMinutes ?? DEFAULT_ESTIMATE_MINUTES));
    case 'POINTS':
      return BigInt(Math.max(1, effort.points ?? 1));
    case 'COUNT':
      return 1n;
  }
}

/**
 * The effort after somebody gave a leaf another weight.
 *
 * @throws AppError VALIDATION_FAILED for a weight out of bounds, PRECONDITION_FAILED where every task counts the same
 */
export function effortWith(mode: ProgressMode, effort: Effort, weight: number): Effort {
  if (!Number.isInteger(weight) || weight < 1 || weight > WEIGHT_AT_MOST) {
    throw refuse('VALIDATION_FAILED', `A weight is a whole number from 1 to ${WEIGHT_AT_MOST.toLocaleString('en')}.`, 'weight');
  }
  switch (mode) {
    case 'ESTIMATE':
      return { ...effort, estimateMinutes: weight };
    case 'POINTS':
      return { ...effort, points: weight };
    case 'COUNT':
      throw refuse('PRECONDITION_FAILED', 'In this project every task counts the same, so a task has no weight of its own.', 'weight');
  }
}
