import { Injectable } from '@nestjs/common';
import { selectList, type Work } from '@throughline/platform/database';
import type { NotificationKind, OutsideChannel } from '../notification.kinds.js';
import type { DeliveryStatus } from './delivery.entity.js';

/** A delivery with what is to be said. */
export interface DeliveryRow {
  id: string;
  version: number;
  notificationId: string | null;
  userId: string | null;
  channel: OutsideChannel;
  pushSubscriptionId: string | null;
  kind: NotificationKind;
  title: string | null;
  path: string | null;
  status: DeliveryStatus;
  attempts: number;
  lastAttemptAt: Date | null;
  lastError: string | null;
  digest: boolean;
}

/** What a notification says, as a message to a person outside the product. */
export interface Said {
  notificationId: string;
  userId: string;
  kind: NotificationKind;
  title: string;
  body: string | null;
  reason: string;
  subject: string | null;
  recordId: string | null;
  contextId: string | null;
  settled: boolean;
}

const FIELDS = ['id', 'version', 'notificationId', 'userId', 'channel', 'pushSubscriptionId', 'kind', 'title', 'path', 'status', 'attempts', 'lastAttemptAt', 'lastError', 'digest'];
const SAID = `n.id AS "notificationId", n.user_id AS "userId", n.kind, n.title, n.body, n.reason, n.subject, n.record_id AS "recordId", n.context_id AS "contextId",
  n.read_at IS NOT NULL OR n.done_at IS NOT NULL AS settled`;

/** All SQL on deliveries. */
@Injectable()
export class DeliveryRepository {
  async lock(work: Work, id: string): Promise<DeliveryRow | null> {
    const [row] = await work.query<DeliveryRow>(`SELECT ${selectList(FIELDS)} FROM notification_delivery WHERE organization_id = $1 AND id = $2 FOR NO KEY UPDATE`, [work.actor.organizationId, id]);
    return row ?? null;
  }

  async said(work: Work, notificationId: string): Promise<Said | null> {
    const [row] = await work.query<Said>(`SELECT ${SAID} FROM notification n WHERE n.organization_id = $1 AND n.id = $2`, [work.actor.organizationId, notificationId]);
    return row ?? null;
  }

  /** What of a person waits for a collection, locked, oldest first. */
  collected(work: Work, userId: string, dueAt: Date): Promise<(Said & { id: string })[]> {
    return work.query(
      `SELECT d.id, ${SAID} FROM notification_delivery d JOIN notification n ON n.organization_id = d.organization_id AND n.id = d.notification_id
       WHERE d.organization_id = $1 AND d.user_id = $2 AND d.digest AND d.status = 'WAITING' AND d.due_at <= $3 ORDER BY n.created_at, d.id FOR NO KEY UPDATE OF d`,
      [work.actor.organizationId, userId, dueAt],
    );
  }

  /** @param values column values, by names of the code */
  async set(work: Work, ids: readonly string[], values: Readonly<Record<string, unknown>>): Promise<void> {
    const names = Object.keys(values);
    await work.execute(
      `UPDATE notification_delivery SET ${names.map((name, index) => `${name} = $${index + 3}`).join(', ')}, version = version + 1, updated_at = now() WHERE organization_id = $1 AND id = ANY($2::uuid[])`,
      [work.actor.organizationId, ids, ...names.map((name) => values[name])],
    );
  }

  /** Counts a try that begins now. */
  async begin(work: Work, id: string): Promise<void> {
    await work.execute('UPDATE notification_delivery SET attempts = attempts + 1, last_attempt_at = now(), last_error = NULL, updated_at = now() WHERE organization_id = $1 AND id = $2', [work.actor.organizationId, id]);
  }
}
