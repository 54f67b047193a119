import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Work } from '@throughline/platform/database';
import type { Actor } from '@throughline/platform/kernel';
import { ChannelHistories } from './channel.history.js';
import { recordChannelEvent } from './channel.events.js';
import { ChannelService } from './channel.service.js';
import { ChannelSettingsService } from './channel-settings.service.js';
import { keptSince } from './retention.rules.js';

/** Messages deleted in one transaction: short ones, so that nobody who speaks waits. */
const AT_ONCE = 500;

interface Expiring { id: string; recordId: string | null; retentionDays: number | null }

/** Lets messages go that are older than their channel keeps them (CHA-04). */
@Injectable()
export class RetentionService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly service: ChannelService,
    private readonly settings: ChannelSettingsService,
    private readonly histories: ChannelHistories,
  ) {}

  /**
   * All of one organization. It may be cut short at any moment: what is left goes next time.
   *
   * @param actor the product itself
   * @returns how many messages went
   */
  async expire(actor: Actor, now = new Date()): Promise<number> {
    const { usual, channels } = await this.unitOfWork.run(actor, async (work) => {
      const { retentionDays } = await this.settings.load(work);
      return { usual: retentionDays, channels: await this.expiring(work, retentionDays, now) };
    });
    let removed = 0;
    for (const channel of channels) {
      const before = keptSince(channel.retentionDays, usual, now);
      if (before) removed += await this.expireIn(actor, channel, before);
    }
    return removed;
  }

  private async expireIn(actor: Actor, channel: Expiring, before: Date): Promise<number> {
    for (let total = 0; ;) {
      const removed = await this.unitOfWork.run(actor, async (work) => {
        const count = await this.histories.history.removeBefore(work, channel.id, before, AT_ONCE);
        if (count === 0) return 0;
        const access = await this.service.accessOf(work, channel.id);
        recordChannelEvent(work, 'channel.messagesExpired', channel, { before: access, after: access }, { messages: { before: count, after: null } });
        return count;
      });
      total += removed;
      if (removed < AT_ONCE) return total;
    }
  }

  /** Channels that are older than what they keep, and in which somebody has spoken. */
  private expiring(work: Work, usual: number | null, now: Date): Promise<Expiring[]> {
    return work.query<Expiring>(
      `SELECT id, record_id AS "recordId", retention_days AS "retentionDays" FROM channel
       WHERE organization_id = $1 AND last_sequence > 0 AND created_at < $3::timestamptz - coalesce(retention_days, $2::integer) * interval '1 day' ORDER BY id`,
      [work.actor.organizationId, usual, now],
    );
  }
}
