import { DEFAULT_CHANNELS, FIXED_CHANNELS, NOTIFICATION_CHANNELS, NOTIFICATION_KINDS, type NotificationChannel, type NotificationKind } from '../notification.kinds.js';
import type { Digest } from './preference.entity.js';

/** How one person wants to be told, as rules see it. Minutes are since local midnight. */
export interface Preferences {
  channels: Partial<Record<NotificationKind, readonly NotificationChannel[]>>;
  digest: Digest;
  digestAt: number;
  quietFrom: number | null;
  quietUntil: number | null;
  /** 0 = Monday ... 6 = Sunday. */
  quietDays: readonly number[];
  /** IANA name. */
  timeZone: string;
}

/** What holds for somebody who never chose. */
export const DEFAULT_PREFERENCES: Omit<Preferences, 'timeZone'> = { channels: {}, digest: 'OFF', digestAt: 480, quietFrom: null, quietUntil: null, quietDays: [] };

/** On which ways a kind reaches somebody: as chosen, else by default, and what cannot be switched off. */
export function channelsOf(preferences: Pick<Preferences, 'channels'>, kind: NotificationKind): NotificationChannel[] {
  const wanted = new Set([...(preferences.channels[kind] ?? DEFAULT_CHANNELS[kind]), ...(FIXED_CHANNELS[kind] ?? [])]);
  return NOTIFICATION_CHANNELS.filter((channel) => wanted.has(channel));
}

/** Every kind with every channel, for a screen of switches. */
export function switchboard(preferences: Pick<Preferences, 'channels'>): { kind: NotificationKind; channels: { channel: NotificationChannel; on: boolean; fixed: boolean }[] }[] {
  return NOTIFICATION_KINDS.map((kind) => {
    const on = new Set(channelsOf(preferences, kind));
    return { kind, channels: NOTIFICATION_CHANNELS.map((channel) => ({ channel, on: on.has(channel), fixed: FIXED_CHANNELS[kind]?.includes(channel) ?? false })) };
  });
}

/** `08:30` -> 510; null for anything else. */
export function minutesOf(time: string): number | null {
  const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time) ?? [];
  return hours === undefined ? null : Number(hours) * 60 + Number(minutes);
}

/** 510 -> `08:30`. */
export const timeOf = (minutes: number): string => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
