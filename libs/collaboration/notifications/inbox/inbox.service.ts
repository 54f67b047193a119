import { Injectable } from '@nestjs/common';
import { authorize } from '@throughline/platform/access';
import { UnitOfWork, type Work } from '@throughline/platform/database';
import { JobQueue } from '@throughline/platform/jobs';
import { type Actor, notFound, refuse } from '@throughline/platform/kernel';
import { loadAccess } from '@throughline/platform/read';
import type { NotificationKind } from '../notification.kinds.js';
import { notificationPermissions, notificationSubject } from '../notification.policy.js';
import { recordNotificationEvent } from './notification.events.js';
import { NotificationRepository, type NotificationRow } from './notification.repository.js';
import { returnNotification } from './return-notification.job.js';

const MOST_AT_ONCE = 200;
const LONGEST_SNOOZE_DAYS = 366;
/** What is open again stands for itself: by now another one may collect the messages of its channel. */
const APART = { group_key: null };

/** What people do with what they are told: read it, settle it, put it away until later. */
@Injectable()
export class InboxService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly notifications: NotificationRepository,
    private readonly jobs: JobQueue,
  ) {}

  /** @returns the ids @throws AppError NOT_FOUND at `ids`, LIMIT_EXCEEDED */
  markRead(actor: Actor, ids: readonly string[], read: boolean): Promise<string[]> {
    return this.each(actor, ids, ({ readAt }) => (readAt !== null) !== read, async (work, row) => {
      await this.notifications.set(work, [row.id], { read_at: read ? new Date() : null, ...(read ? {} : APART) });
      await recordNotificationEvent(work, read ? 'notification.read' : 'notification.unread', row.id, { read: { before: !read, after: read } });
    });
  }

  /** What is done counts as read, and is not put away any more. */
  finish(actor: Actor, ids: readonly string[], done: boolean): Promise<string[]> {
    return this.each(actor, ids, ({ doneAt }) => (doneAt !== null) !== done, async (work, row) => {
      await this.notifications.set(work, [row.id], { done_at: done ? new Date() : null, snoozed_until: null, ...(done ? (row.readAt ? {} : { read_at: new Date() }) : APART) });
      await recordNotificationEvent(work, done ? 'notification.done' : 'notification.reopened', row.id, { done: { before: !done, after: done } });
    });
  }

  /**
   * Puts open ones away until a time; then they come back unread, once. Null takes them out of there now.
   *
   * @throws AppError VALIDATION_FAILED at `until`, PRECONDITION_FAILED for what is done
   */
  snooze(actor: Actor, ids: readonly string[], until: Date | null): Promise<string[]> {
    if (until && (until.getTime() <= Date.now() || until.getTime() > Date.now() + LONGEST_SNOOZE_DAYS * 86_400_000)) {
      return Promise.reject(refuse('VALIDATION_FAILED', 'Choose a time within the next year.', 'until'));
    }
    return this.each(actor, ids, (row) => row.snoozedUntil?.getTime() !== until?.getTime(), async (work, row) => {
      if (row.doneAt) throw refuse('PRECONDITION_FAILED', 'This is done. Take that back first.', 'ids');
      await this.notifications.set(work, [row.id], { snoozed_until: until });
      if (until) await this.jobs.schedule(work, returnNotification, { notificationId: row.id, until: until.toISOString() }, { dueAt: until, key: `${row.id} ${until.toISOString()}` });
      await recordNotificationEvent(work, 'notification.snoozed', row.id, { snoozedUntil: { before: row.snoozedUntil?.toISOString() ?? null, after: until?.toISOString() ?? null } });
    });
  }

  /** @param kind only these @returns how many */
  markAllRead(actor: Actor, kind: NotificationKind | null): Promise<number> {
    return this.unitOfWork.run(actor, async (work) => {
      const { count, newest } = await this.notifications.readAll(work, kind);
      if (newest) await recordNotificationEvent(work, 'notification.allRead', newest, { count: { before: null, after: count } });
      return count;
    });
  }

  /** The time one was put away until has come; nothing when it was moved or settled in the meantime. */
  async comeBack(work: Work, id: string, until: string): Promise<void> {
    const row = await this.notifications.lock(work, id);
    if (!row?.snoozedUntil || row.snoozedUntil.toISOString() !== until) return;
    await this.notifications.set(work, [id], { snoozed_until: null, read_at: null, ...APART });
    await recordNotificationEvent(work, 'notification.returned', id, { snoozedUntil: { before: until, after: null } });
  }

  private each(actor: Actor, ids: readonly string[], concerned: (row: NotificationRow) => boolean, change: (work: Work, row: NotificationRow) => Promise<void>): Promise<string[]> {
    if (ids.length > MOST_AT_ONCE) return Promise.reject(refuse('LIMIT_EXCEEDED', `Choose at most ${MOST_AT_ONCE} at once.`, 'ids'));
    return this.unitOfWork.run(actor, async (work) => {
      const rows = await this.notifications.lockOwn(work, ids);
      for (const row of rows.filter(concerned)) {
        const access = await loadAccess(work, 'notification', row.id);
        if (!access) throw notFound('notification', 'ids');
        authorize(actor, notificationPermissions.settle, notificationSubject, access, 'ids');
        await change(work, row);
      }
      return rows.map(({ id }) => id);
    });
  }
}
