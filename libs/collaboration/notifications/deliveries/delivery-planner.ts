import { Injectable } from '@nestjs/common';
import type { Work } from '@throughline/platform/database';
import { JobQueue } from '@throughline/platform/jobs';
import { newId } from '@throughline/platform/kernel';
import type { NotificationChannel, NotificationKind, OutsideChannel } from '../notification.kinds.js';
import type { Reachable } from '../preferences/preferences.repository.js';
import { deliver, sendDigest } from './delivery.jobs.js';
import { timingOf } from './timing.js';

/** Text messages to one person within a day: the number they gave need not be theirs, and each costs the organization money. */
export const MOST_TEXTS_A_DAY = 30;

/** Lays down what goes out of the product, where to and when. */
@Injectable()
export class DeliveryPlanner {
  constructor(private readonly jobs: JobQueue) {}

  /** @returns to how many places it goes */
  async plan(work: Work, notification: { id: string; kind: NotificationKind }, person: Reachable, wanted: readonly NotificationChannel[]): Promise<number> {
    const { organizationId } = work.actor;
    let places = 0;
    for (const channel of wanted) {
      if (channel === 'IN_APP') continue;
      const { dueAt, digest } = timingOf(new Date(), notification.kind, channel, person);
      for (const pushSubscriptionId of await this.targets(work, channel, person)) {
        const id = newId();
        const fresh = await work.execute(
          `INSERT INTO notification_delivery (id, organization_id, notification_id, user_id, channel, push_subscription_id, kind, effect_key, digest, due_at)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT ON CONSTRAINT uq_notification_delivery_effect DO NOTHING`,
          [id, organizationId, notification.id, person.id, channel, pushSubscriptionId, notification.kind, `${notification.id} ${channel} ${pushSubscriptionId ?? ''}`, digest, dueAt],
        );
        if (fresh === 0) continue;
        places++;
        if (digest) await this.jobs.schedule(work, sendDigest, { userId: person.id, dueAt: dueAt.toISOString() }, { dueAt, key: `${person.id} ${dueAt.toISOString()}` });
        else await this.jobs.schedule(work, deliver, { deliveryId: id }, { dueAt });
      }
    }
    return places;
  }

  /** Browsers for pushes, one place for anything else; none where the person has no address there. */
  private async targets(work: Work, channel: OutsideChannel, { id, pushIds, hasPhone, hasSlack, hasTeams }: Reachable): Promise<(string | null)[]> {
    switch (channel) {
      case 'EMAIL':
        return [null];
      case 'PUSH':
        return pushIds;
      case 'SMS': {
        const [sender] = hasPhone ? await work.query<{ texts: number }>(
          `SELECT (SELECT count(*)::int FROM notification_delivery d WHERE d.organization_id = $1 AND d.user_id = $2 AND d.channel = 'SMS' AND d.created_at > now() - interval '1 day') AS texts
           FROM notification_adapter WHERE organization_id = $1 AND adapter = 'SMS' AND active`, [work.actor.organizationId, id],
        ) : [];
        return sender && sender.texts < MOST_TEXTS_A_DAY ? [null] : [];
      }
      case 'SLACK':
        return hasSlack ? [null] : [];
      case 'TEAMS':
        return hasTeams ? [null] : [];
    }
  }
}
