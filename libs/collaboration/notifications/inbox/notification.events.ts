import type { AccessColumns, Work } from '@throughline/platform/database';
import { loadAccess } from '@throughline/platform/read';

/** Every event of a notification; they go to its person only, so that every open bell of theirs knows. */
export type NotificationEvent =
  | 'notification.created' | 'notification.added' | 'notification.read' | 'notification.unread' | 'notification.done' | 'notification.reopened'
  | 'notification.snoozed' | 'notification.returned' | 'notification.allRead' | 'notification.updated';

type Changes = Record<string, { before: unknown; after: unknown }>;

/** @param access as it is now; loaded when absent */
export async function recordNotificationEvent(work: Work, kind: NotificationEvent, id: string, changes: Changes, access?: AccessColumns): Promise<void> {
  const now = access ?? (await loadAccess(work, 'notification', id)) ?? {};
  work.record({ kind, subject: 'notification', subjectId: id, access: { before: kind === 'notification.created' ? null : now, after: now }, changes });
}
