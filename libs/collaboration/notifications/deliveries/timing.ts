import { dayOf, instantOf, plusDays, weekdayOf } from '@throughline/identity/organizations';
import { AT_ONCE, type NotificationKind, type OutsideChannel } from '../notification.kinds.js';
import type { Preferences } from '../preferences/preferences.js';

/** When something goes out, and whether it waits for a collection of mails. */
export interface Timing {
  dueAt: Date;
  digest: boolean;
}

const DAYS_AHEAD = 14;

/**
 * When a notification goes out: at once; with mails that are collected at the next full hour or at the person's hour of the day; never in
 * their quiet hours or on their quiet days, but when those end. What cannot wait goes at once.
 */
export function timingOf(now: Date, kind: NotificationKind, channel: OutsideChannel, preferences: Preferences): Timing {
  if (AT_ONCE.has(kind)) return { dueAt: now, digest: false };
  const digest = channel === 'EMAIL' && preferences.digest !== 'OFF';
  const wanted = digest ? nextCollection(now.getTime(), preferences) : now.getTime();
  return { dueAt: new Date(afterQuiet(wanted, preferences)), digest };
}

/** The next moment at which mails are collected, after `now`. */
function nextCollection(now: number, { digest, digestAt, timeZone }: Preferences): number {
  const today = dayOf(timeZone, now);
  for (let day = today; day <= plusDays(today, 2); day = plusDays(day, 1)) {
    const times = digest === 'DAILY' ? [digestAt] : Array.from({ length: 24 }, (_, hour) => hour * 60);
    const next = times.map((minutes) => instantOf(timeZone, day, minutes)).find((instant) => instant > now);
    if (next !== undefined) return next;
  }
  return now;
}

/** The first moment from `instant` on that is neither in quiet hours nor on a quiet day. */
export function afterQuiet(instant: number, { quietFrom, quietUntil, quietDays, timeZone }: Preferences): number {
  let at = instant;
  for (let round = 0; round < DAYS_AHEAD; round++) {
    const day = dayOf(timeZone, at);
    if (quietDays.length < 7 && quietDays.includes(weekdayOf(day))) {
      at = instantOf(timeZone, plusDays(day, 1), 0);
      continue;
    }
    const end = quietFrom === null || quietUntil === null ? null : quietEnd(at, quietFrom, quietUntil, timeZone);
    if (end === null) return at;
    at = end;
  }
  return at;
}

/** When the quiet hours around a moment end; null outside of them. They may span midnight. */
function quietEnd(at: number, from: number, until: number, timeZone: string): number | null {
  const today = dayOf(timeZone, at);
  for (const day of [plusDays(today, -1), today]) {
    const begins = instantOf(timeZone, day, from);
    const ends = instantOf(timeZone, from < until ? day : plusDays(day, 1), until);
    if (begins <= at && at < ends) return ends;
  }
  return null;
}
