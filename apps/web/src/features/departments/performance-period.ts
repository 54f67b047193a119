/** Days back from today that a department's figures cover, today included. */
export const PERIODS = [
  { value: '7', label: '7 days' },
  { value: '30', label: '30 days' },
  { value: '90', label: '90 days' },
] as const;
export type PeriodDays = (typeof PERIODS)[number]['value'];

/** The first and the last day of a period, by the person's own calendar. */
export function periodOf(days: PeriodDays, now = new Date()): { from: string; to: string } {
  const day = (back: number): string => {
    const at = new Date(now.getFullYear(), now.getMonth(), now.getDate() - back);
    return `${at.getFullYear()}-${String(at.getMonth() + 1).padStart(2, '0')}-${String(at.getDate()).padStart(2, '0')}`;
  };
  return { from: day(Number(days) - 1), to: day(0) };
}

/** Minutes as whole hours: 90 is "2 h". */
export const hoursText = (minutes: number): string => `${Math.round(minutes / 60)} h`;
