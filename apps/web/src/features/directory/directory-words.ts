import type { TimeOffStatus, Weekday } from '@/gql/directory/directory';
import type { Tone } from '@/lib/tone';

export const WEEK: readonly Weekday[] = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'];
export const dayLabel: Readonly<Record<Weekday, string>> = { MONDAY: 'Monday', TUESDAY: 'Tuesday', WEDNESDAY: 'Wednesday', THURSDAY: 'Thursday', FRIDAY: 'Friday', SATURDAY: 'Saturday', SUNDAY: 'Sunday' };
export const levelLabel = ['', 'Beginner', 'With help', 'On their own', 'Very well', 'Teaches others'] as const;
export const timeOffLabel: Readonly<Record<TimeOffStatus, string>> = { REQUESTED: 'Asked for', APPROVED: 'Approved', DECLINED: 'Declined', WITHDRAWN: 'Taken back' };
export const timeOffTone: Readonly<Record<TimeOffStatus, Tone>> = { REQUESTED: 'warning', APPROVED: 'success', DECLINED: 'danger', WITHDRAWN: 'neutral' };

/** "40 h a week", a dash when it is not known. */
export const weekText = (minutes: number | null): string => (minutes === null ? '–' : `${Number((minutes / 60).toFixed(1))} h a week`);

/** "Mon–Fri", "Mon, Wed": days in the order of the week, runs of three and more drawn together. */
export function daysText(days: readonly Weekday[] | null): string {
  if (!days || days.length === 0) return '–';
  const short = (at: number) => dayLabel[WEEK[at] ?? 'MONDAY'].slice(0, 3);
  const runs: [number, number][] = [];
  for (const at of days.map((day) => WEEK.indexOf(day)).sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && at === last[1] + 1) last[1] = at;
    else runs.push([at, at]);
  }
  return runs.map(([from, to]) => (to - from > 1 ? `${short(from)}–${short(to)}` : from === to ? short(from) : `${short(from)}, ${short(to)}`)).join(', ');
}
