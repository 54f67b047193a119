/** A calendar day without a time zone: `2026-11-21`. */
export type Day = string;

const DAY_MS = 86_400_000;
const formatters = new Map<string, Intl.DateTimeFormat>();

/**
 * How far local time is ahead of UTC at an instant, in milliseconds (negative west of Greenwich).
 *
 * @param timeZone IANA name
 */
export function offsetAt(timeZone: string, instant: number): number {
  const parts: Record<string, number> = {};
  for (const { type, value } of formatterOf(timeZone).formatToParts(instant)) parts[type] = Number(value);
  const local = Date.UTC(parts['year']!, parts['month']! - 1, parts['day'], parts['hour'], parts['minute'], parts['second']);
  return local - Math.floor(instant / 1_000) * 1_000;
}

/** The local day an instant lies in. */
export function dayOf(timeZone: string, instant: number): Day {
  return new Date(instant + offsetAt(timeZone, instant)).toISOString().slice(0, 10);
}

/** The day so many days later (or earlier, when negative). */
export function plusDays(day: Day, days: number): Day {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}

/** 0 = Monday ... 6 = Sunday. */
export function weekdayOf(day: Day): number {
  return (new Date(day).getUTCDay() + 6) % 7;
}

/**
 * The instant of a local time of day. A time that a clock change skips is the moment of the change; one that it repeats
 * is the first of the two.
 *
 * @param minutes since local midnight, 0 to 1,440 (midnight at the end of the day)
 */
export function instantOf(timeZone: string, day: Day, minutes: number): number {
  const wall = Date.parse(day) + minutes * 60_000;
  // The offsets around the time: before and after any change of that day.
  const [early, late] = [offsetAt(timeZone, wall - DAY_MS), offsetAt(timeZone, wall + DAY_MS)];
  const candidates = [wall - early, wall - late].filter((instant) => instant + offsetAt(timeZone, instant) === wall);
  return candidates.length > 0 ? Math.min(...candidates) : changeBetween(timeZone, wall - Math.max(early, late), wall - Math.min(early, late));
}

/** The instant within these bounds where the offset changes, to the second. */
function changeBetween(timeZone: string, from: number, to: number): number {
  const before = offsetAt(timeZone, from);
  let [low, high] = [from, to];
  while (high - low > 1_000) {
    const middle = low + Math.floor((high - low) / 2_000) * 1_000;
    if (offsetAt(timeZone, middle) === before) low = middle;
    else high = middle;
  }
  return high;
}

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(timeZone);
  if (!formatter) {
    const number = 'numeric';
    formatter = new Intl.DateTimeFormat('en-US', { timeZone, calendar: 'iso8601', hourCycle: 'h23', year: number, month: number, day: number, hour: number, minute: number, second: number });
    formatters.set(timeZone, formatter);
  }
  return formatter;
}
