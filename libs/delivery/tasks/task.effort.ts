import { type Effort, WEIGHT_AT_MOST } from '@throughline/delivery/progress';
import { refuse } from '@throughline/platform/kernel';

/** @throws AppError VALIDATION_FAILED for an estimate or points that make no weight */
export function requireEffort({ estimateMinutes, points }: Partial<Effort>): void {
  const check = (value: number | null | undefined, path: string, what: string): void => {
    if (value != null && (!Number.isInteger(value) || value < 1 || value > WEIGHT_AT_MOST)) {
      throw refuse('VALIDATION_FAILED', `${what} from 1 to ${WEIGHT_AT_MOST.toLocaleString('en')}.`, path);
    }
  };
  check(estimateMinutes, 'estimateMinutes', 'An estimate is a whole number of minutes');
  check(points, 'points', 'Points are a whole number');
}
