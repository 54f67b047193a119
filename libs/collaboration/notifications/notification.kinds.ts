/** What a notification is about (NOT-01). */
export const NOTIFICATION_KINDS = [
  'ASSIGNMENT', 'MENTION', 'MESSAGE', 'STATUS', 'MILESTONE', 'APPROVAL', 'CLIENT_UPDATE', 'SLA', 'SECURITY', 'MAINTENANCE', 'REMINDER', 'HAND_OFF',
] as const;
export type NotificationKind = (typeof NOTIFICATION_KINDS)[number];

/** Ways in which a notification reaches a person (NOT-02). */
export const NOTIFICATION_CHANNELS = ['IN_APP', 'EMAIL', 'PUSH', 'SMS', 'SLACK', 'TEAMS'] as const;
export type NotificationChannel = (typeof NOTIFICATION_CHANNELS)[number];

/** Ways that leave the product: each try is a row in `notification_delivery`. */
export type OutsideChannel = Exclude<NotificationChannel, 'IN_APP'>;

/** What everybody gets until they choose otherwise: short messages go where people look anyway, what waits for them by mail too. */
export const DEFAULT_CHANNELS: Readonly<Record<NotificationKind, readonly NotificationChannel[]>> = {
  ASSIGNMENT: ['IN_APP', 'EMAIL', 'PUSH'],
  MENTION: ['IN_APP', 'EMAIL', 'PUSH'],
  MESSAGE: ['IN_APP', 'PUSH'],
  STATUS: ['IN_APP'],
  MILESTONE: ['IN_APP', 'EMAIL'],
  APPROVAL: ['IN_APP', 'EMAIL', 'PUSH'],
  CLIENT_UPDATE: ['IN_APP', 'EMAIL'],
  SLA: ['IN_APP', 'EMAIL', 'PUSH'],
  SECURITY: ['IN_APP', 'EMAIL', 'PUSH'],
  MAINTENANCE: ['IN_APP', 'EMAIL'],
  REMINDER: ['IN_APP', 'EMAIL', 'PUSH'],
  HAND_OFF: ['IN_APP', 'EMAIL', 'PUSH'],
};

/** What nobody can switch off: the account's own safety. */
export const FIXED_CHANNELS: Readonly<Partial<Record<NotificationKind, readonly NotificationChannel[]>>> = { SECURITY: ['IN_APP'] };

/** What comes at once, digest or not, night or not: a stranger in one's account, and what one set the hour of oneself. */
export const AT_ONCE: ReadonlySet<NotificationKind> = new Set(['SECURITY', 'REMINDER']);

/** Kinds that speak to one person only and so never go to a channel of the whole organization. */
export const PERSONAL_KINDS: ReadonlySet<NotificationKind> = new Set(['MENTION', 'MESSAGE', 'SECURITY', 'REMINDER']);
