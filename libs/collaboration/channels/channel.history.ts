import { Injectable } from '@nestjs/common';
import type { Work } from '@throughline/platform/database';

/** A message as an export holds it. */
export interface ExportedMessage {
  id: string;
  sequence: bigint;
  side: string;
  postedAt: Date;
  authorId: string | null;
  authorName: string | null;
  threadId: string | null;
  /** null once it was deleted. */
  body: string | null;
  editedAt: Date | null;
  deletedAt: Date | null;
  /** Names of attached files. */
  files: readonly string[];
}

/** What keeps the messages of channels. `messages` provides it; channels only ask. */
export interface ChannelHistory {
  /** Messages behind a place, in order; those the client sees only where `clientOnly`. */
  page(work: Work, channelId: string, options: { after: bigint; limit: number; clientOnly: boolean }): Promise<ExportedMessage[]>;
  /**
   * Deletes messages posted before a moment for good, with all that hangs on them, oldest first; sequences stay as they are.
   *
   * @returns how many; fewer than `limit` when nothing older is left
   */
  removeBefore(work: Work, channelId: string, before: Date, limit: number): Promise<number>;
  /** How many of the messages up to a place the client sees: their own count there. */
  clientSequenceAt(work: Work, channelId: string, sequence: bigint): Promise<bigint>;
  /** The place of the message that a client counts as this one. */
  sequenceOfClient(work: Work, channelId: string, clientSequence: bigint): Promise<bigint>;
}

/** Where `messages` says, when the product starts, that it keeps the messages. */
@Injectable()
export class ChannelHistories {
  private kept: ChannelHistory | null = null;

  provide(history: ChannelHistory): void {
    this.kept = history;
  }

  /** @throws Error while nobody keeps messages */
  get history(): ChannelHistory {
    if (!this.kept) throw new Error('Nobody keeps the messages of channels: ChannelHistories.provide was not called.');
    return this.kept;
  }

  get isProvided(): boolean {
    return this.kept !== null;
  }
}
