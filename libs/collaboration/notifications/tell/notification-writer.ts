import { Injectable } from '@nestjs/common';
import { type AccessColumns, insertRow, type Work } from '@throughline/platform/database';
import type { ConsumedEvent } from '@throughline/platform/events';
import { JobQueue } from '@throughline/platform/jobs';
import { newId } from '@throughline/platform/kernel';
import { AdaptersService } from '../adapters/adapters.service.js';
import { deliver } from '../deliveries/delivery.jobs.js';
import { DeliveryPlanner } from '../deliveries/delivery-planner.js';
import { recordPath } from '../deliveries/record-path.js';
import { recordNotificationEvent } from '../inbox/notification.events.js';
import type { NotificationChannel, NotificationKind } from '../notification.kinds.js';
import type { Reachable } from '../preferences/preferences.repository.js';
import type { Rule } from '../rules/rule.js';
import type { Told } from './about.js';

/** A notification to make. */
export interface NewNotification {
  kind: NotificationKind;
  reason: string;
  title: string;
  body: string | null;
  subject: string | null;
  recordId: string | null;
  contextId: string | null;
  /** Of the record; null without one. */
  access: AccessColumns | null;
  actorId: string | null;
  eventPosition: number;
  urgent: boolean;
  inApp: boolean;
  effectKey: string;
  groupKey: string | null;
}

/** Writes notifications with their deliveries. */
@Injectable()
export class NotificationWriter {
  constructor(
    private readonly planner: DeliveryPlanner,
    private readonly adapters: AdaptersService,
    private readonly jobs: JobQueue,
  ) {}

  /** @param wanted channels of the person's for it @returns its id; null when it was made before */
  async write(work: Work, notification: NewNotification, person: Reachable, wanted: readonly NotificationChannel[]): Promise<string | null> {
    const { access, ...values } = notification;
    const columns: AccessColumns = { ownerId: person.id, follows: access && notification.subject ? { subject: notification.subject, access } : null };
    if (notification.groupKey && (await this.addTo(work, notification, person.id, columns))) return null;
    const id = newId();
    const fresh = await work.execute(
      `INSERT INTO notification (id, organization_id, user_id, kind, reason, title, body, subject, record_id, context_id, actor_id, event_position, urgent, in_app, effect_key, group_key)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16) ON CONFLICT ON CONSTRAINT uq_notification_effect DO NOTHING`,
      [id, work.actor.organizationId, person.id, values.kind, values.reason, values.title, values.body, values.subject, values.recordId, values.contextId, values.actorId,
        values.eventPosition, values.urgent, values.inApp, values.effectKey, values.groupKey],
    );
    if (fresh === 0) return null;
    await recordNotificationEvent(work, 'notification.created', id, { kind: { before: null, after: values.kind } }, columns);
    await this.planner.plan(work, { id, kind: values.kind }, person, wanted);
    return id;
  }

  /** To the organization's own channels in Slack and Teams that want the kind: once for an event, whoever is told of it. */
  async tellOrganization(work: Work, event: ConsumedEvent, { kind }: Rule, title: string, record: Told | null): Promise<void> {
    for (const channel of await this.adapters.wanting(work, kind)) {
      const id = newId();
      const fresh = await work.execute(
        `INSERT INTO notification_delivery (id, organization_id, channel, kind, title, path, effect_key) VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT ON CONSTRAINT uq_notification_delivery_effect DO NOTHING`,
        [id, work.actor.organizationId, channel, kind, title, recordPath(record, false), `event ${event.position} ${channel}`],
      );
      if (fresh === 1) await this.jobs.schedule(work, deliver, { deliveryId: id });
    }
  }

  /** A test of one channel, for whoever asked. @returns to how many places it goes */
  async test(work: Work, person: Reachable, channel: NotificationChannel): Promise<number> {
    const id = newId();
    await insertRow(work, 'notification', {
      id, userId: person.id, kind: 'REMINDER', reason: 'You asked for a test', title: 'This is a test of your notifications', actorId: person.id, eventPosition: 0, effectKey: `test ${id}`,
    });
    await recordNotificationEvent(work, 'notification.created', id, { kind: { before: null, after: 'REMINDER' } }, { ownerId: person.id, follows: null });
    return this.planner.plan(work, { id, kind: 'REMINDER' }, person, [channel]);
  }

  /** Adds to the unread one of the same channel, so that a lively channel is one line in the inbox. @returns whether there was one */
  private async addTo(work: Work, { title, body, recordId, actorId, eventPosition, groupKey }: NewNotification, userId: string, access: AccessColumns): Promise<boolean> {
    const [row] = await work.query<{ id: string; times: number }>(
      `UPDATE notification SET times = times + 1, title = $4, body = $5, record_id = $6, actor_id = $7, event_position = $8, created_at = now(), version = version + 1, updated_at = now()
       WHERE organization_id = $1 AND user_id = $2 AND group_key = $3 AND read_at IS NULL AND done_at IS NULL AND event_position < $8 RETURNING id, times`,
      [work.actor.organizationId, userId, groupKey, title, body, recordId, actorId, eventPosition],
    );
    if (row) await recordNotificationEvent(work, 'notification.added', row.id, { times: { before: row.times - 1, after: row.times } }, access);
    return row !== undefined;
  }
}
