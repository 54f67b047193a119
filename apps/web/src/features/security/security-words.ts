import type { SecurityConcern } from '@/gql/security/security-monitor';
import type { Tone } from '@/lib/tone';

/** What is watched, in the order of the screen: what keeps people out first, then what changes, then what leaves. */
export const concerns: Readonly<Record<SecurityConcern, { label: string; one: string; many: string; tone: Tone }>> = {
  ALERT: { label: 'Alerts', one: 'alert', many: 'alerts', tone: 'danger' },
  SIGN_IN_REFUSED: { label: 'Failed sign-ins', one: 'failed sign-in', many: 'failed sign-ins', tone: 'danger' },
  LOCKED_OUT: { label: 'Lockouts', one: 'lockout', many: 'lockouts', tone: 'danger' },
  NETWORK_REFUSED: { label: 'Refused networks', one: 'refused network', many: 'refused networks', tone: 'danger' },
  DEVICE_REFUSED: { label: 'Refused devices', one: 'refused device', many: 'refused devices', tone: 'danger' },
  ACCESS_REFUSED: { label: 'Refused access', one: 'refused access', many: 'refused accesses', tone: 'warning' },
  NEW_DEVICE: { label: 'New devices', one: 'new device', many: 'new devices', tone: 'info' },
  PRIVILEGES_CHANGED: { label: 'Privilege changes', one: 'privilege change', many: 'privilege changes', tone: 'accent' },
  SENSITIVE_READ: { label: 'Sensitive reads', one: 'sensitive read', many: 'sensitive reads', tone: 'accent' },
  EXPORTED: { label: 'Exports', one: 'export', many: 'exports', tone: 'accent' },
};

export const concernKeys = Object.keys(concerns) as SecurityConcern[];

/** `3 failed sign-ins · 1 export`. */
export function countsText(counts: readonly { key: SecurityConcern; count: number }[]): string {
  return [...counts].sort((a, b) => b.count - a.count).map(({ key, count }) => `${count} ${count === 1 ? concerns[key].one : concerns[key].many}`).join(' · ');
}

/** How a number compares with the time before, in words. */
export function comparison(count: number, before: number, hours: number): string {
  const span = hours === 24 ? '24 hours' : `${hours / 24} days`;
  if (count === before) return `as many as in the ${span} before`;
  return `${Math.abs(count - before)} ${count > before ? 'more' : 'fewer'} than in the ${span} before`;
}

export interface HourBar {
  /** The beginning of the hour. */
  at: string;
  count: number;
}

/**
 * Every hour of the time, also those where nothing happened, so that a gap is a gap.
 *
 * @param now whose hour is the last bar
 */
export function barsOf(perHour: readonly { at: string; key: SecurityConcern; count: number }[], key: SecurityConcern, hours: number, now: Date): HourBar[] {
  const HOUR = 3_600_000;
  const counts = new Map(perHour.filter((row) => row.key === key).map((row) => [new Date(row.at).getTime(), row.count]));
  const last = Math.floor(now.getTime() / HOUR) * HOUR;
  // The first hour is cut by the beginning of the time, as the last is by now.
  return Array.from({ length: hours + 1 }, (_, index) => last - (hours - index) * HOUR).map((at) => ({ at: new Date(at).toISOString(), count: counts.get(at) ?? 0 }));
}

/** From the beginning of an hour to its end, as the audit log's time filter takes it. */
export const hourRange = (at: string): string => `${at}..${new Date(new Date(at).getTime() + 3_600_000).toISOString()}`;
