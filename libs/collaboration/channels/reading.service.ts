import { Injectable } from '@nestjs/common';
import { fieldChanges, UnitOfWork, type Work } from '@throughline/platform/database';
import { type Actor, refuse } from '@throughline/platform/kernel';
import { recordReaderEvent } from './channel.events.js';
import { ChannelHistories } from './channel.history.js';
import type { ChannelNotify } from './channel.kinds.js';
import type { ChannelRow } from './channel.repository.js';
import { ChannelService } from './channel.service.js';
import { type Mark, ReaderRepository } from './reader.repository.js';

/** What somebody wishes for a channel; absent = unchanged. */
export interface Preferences {
  notify?: ChannelNotify | undefined;
  starred?: boolean | undefined;
  following?: boolean | undefined;
}

/** How far the caller has read, and how they want to be told. Works in archived channels too. */
@Injectable()
export class ReadingService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly service: ChannelService,
    private readonly readers: ReaderRepository,
    private readonly histories: ChannelHistories,
  ) {}

  /**
   * Everything up to here is read. A mark never goes back, and reading what is read already changes nothing.
   *
   * @param sequence as the caller counts: clients only what they can see
   * @throws AppError NOT_FOUND, VALIDATION_FAILED (beyond the last message)
   */
  markRead(actor: Actor, channelId: string, sequence: bigint): Promise<string> {
    return this.change(actor, channelId, async (work, userId, channel) => {
      const client = actor.tier === 'CLIENT';
      const last = client ? channel.lastClientSequence : channel.lastSequence;
      if (sequence < 0n || sequence > last) throw refuse('VALIDATION_FAILED', `This channel has messages up to ${last}.`, 'sequence');
      const before = await this.readers.markOf(work, channelId, userId);
      const readBefore = client ? before?.lastReadClientSequence : before?.lastReadSequence;
      if (before?.lastReadAt && readBefore !== undefined && readBefore >= sequence) return;
      const place = await this.place(work, channel, sequence, client);
      await this.readers.read(work, channelId, userId, place);
      recordReaderEvent(work, 'channelReader.read', channelId, fieldChanges({ lastReadSequence: readBefore ?? null }, { lastReadSequence: sequence }));
    });
  }

  /** @throws AppError NOT_FOUND, FORBIDDEN (keys) */
  setPreferences(actor: Actor, channelId: string, preferences: Preferences): Promise<string> {
    return this.change(actor, channelId, async (work, userId) => {
      const before: Partial<Mark> = (await this.readers.markOf(work, channelId, userId)) ?? { notify: 'ALL', starred: false, following: false };
      const changes = fieldChanges(before, { ...preferences });
      if (Object.keys(changes).length === 0) return;
      await this.readers.prefer(work, channelId, userId, preferences);
      recordReaderEvent(work, 'channelReader.preferencesChanged', channelId, changes);
    });
  }

  private change(actor: Actor, channelId: string, body: (work: Work, userId: string, channel: ChannelRow) => Promise<void>): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      const { channel } = await this.service.visible(work, channelId, 'id');
      if (!actor.userId) throw refuse('FORBIDDEN', 'Only people read channels.');
      await body(work, actor.userId, channel);
      return channelId;
    });
  }

  /** The same place in both counts. */
  private async place(work: Work, channel: ChannelRow, sequence: bigint, client: boolean): Promise<{ sequence: bigint; clientSequence: bigint }> {
    if (sequence === 0n) return { sequence: 0n, clientSequence: 0n };
    const { history } = this.histories;
    if (client) return { sequence: await history.sequenceOfClient(work, channel.id, sequence), clientSequence: sequence };
    if (sequence === channel.lastSequence) return { sequence, clientSequence: channel.lastClientSequence };
    return { sequence, clientSequence: channel.twoSided ? await history.clientSequenceAt(work, channel.id, sequence) : 0n };
  }
}
