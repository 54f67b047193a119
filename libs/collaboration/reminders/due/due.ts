import { dayOf, instantOf, plusDays } from '@throughline/identity/organizations';

/** Records with a due day: their tables, what they are called in events, and when they need no reminding any more. */
export const DUE = {
  task: { table: 'task', settled: "status IN ('COMPLETED', 'CANCELLED')" },
  milestone: { table: 'milestone', settled: "status = 'COMPLETED'" },
} as const;
export type DueSubject = keyof typeof DUE;

export const DUE_SIGNALS = ['dueSoon', 'overdue'] as const;
export type DueSignal = (typeof DUE_SIGNALS)[number];

/** Nine in the morning, by the organization's clock. */
const MORNING = 9 * 60;

/**
 * When people are told of a due day: in the morning of the day before, and in the morning of the day after. What is overdue already is told
 * at once; the day before that has passed is not told any more.
 *
 * @param dueOn YYYY-MM-DD
 */
export function signalsOf(dueOn: string, timeZone: string, now: Date): { signal: DueSignal; at: Date }[] {
  const soon = new Date(instantOf(timeZone, plusDays(dueOn, -1), MORNING));
  const over = new Date(instantOf(timeZone, plusDays(dueOn, 1), MORNING));
  const today = dayOf(timeZone, now.getTime());
  return [
    ...(soon > now ? [{ signal: 'dueSoon' as const, at: soon }] : []),
    { signal: 'overdue', at: over > now || dueOn >= today ? over : now },
  ];
}
