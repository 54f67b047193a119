/** Moments that people put things off to: for snoozing and for reminders. All in the browser's zone. */

/** One offered moment. */
export interface Later {
  id: string;
  label: string;
  at: Date;
}

const MORNING = 9;
const EVENING = 18;

function day(now: Date, plus: number, hour: number): Date {
  const at = new Date(now);
  at.setDate(at.getDate() + plus);
  at.setHours(hour, 0, 0, 0);
  return at;
}

/** Later today only while there is enough of today left; "this evening" becomes "tomorrow" by itself. */
export function laterChoices(now: Date): Later[] {
  const inAnHour = new Date(now.getTime() + 60 * 60_000);
  inAnHour.setSeconds(0, 0);
  const evening = day(now, 0, EVENING);
  const toMonday = ((8 - now.getDay()) % 7) || 7;
  const choices: Later[] = [{ id: 'hour', label: 'In an hour', at: inAnHour }];
  if (evening.getTime() - now.getTime() > 2 * 60 * 60_000) choices.push({ id: 'evening', label: 'This evening', at: evening });
  choices.push({ id: 'tomorrow', label: 'Tomorrow morning', at: day(now, 1, MORNING) });
  // On a Sunday that is tomorrow, on a Monday in a week.
  if (toMonday > 1 && toMonday < 7) choices.push({ id: 'monday', label: 'Monday morning', at: day(now, toMonday, MORNING) });
  choices.push({ id: 'week', label: 'In a week', at: day(now, 7, MORNING) });
  return choices;
}

/** `2026-11-21T17:30` as an input of type datetime-local wants it. */
export function localInput(at: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** What was typed there; null when it is no moment, or not in the future. */
export function ownMoment(text: string, now: Date): Date | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(text)) return null;
  const at = new Date(text);
  return Number.isNaN(at.getTime()) || at.getTime() <= now.getTime() ? null : at;
}
