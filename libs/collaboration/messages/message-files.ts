import { Injectable, type OnModuleInit } from '@nestjs/common';
import { FileHolders, type FileHolderKeeper } from '@throughline/common/files';
import type { Work } from '@throughline/platform/database';
import { refuse } from '@throughline/platform/kernel';
import { MessageRepository } from './message.repository.js';
import { OpenedMessages } from './opened-message.js';

/** What messages know of their files stays true when one of them is deleted by hand. */
@Injectable()
export class MessageFiles implements FileHolderKeeper, OnModuleInit {
  constructor(
    private readonly holders: FileHolders,
    private readonly opened: OpenedMessages,
    private readonly messages: MessageRepository,
  ) {}

  onModuleInit(): void {
    this.holders.provide('message', this);
  }

  /** @throws AppError PRECONDITION_FAILED for a message that would be nothing then */
  async fileDeleted(work: Work, messageId: string, left: number): Promise<void> {
    const opened = await this.opened.load(work, messageId);
    const { body, linkedId } = opened.message;
    if (left === 0 && body === '' && linkedId === null) throw refuse('PRECONDITION_FAILED', 'This message is nothing but its file. Delete the message instead.', 'id');
    if (left === 0) await this.messages.mark(work, messageId, { has_files: false });
    // Whoever has the channel open loads the message anew.
    this.opened.record(work, 'message.edited', opened, { files: { before: left + 1, after: left } });
  }
}
