import { Injectable } from '@nestjs/common';
import { ChannelRepository, ChannelService, type ChannelRow } from '@throughline/collaboration/channels';
import { authorize, type Permission } from '@throughline/platform/access';
import type { AccessColumns, Work } from '@throughline/platform/database';
import { refuse } from '@throughline/platform/kernel';
import { messageAccess } from './message.access.js';
import { messageSubject } from './message.policy.js';
import { MessageRepository, type MessageRow } from './message.repository.js';

/** A message that is about to be changed, locked, with its channel. */
export interface OpenedMessage {
  message: MessageRow;
  channel: ChannelRow;
  /** The channel's access columns; the message's are `messageAccess(message, channelAccess)`. */
  channelAccess: AccessColumns;
}

type Changes = Record<string, { before: unknown; after: unknown }>;

/** How every change of a message begins and ends. */
@Injectable()
export class OpenedMessages {
  constructor(
    private readonly channels: ChannelService,
    private readonly rows: ChannelRepository,
    private readonly messages: MessageRepository,
  ) {}

  /**
   * @param options.whenArchived what is done with it changes nothing in the channel
   * @throws AppError NOT_FOUND, FORBIDDEN, PRECONDITION_FAILED (archived channel; deleted message); at `id`
   */
  async open(work: Work, id: string, permission: Permission, { whenArchived = false } = {}): Promise<OpenedMessage> {
    const opened = await this.load(work, id);
    const { message, channel, channelAccess } = opened;
    authorize(work.actor, permission, messageSubject, messageAccess(message, channelAccess));
    if (message.deletedAt) throw refuse('PRECONDITION_FAILED', 'This message was deleted.', 'id');
    if (channel.archivedAt && !whenArchived) throw refuse('PRECONDITION_FAILED', 'This channel is archived: nothing in it can be changed any more.', 'id');
    return opened;
  }

  /** A message for what the product does with it by itself, locked; whoever calls has asked for the right. @throws AppError NOT_FOUND */
  async load(work: Work, id: string): Promise<OpenedMessage> {
    const message = await this.messages.lock(work, id);
    const channelAccess = await this.channels.accessOf(work, message.channelId);
    return { message, channel: await this.rows.find(work, message.channelId), channelAccess };
  }

  /** One event of a message. No words of it go into the log: what was said before is kept with the message and goes with it. */
  record(work: Work, kind: string, { message, channel, channelAccess }: OpenedMessage, changes: Changes = {}, after: { sharedWithClient: boolean } = message, also: readonly string[] = []): void {
    work.record({
      kind, subject: 'message', subjectId: message.id,
      related: [channel.id, ...(channel.recordId ? [channel.recordId] : []), ...(message.threadId ? [message.threadId] : []), ...also],
      access: { before: messageAccess(message, channelAccess), after: messageAccess({ ...message, sharedWithClient: after.sharedWithClient }, channelAccess) }, changes,
    });
  }
}
