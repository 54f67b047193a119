import { Injectable } from '@nestjs/common';
import { authorize } from '@throughline/platform/access';
import type { AccessColumns, Work } from '@throughline/platform/database';
import { notFound } from '@throughline/platform/kernel';
import { loadAccess } from '@throughline/platform/read';
import type { MessageSide } from './channel.kinds.js';
import { channelPermissions, channelSubject } from './channel.policy.js';
import { ChannelRepository, type ChannelRow, type Place } from './channel.repository.js';
import { type ChannelFacts, type ChannelMove, permissionOf, requireMove } from './channel.rules.js';
import { ReaderRepository } from './reader.repository.js';

/** A channel that was opened for the caller: what it is, and who can see it (for events). */
export interface OpenedChannel {
  channel: ChannelRow;
  access: AccessColumns;
}

/** What whoever writes messages asks of channels; all of it joins a running transaction. */
@Injectable()
export class ChannelService {
  constructor(
    private readonly channels: ChannelRepository,
    private readonly readers: ReaderRepository,
  ) {}

  /**
   * A channel the caller may speak in on this side. Speaking asks for `channel.post`, to the client for `channel.postToClient`; nothing else.
   *
   * @throws AppError NOT_FOUND, FORBIDDEN, PRECONDITION_FAILED (archived; no side for the client; the other person has left)
   */
  async forPosting(work: Work, channelId: string, side: MessageSide, path = 'channelId'): Promise<OpenedChannel> {
    return this.forMove(work, channelId, side === 'CLIENT' ? 'postToClient' : 'post', path);
  }

  /** A channel the caller may see. @throws AppError NOT_FOUND */
  async visible(work: Work, channelId: string, path = 'channelId'): Promise<OpenedChannel> {
    const access = await this.accessOf(work, channelId, path);
    authorize(work.actor, channelPermissions.read, channelSubject, access, path);
    return { channel: await this.channels.find(work, channelId, path), access };
  }

  /** A channel the caller may do this in; locked when it is about to be changed. @throws AppError NOT_FOUND, FORBIDDEN, PRECONDITION_FAILED */
  async forMove(work: Work, channelId: string, move: ChannelMove, path = 'id', { lock = false } = {}): Promise<OpenedChannel> {
    const channel = lock ? await this.channels.lock(work, channelId, path) : await this.channels.find(work, channelId, path);
    const access = await this.accessOf(work, channelId, path);
    authorize(work.actor, channelPermissions[permissionOf(move, channel.kind)], channelSubject, access, path);
    requireMove(move, await this.facts(work, channel), path);
    return { channel, access };
  }

  /**
   * Notes that the caller has spoken: what they say they have read; they follow the channel; whom the message names finds it among their
   * mentions; a direct conversation comes back onto both lists. Call it after `takeSequence`.
   *
   * @param namedUserIds people the message names, the speaker left out
   */
  async spoken(work: Work, channel: ChannelRow, place: Place, namedUserIds: readonly string[]): Promise<void> {
    const { userId } = work.actor;
    const others = namedUserIds.filter((id) => id !== userId);
    if (userId) {
      await this.readers.follow(work, channel.id, [userId]);
      await this.readers.read(work, channel.id, userId, { sequence: place.sequence, clientSequence: place.clientSequence ?? channel.lastClientSequence });
    }
    if (others.length > 0) await this.readers.mention(work, channel.id, others, place);
    if (channel.kind === 'DIRECT') await this.readers.revive(work, channel.id);
  }

  /** @throws AppError NOT_FOUND */
  async accessOf(work: Work, channelId: string, path = 'id'): Promise<AccessColumns> {
    const access = await loadAccess(work, 'channel', channelId);
    if (!access) throw notFound('channel', path);
    return access;
  }

  /** What the rules look at, of a loaded channel. */
  async facts(work: Work, channel: ChannelRow): Promise<ChannelFacts> {
    const members = channel.recordId === null ? await this.channels.members(work, channel.id) : [];
    const { userId, tier } = work.actor;
    return {
      kind: channel.kind, archived: channel.archivedAt !== null, twoSided: channel.twoSided, client: tier === 'CLIENT',
      role: members.find((member) => member.userId === userId)?.role ?? null,
      otherLeft: channel.kind === 'DIRECT' && members.some((member) => member.userId !== userId && !member.active),
    };
  }
}
