import { type Day, dayOf, instantOf, plusDays, weekdayOf } from './zoned-time.js';

export const WEEKDAYS = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** A time of the week at which the organization works; times as `09:00`, closing at `24:00` at the latest. */
export interface OpeningTime {
  day: Weekday;
  opens: string;
  closes: string;
}

/** When an organization works. Opening times of one day do not overlap. */
export interface BusinessCalendar {
  /** IANA name. */
  timeZone: string;
  hours: readonly OpeningTime[];
  /** Days off, whatever their weekday. */
  holidays: readonly Day[];
}

const MINUTE = 60_000;
/** Beyond ten years somebody has set hours that cannot be meant. */
const FARTHEST_DAYS = 3_660;

/** `09:30` as minutes since midnight; null when it is no time of day. */
export function minutesOf(time: string): number | null {
  const match = /^(\d\d):(\d\d)$/.exec(time);
  const minutes = match ? Number(match[1]) * 60 + Number(match[2]) : -1;
  return match && Number(match[2]) < 60 && minutes <= 1_440 ? minutes : null;
}

/**
 * Minutes of business between two instants; 0 when they are the same or the wrong way round.
 * Hours that a clock change skips do not count, those that it repeats count twice.
 */
export function businessMinutesBetween(calendar: BusinessCalendar, from: Date, to: Date): number {
  let total = 0;
  // Local days can differ from UTC's by one on either side.
  for (let day = plusDays(dayOf(calendar.timeZone, from.getTime()), -1); day <= dayOf(calendar.timeZone, to.getTime()); day = plusDays(day, 1)) {
    for (const [opens, closes] of openingsOf(calendar, day)) {
      total += Math.max(0, Math.min(closes, to.getTime()) - Math.max(opens, from.getTime()));
    }
  }
  return total / MINUTE;
}

/**
 * The instant at which so many minutes of business have passed: when a promise of "within 8 working hours" is due.
 *
 * @param minutes 0 or more; with 0 it is the start itself
 * @returns null when the organization does not work that much within ten years
 */
export function addBusinessMinutes(calendar: BusinessCalendar, from: Date, minutes: number): Date | null {
  let left = minutes * MINUTE;
  if (left <= 0) return from;
  let day = plusDays(dayOf(calendar.timeZone, from.getTime()), -1);
  for (let count = 0; count < FARTHEST_DAYS; count++, day = plusDays(day, 1)) {
    for (const [opens, closes] of openingsOf(calendar, day)) {
      const start = Math.max(opens, from.getTime());
      if (closes <= start) continue;
      if (closes - start >= left) return new Date(start + left);
      left -= closes - start;
    }
  }
  return null;
}

/** The periods of a local day as instants, in order. */
function openingsOf({ timeZone, hours, holidays }: BusinessCalendar, day: Day): [number, number][] {
  if (holidays.includes(day)) return [];
  const weekday = WEEKDAYS[weekdayOf(day)];
  return hours.filter((opening) => opening.day === weekday)
    .map(({ opens, closes }): [number, number] => [instantOf(timeZone, day, minutesOf(opens) ?? 0), instantOf(timeZone, day, minutesOf(closes) ?? 0)])
    .sort(([a], [b]) => a - b);
}
