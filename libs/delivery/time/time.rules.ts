import { refuse } from '@throughline/platform/kernel';

export const DAY_MINUTES = 24 * 60;

/** Worked time as somebody gives it: minutes on a day, or exact times. */
export interface WorkedTime {
  /** YYYY-MM-DD */
  workedOn?: string | null;
  minutes?: number | null;
  startedAt?: Date | null;
  endedAt?: Date | null;
}

/** The same as it is stored. */
export interface StoredTime {
  workedOn: string;
  minutes: number;
  startedAt: Date | null;
  endedAt: Date | null;
}

/**
 * Checks worked time and completes it: exact times give the minutes and the day they began on.
 *
 * @param today YYYY-MM-DD where the organization is
 * @param timeZone IANA name of the organization's zone
 * @throws AppError VALIDATION_FAILED: neither or both kinds, in the future, no length, more than a day
 */
export function storedTime(input: WorkedTime, now: Date, today: string, timeZone: string): StoredTime {
  const { startedAt, endedAt } = input;
  if (startedAt || endedAt) {
    if (!startedAt || !endedAt) throw refuse('VALIDATION_FAILED', 'Give both the start and the end, or minutes on a day.', startedAt ? 'endedAt' : 'startedAt');
    if (input.minutes != null) throw refuse('VALIDATION_FAILED', 'Give exact times or minutes, not both.', 'minutes');
    if (endedAt.getTime() > now.getTime()) throw refuse('VALIDATION_FAILED', 'Time cannot be logged in the future.', 'endedAt');
    const minutes = Math.round((endedAt.getTime() - startedAt.getTime()) / 60_000);
    return { workedOn: dayOf(startedAt, timeZone), minutes: checked(minutes, 'endedAt'), startedAt, endedAt };
  }
  const workedOn = input.workedOn ?? today;
  if (input.minutes == null) throw refuse('VALIDATION_FAILED', 'Say how many minutes, or from when to when.', 'minutes');
  if (workedOn > today) throw refuse('VALIDATION_FAILED', 'Time cannot be logged in the future.', 'workedOn');
  return { workedOn, minutes: checked(input.minutes, 'minutes'), startedAt: null, endedAt: null };
}

/** The calendar day of an instant in a zone, as YYYY-MM-DD. */
export function dayOf(instant: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(instant);
}

function checked(minutes: number, path: string): number {
  if (!Number.isInteger(minutes) || minutes < 1) throw refuse('VALIDATION_FAILED', 'Log at least one minute.', path);
  if (minutes > DAY_MINUTES) throw refuse('VALIDATION_FAILED', 'A day has 24 hours. Split the entry.', path);
  return minutes;
}
