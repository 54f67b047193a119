import { Injectable } from '@nestjs/common';
import type { Work } from '@throughline/platform/database';
import { type ConsumedEvent, Consumes, defineConsumer, type EventConsumer } from '@throughline/platform/events';
import type { Actor } from '@throughline/platform/kernel';
import { Mailer } from '@throughline/platform/mail';
import { recordNotificationEvent } from '../inbox/notification.events.js';
import { NotificationRepository } from '../inbox/notification.repository.js';
import { excerptOf } from './excerpt.js';

/** What makes a notification of a message true again after it was made. */
export const keepUp = defineConsumer({ name: 'notifications.keepUp', kinds: ['channelReader.read', 'message.edited', 'message.deleted', 'channel.messagesExpired'], historical: true });

/**
 * Whoever has read a channel has read what told of it; whose words were changed or taken back, they are so in the inbox too. Mails that
 * quote what was taken back, or what its channel does not keep any more, lose their text while it is still ours.
 */
@Injectable()
@Consumes(keepUp)
export class KeepUp implements EventConsumer {
  constructor(
    private readonly notifications: NotificationRepository,
    private readonly mailer: Mailer,
  ) {}

  async consume(event: ConsumedEvent, _actor: Actor, work: Work): Promise<void> {
    if (event.kind === 'channelReader.read') await this.read(work, event);
    else if (event.kind === 'channel.messagesExpired') await this.expire(work, event.subjectId);
    else await this.reword(work, event.subjectId, event.kind === 'message.deleted');
  }

  private async read(work: Work, { subjectId: channelId, accessAfter }: ConsumedEvent): Promise<void> {
    const rows = await work.query<{ id: string }>(
      `SELECT n.id FROM notification n JOIN message m ON m.organization_id = n.organization_id AND m.id = n.record_id
       JOIN channel_reader r ON r.organization_id = n.organization_id AND r.channel_id = m.channel_id AND r.user_id = n.user_id
       WHERE n.organization_id = $1 AND n.user_id = $2 AND n.context_id = $3 AND n.subject = 'message' AND n.read_at IS NULL AND n.done_at IS NULL
         AND (m.sequence <= r.last_read_sequence OR m.client_sequence <= r.last_read_client_sequence) ORDER BY n.id FOR NO KEY UPDATE OF n`,
      [work.actor.organizationId, accessAfter?.ownerId ?? null, channelId],
    );
    for (const { id } of rows) {
      await this.notifications.set(work, [id], { read_at: new Date() });
      await recordNotificationEvent(work, 'notification.read', id, { read: { before: false, after: true } });
    }
  }

  private async reword(work: Work, messageId: string, deleted: boolean): Promise<void> {
    if (deleted) await this.withdraw(work, 'd.record_id = $2', messageId);
    const rows = await work.query<{ id: string }>(`SELECT id FROM notification WHERE organization_id = $1 AND subject = 'message' AND record_id = $2 ORDER BY id FOR NO KEY UPDATE`, [work.actor.organizationId, messageId]);
    if (rows.length === 0) return;
    const body = await excerptOf(work, messageId);
    await this.notifications.set(work, rows.map(({ id }) => id), { body });
    for (const { id } of rows) await recordNotificationEvent(work, 'notification.updated', id, { body: { before: null, after: 'changed' } });
  }

  /** Messages of a channel went for good: whoever told of them quotes them no more. */
  private async expire(work: Work, channelId: string): Promise<void> {
    const rows = await work.query<{ id: string }>(
      `UPDATE notification n SET body = NULL, version = version + 1, updated_at = now() WHERE n.organization_id = $1 AND n.context_id = $2 AND n.subject = 'message' AND n.body IS NOT NULL
         AND NOT EXISTS (SELECT FROM message m WHERE m.organization_id = $1 AND m.id = n.record_id) RETURNING n.id`,
      [work.actor.organizationId, channelId],
    );
    for (const { id } of rows) await recordNotificationEvent(work, 'notification.updated', id, { body: { before: null, after: 'changed' } });
    await this.withdraw(work, `n.context_id = $2 AND n.subject = 'message' AND NOT EXISTS (SELECT FROM message m WHERE m.organization_id = $1 AND m.id = d.record_id)`, channelId);
  }

  /** @param which of deliveries `d` with their notifications `n`, by $2 */
  private async withdraw(work: Work, which: string, id: string): Promise<void> {
    const mails = await work.query<{ id: string }>(
      `SELECT b.mail_id AS id FROM notification_delivery d JOIN notification n ON n.organization_id = d.organization_id AND n.id = d.notification_id
       JOIN outgoing_mail_body b ON b.organization_id = d.organization_id AND b.mail_id = d.mail_id WHERE d.organization_id = $1 AND d.record_id IS NOT NULL AND ${which} ORDER BY 1`,
      [work.actor.organizationId, id],
    );
    await this.mailer.withdraw(work, mails.map((mail) => mail.id), 'What it told of was deleted.');
  }
}
