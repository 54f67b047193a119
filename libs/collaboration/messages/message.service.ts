import { Injectable } from '@nestjs/common';
import { ChannelRepository, ChannelService, type ChannelRow, type MessageSide } from '@throughline/collaboration/channels';
import { FileService } from '@throughline/common/files';
import { maySee } from '@throughline/platform/access';
import { type AccessColumns, UnitOfWork, type Work } from '@throughline/platform/database';
import { type Actor, newId, notFound, refuse } from '@throughline/platform/kernel';
import { loadAccess, modelOfSubject } from '@throughline/platform/read';
import { addressees, mentionsIn, type Mention, withNames } from './body/mentions.js';
import { storedBody } from './body/message-body.js';
import { MentionRepository } from './mention.repository.js';
import { messageAccess } from './message.access.js';
import { MessageRepository, type MessageRow } from './message.repository.js';
import { refusedMentions, refusedReply, refusedSide, requireContent } from './message.rules.js';

/** Something to say. */
export interface PostMessage {
  channelId: string;
  side: MessageSide;
  body: string;
  /** The message it answers. */
  threadId?: string | null;
  fileIds?: readonly string[] | null;
  /** A record it is about. */
  linkedSubject?: string | null;
  linkedId?: string | null;
}

/** A text as it is stored, with whom it addresses. */
export interface CheckedText {
  body: string;
  mentions: Mention[];
}

/** Speaking in channels (CHA-02, AHEAD-08). Repeats of a call are the unit of work's business: its Idempotency-Key makes them one message. */
@Injectable()
export class MessageService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly channels: ChannelService,
    private readonly places: ChannelRepository,
    private readonly messages: MessageRepository,
    private readonly mentions: MentionRepository,
    private readonly files: FileService,
  ) {}

  /**
   * Posts a message at the end of its channel.
   *
   * @returns its id
   * @throws AppError NOT_FOUND, FORBIDDEN, PRECONDITION_FAILED (archived, sides), VALIDATION_FAILED, LIMIT_EXCEEDED
   */
  post(actor: Actor, input: PostMessage): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      const { userId } = actor;
      if (!userId) throw refuse('FORBIDDEN', 'Only a person can speak in a channel.');
      const opened = await this.openFor(work, input);
      const { channel, access } = opened;
      const root = input.threadId ? await this.rootOf(work, input, access) : null;
      const fileIds = input.fileIds ?? [];
      await this.requireLinked(work, input);
      const text = await this.checked(work, channel.id, input.side, input.body);
      requireContent(text.body, fileIds.length, Boolean(input.linkedId));
      const sharedWithClient = input.side === 'CLIENT';
      const message = {
        id: newId(), channelId: channel.id, authorId: userId, threadId: root?.id ?? null, ...text, sharedWithClient, hasFiles: fileIds.length > 0,
        linkedSubject: input.linkedSubject ?? null, linkedId: input.linkedId ?? null,
      };
      const named = await this.mentions.named(work, channel.id, input.side, text.mentions);
      // From here on the channel waits for this message: only what has to.
      const place = await this.places.takeSequence(work, channel.id, input.side);
      await this.messages.insert(work, { ...message, place });
      if (root) await this.messages.countReply(work, root.id, sharedWithClient);
      await this.channels.spoken(work, channel, place, named);
      await this.files.attach(work, fileIds, { subject: 'message', recordId: message.id, sharedWithClient });
      this.record(work, channel, access, message, root);
      return message.id;
    });
  }

  /**
   * A text as it can be stored: normalized, within the limits, everybody under their real name.
   *
   * @throws AppError VALIDATION_FAILED, LIMIT_EXCEEDED, PRECONDITION_FAILED (a client in an internal message); at `body`
   */
  async checked(work: Work, channelId: string, side: MessageSide, written: string): Promise<CheckedText> {
    const text = storedBody(written);
    const found = mentionsIn(text);
    if (found.length === 0) return { body: text, mentions: [] };
    const reached = await this.mentions.resolve(work, channelId, addressees(found));
    const refusal = refusedMentions(side, reached);
    if (refusal) throw refusal;
    const names = new Map(reached.map(({ mention }) => [`${mention.kind} ${mention.id ?? ''}`, mention.name]));
    return { body: withNames(text, found, ({ kind, id, name }) => names.get(`${kind} ${id ?? ''}`) ?? name), mentions: reached.map(({ mention }) => mention) };
  }

  private async openFor(work: Work, { channelId, side }: PostMessage): ReturnType<ChannelService['forPosting']> {
    const refusal = refusedSide(work.actor.tier, side);
    // What they cannot see does not exist for them, whatever side they name.
    if (refusal) {
      await this.channels.visible(work, channelId);
      throw refusal;
    }
    return this.channels.forPosting(work, channelId, side);
  }

  /** The message that is answered, or the one it answers itself: threads are one level deep. */
  private async rootOf(work: Work, { threadId, channelId, side }: PostMessage, access: AccessColumns): Promise<MessageRow> {
    const answered = await this.messages.find(work, threadId!, 'threadId');
    const root = answered.threadId ? await this.messages.find(work, answered.threadId, 'threadId') : answered;
    const hidden = [answered, root].some((message) => !maySee(work.actor.ability, 'message', messageAccess(message, access)));
    if (root.channelId !== channelId || hidden) throw notFound('message', 'threadId');
    const refusal = refusedReply(root, side);
    if (refusal) throw refusal;
    return root;
  }

  private async requireLinked(work: Work, { linkedSubject, linkedId }: PostMessage): Promise<void> {
    if (!linkedSubject && !linkedId) return;
    if (!linkedSubject || !linkedId) throw refuse('VALIDATION_FAILED', 'Name the kind of record and the record, or neither.', 'linkedId');
    await requireVisible(work, linkedSubject, linkedId, 'linkedId');
  }

  private record(
    work: Work, channel: ChannelRow, channelAccess: AccessColumns, message: { id: string; authorId: string; sharedWithClient: boolean; linkedId: string | null }, root: MessageRow | null,
  ): void {
    const about = [channel.id, ...(channel.recordId ? [channel.recordId] : []), ...(message.linkedId ? [message.linkedId] : [])];
    work.record({
      kind: 'message.posted', subject: 'message', subjectId: message.id, related: root ? [...about, root.id] : about,
      access: { before: null, after: messageAccess(message, channelAccess) }, changes: { toClient: { before: null, after: message.sharedWithClient } },
    });
    if (!root) return;
    // Its count of answers has changed, but for the client only where the answer is theirs: else not even that is told.
    const access = messageAccess({ ...root, sharedWithClient: root.sharedWithClient && message.sharedWithClient }, channelAccess);
    work.record({ kind: 'message.replied', subject: 'message', subjectId: root.id, related: about, access: { before: access, after: access } });
  }
}

/** @throws AppError NOT_FOUND at `path` for a record that is missing, hidden, or of a kind that there is not */
export async function requireVisible(work: Work, subject: string, id: string, path: string): Promise<AccessColumns> {
  const access = modelOfSubject(subject) ? await loadAccess(work, subject, id) : null;
  if (!access || !maySee(work.actor.ability, subject, access)) throw notFound('record', path);
  return access;
}
