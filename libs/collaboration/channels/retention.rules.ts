import { refuse } from '@throughline/platform/kernel';

/** A hundred years: as good as for ever, where the organization's default is shorter. */
export const MOST_DAYS = 36_500;

/** @throws AppError VALIDATION_FAILED unless it is a number of days, or nothing */
export function requireRetention(days: number | null | undefined, path = 'retentionDays'): void {
  if (days === null || days === undefined) return;
  if (!Number.isInteger(days) || days < 1 || days > MOST_DAYS) throw refuse('VALIDATION_FAILED', `Enter a number of days from 1 to ${MOST_DAYS.toLocaleString('en')}, or nothing.`, path);
}

/** From when on messages stay; null: all of them do. @param own the channel's days @param usual the organization's */
export function keptSince(own: number | null, usual: number | null, now: Date): Date | null {
  const days = own ?? usual;
  return days === null ? null : new Date(now.getTime() - days * 86_400_000);
}
