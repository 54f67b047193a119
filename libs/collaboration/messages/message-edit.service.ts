import { Injectable } from '@nestjs/common';
import { ChannelRepository, ReaderRepository } from '@throughline/collaboration/channels';
import { FileService } from '@throughline/common/files';
import { UnitOfWork, updateVersioned, type Work } from '@throughline/platform/database';
import { type Actor, refuse } from '@throughline/platform/kernel';
import { addressees } from './body/mentions.js';
import { MentionRepository } from './mention.repository.js';
import { messagePermissions } from './message.policy.js';
import { MessageRepository } from './message.repository.js';
import { refusedPublication, requireContent, sideOf } from './message.rules.js';
import { MessageService } from './message.service.js';
import { type OpenedMessage, OpenedMessages } from './opened-message.js';

/** Changing what was said, with its trace; showing it to the client (CHA-02, AHEAD-08). */
@Injectable()
export class MessageEditService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly opened: OpenedMessages,
    private readonly messages: MessageRepository,
    private readonly texts: MessageService,
    private readonly mentions: MentionRepository,
    private readonly readers: ReaderRepository,
    private readonly places: ChannelRepository,
    private readonly files: FileService,
  ) {}

  /**
   * Puts other words into one's own message; what it said stays readable to those who may see that.
   *
   * @throws AppError NOT_FOUND, FORBIDDEN (somebody else's), CONFLICT, PRECONDITION_FAILED, VALIDATION_FAILED, LIMIT_EXCEEDED
   */
  edit(actor: Actor, input: { id: string; version: number; body: string }): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      const opened = await this.opened.open(work, input.id, messagePermissions.edit);
      const { message } = opened;
      if (message.authorId !== actor.userId) throw refuse('FORBIDDEN', 'Only the author puts other words into a message.', 'id');
      const text = await this.texts.checked(work, message.channelId, sideOf(message), input.body);
      requireContent(text.body, message.hasFiles ? 1 : 0, message.linkedId !== null);
      if (text.body === message.body && input.version === message.version) return message.id;
      await updateVersioned(work, 'message', 'message', message.id, input.version, { body: text.body, mentions: JSON.stringify(text.mentions), edited_at: new Date() });
      await this.messages.keepRevision(work, message);
      await this.nameAnew(work, opened, text.mentions);
      this.opened.record(work, 'message.edited', opened);
      return message.id;
    });
  }

  /**
   * Takes a message back: its place stays, empty, and its files go. One's own, and others' as far as the permission reaches.
   *
   * @throws AppError NOT_FOUND, FORBIDDEN, CONFLICT, PRECONDITION_FAILED
   */
  delete(actor: Actor, input: { id: string; version: number }): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      const opened = await this.opened.open(work, input.id, messagePermissions.delete);
      const { message, channel } = opened;
      const own = message.authorId === actor.userId;
      if (!own && (actor.tier === 'CLIENT' || channel.kind === 'DIRECT')) throw refuse('FORBIDDEN', 'You can delete your own messages here.', 'id');
      await updateVersioned(work, 'message', 'message', message.id, input.version, {
        body: null, mentions: '[]', deleted_at: new Date(), pinned_at: null, pinned_by: null, has_files: false, linked_subject: null, linked_id: null,
      });
      if (message.body) await this.messages.keepRevision(work, message);
      await this.readers.unmention(work, message.channelId, BigInt(message.sequence));
      await this.files.removeOf(work, 'message', message.id);
      this.opened.record(work, 'message.deleted', opened);
      return message.id;
    });
  }

  /**
   * Shows an internal message to the client: a deliberate act. For the client it is posted now, at the end of what they see; what was
   * said about it before (earlier wordings, reactions, answers) stays internal.
   *
   * @throws AppError NOT_FOUND, FORBIDDEN, CONFLICT, PRECONDITION_FAILED
   */
  publish(actor: Actor, input: { id: string; version: number }): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      // The channel first, as whoever posts an answer does: two who wait for each other would both start again.
      await this.places.lock(work, (await this.messages.find(work, input.id)).channelId);
      const opened = await this.opened.open(work, input.id, messagePermissions.publish);
      const { message, channel } = opened;
      const root = message.threadId ? await this.messages.find(work, message.threadId) : null;
      const refusal = refusedPublication(message, channel, root);
      if (refusal) throw refusal;
      const clientSequence = await this.places.takeClientSequence(work, channel.id);
      const now = new Date();
      await updateVersioned(work, 'message', 'message', message.id, input.version, {
        shared_with_client: true, client_sequence: clientSequence.toString(), shared_at: now, published_at: now, published_by: actor.userId,
      });
      await this.files.share(work, 'message', message.id, true);
      this.opened.record(work, 'message.published', opened, { toClient: { before: false, after: true } }, { sharedWithClient: true });
      if (root) {
        await this.messages.showReply(work, root.id);
        this.opened.record(work, 'message.replied', { ...opened, message: root });
      }
      return message.id;
    });
  }

  /** Whom the new words name is told, whom they name no more has nothing unread of it. */
  private async nameAnew(work: Work, { message }: OpenedMessage, mentions: Parameters<typeof addressees>[0]): Promise<void> {
    const side = sideOf(message);
    const now = await this.mentions.named(work, message.channelId, side, mentions);
    const before = new Set(message.mentions.length > 0 ? await this.mentions.named(work, message.channelId, side, message.mentions) : []);
    const added = now.filter((id) => !before.has(id) && id !== work.actor.userId);
    if (before.size > 0) await this.readers.unmention(work, message.channelId, BigInt(message.sequence), now);
    if (added.length > 0) await this.readers.mention(work, message.channelId, added, { sequence: BigInt(message.sequence) });
  }
}
