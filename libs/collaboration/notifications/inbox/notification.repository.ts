import { Injectable } from '@nestjs/common';
import { selectList, type Work } from '@throughline/platform/database';
import { notFound } from '@throughline/platform/kernel';
import type { NotificationKind } from '../notification.kinds.js';

/** A notification as its rules need it. */
export interface NotificationRow {
  id: string;
  version: number;
  userId: string;
  kind: NotificationKind;
  subject: string | null;
  recordId: string | null;
  readAt: Date | null;
  doneAt: Date | null;
  snoozedUntil: Date | null;
}

const FIELDS = ['id', 'version', 'userId', 'kind', 'subject', 'recordId', 'readAt', 'doneAt', 'snoozedUntil'];

/** All SQL that changes notifications after they were made. */
@Injectable()
export class NotificationRepository {
  /** The caller's own, locked in the order of their ids. @throws AppError NOT_FOUND at `ids` when one is missing or somebody else's */
  async lockOwn(work: Work, ids: readonly string[]): Promise<NotificationRow[]> {
    const rows = await work.query<NotificationRow>(
      `SELECT ${selectList(FIELDS)} FROM notification WHERE organization_id = $1 AND user_id = $2 AND id = ANY($3::uuid[]) ORDER BY id FOR NO KEY UPDATE`,
      [work.actor.organizationId, work.actor.userId, ids],
    );
    if (rows.length !== new Set(ids).size) throw notFound('notification', 'ids');
    return rows;
  }

  /** Anybody's, for what the product does by itself; null when it is gone. */
  async lock(work: Work, id: string): Promise<NotificationRow | null> {
    const [row] = await work.query<NotificationRow>(`SELECT ${selectList(FIELDS)} FROM notification WHERE organization_id = $1 AND id = $2 FOR NO KEY UPDATE`, [work.actor.organizationId, id]);
    return row ?? null;
  }

  /** @param values column values, by names of the code */
  async set(work: Work, ids: readonly string[], values: Readonly<Record<string, unknown>>): Promise<void> {
    const names = Object.keys(values);
    await work.execute(
      `UPDATE notification SET ${names.map((name, index) => `${name} = $${index + 3}`).join(', ')}, version = version + 1, updated_at = now() WHERE organization_id = $1 AND id = ANY($2::uuid[])`,
      [work.actor.organizationId, ids, ...names.map((name) => values[name])],
    );
  }

  /** Everything open of one kind or of all, up to an event. @returns how many were read by that, and the newest of them */
  async readAll(work: Work, kind: NotificationKind | null): Promise<{ count: number; newest: string | null }> {
    const rows = await work.query<{ id: string }>(
      `UPDATE notification SET read_at = now(), version = version + 1, updated_at = now()
       WHERE organization_id = $1 AND user_id = $2 AND read_at IS NULL AND done_at IS NULL AND snoozed_until IS NULL AND ($3::text IS NULL OR kind = $3) RETURNING id`,
      [work.actor.organizationId, work.actor.userId, kind],
    );
    return { count: rows.length, newest: rows.map(({ id }) => id).sort().at(-1) ?? null };
  }
}
