import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@throughline/platform/database';
import { type Actor, refuse } from '@throughline/platform/kernel';
import { storedEmoji } from './body/emoji.js';
import { messagePermissions } from './message.policy.js';
import { MessageRepository } from './message.repository.js';
import { requireVisible } from './message.service.js';
import { OpenedMessages } from './opened-message.js';

/** Different emoji under one message, and of one person. */
export const MOST_REACTIONS = 20;
export const MOST_REACTIONS_EACH = 10;
export const MOST_PINNED = 100;

/** What is put on messages without changing their words: emoji, pins, links to records. */
@Injectable()
export class MessageMarksService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly opened: OpenedMessages,
    private readonly messages: MessageRepository,
  ) {}

  /** Puts one's emoji under a message or takes it away. @throws AppError NOT_FOUND, FORBIDDEN, PRECONDITION_FAILED, VALIDATION_FAILED, LIMIT_EXCEEDED */
  react(actor: Actor, input: { id: string; emoji: string; on: boolean }): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      const opened = await this.opened.open(work, input.id, messagePermissions.react);
      const emoji = storedEmoji(input.emoji);
      if (input.on) {
        const { others, mine } = await this.messages.reactionCounts(work, input.id, emoji);
        if (others >= MOST_REACTIONS) throw refuse('LIMIT_EXCEEDED', `A message has ${MOST_REACTIONS} different reactions at most.`, 'emoji');
        if (mine >= MOST_REACTIONS_EACH) throw refuse('LIMIT_EXCEEDED', `React with ${MOST_REACTIONS_EACH} emoji at most.`, 'emoji');
      }
      if (await this.messages.react(work, input.id, emoji, input.on)) {
        this.opened.record(work, 'message.reacted', opened, { [emoji]: input.on ? { before: null, after: true } : { before: true, after: null } });
      }
      return input.id;
    });
  }

  /** Pins a message to its channel or takes the pin away. @throws AppError NOT_FOUND, FORBIDDEN, PRECONDITION_FAILED, LIMIT_EXCEEDED */
  pin(actor: Actor, input: { id: string; pinned: boolean }): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      const opened = await this.opened.open(work, input.id, messagePermissions.pin);
      const { message } = opened;
      if ((message.pinnedAt !== null) === input.pinned) return message.id;
      if (input.pinned && (await this.messages.pinned(work, message.channelId)) >= MOST_PINNED) {
        throw refuse('LIMIT_EXCEEDED', `A channel has ${MOST_PINNED} pinned messages at most. Take an old one down.`, 'pinned');
      }
      await this.messages.mark(work, message.id, input.pinned ? { pinned_at: new Date(), pinned_by: actor.userId } : { pinned_at: null, pinned_by: null });
      this.opened.record(work, 'message.pinned', opened, { pinned: { before: !input.pinned, after: input.pinned } });
      return message.id;
    });
  }

  /** Links a message to a record, or takes the link away. @throws AppError NOT_FOUND, FORBIDDEN, PRECONDITION_FAILED, VALIDATION_FAILED */
  link(actor: Actor, input: { id: string; linkedSubject?: string | null; linkedId?: string | null }): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      const opened = await this.opened.open(work, input.id, messagePermissions.pin);
      const [linkedSubject, linkedId] = [input.linkedSubject ?? null, input.linkedId ?? null];
      if ((linkedSubject === null) !== (linkedId === null)) throw refuse('VALIDATION_FAILED', 'Name the kind of record and the record, or neither.', 'linkedId');
      if (linkedSubject && linkedId) await requireVisible(work, linkedSubject, linkedId, 'linkedId');
      const { message } = opened;
      if (message.linkedSubject === linkedSubject && message.linkedId === linkedId) return message.id;
      if (!linkedId && message.body === '' && !message.hasFiles) throw refuse('PRECONDITION_FAILED', 'This message is nothing but its link. Delete it instead.', 'linkedId');
      await this.messages.mark(work, message.id, { linked_subject: linkedSubject, linked_id: linkedId });
      this.opened.record(work, 'message.linked', opened, { linked: { before: message.linkedId !== null, after: linkedId !== null } });
      return message.id;
    });
  }
}
