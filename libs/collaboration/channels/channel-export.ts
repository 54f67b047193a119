import { Injectable } from '@nestjs/common';
import { recordExport } from '@throughline/platform/access';
import { UnitOfWork } from '@throughline/platform/database';
import { type Actor, csvCell } from '@throughline/platform/kernel';
import { ChannelHistories, type ExportedMessage } from './channel.history.js';
import { ChannelService } from './channel.service.js';

export type ExportFormat = 'CSV' | 'JSONL';

const PAGE = 500;
const HEADER = ['Number', 'Time (UTC)', 'Side', 'Person', 'Person name', 'Message', 'Answers', 'Text', 'Edited', 'Deleted', 'Files'];

/** All messages of a channel as a file, a page at a time: memory stays flat whatever its length (CHA-04). */
@Injectable()
export class ChannelExport {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly service: ChannelService,
    private readonly histories: ChannelHistories,
  ) {}

  /**
   * Records the export and starts it.
   *
   * @returns pieces of the file; each page is read with the rights and the session of that moment
   * @throws AppError NOT_FOUND, FORBIDDEN
   */
  async start(actor: Actor, channelId: string, format: ExportFormat): Promise<AsyncGenerator<string>> {
    await this.unitOfWork.run(actor, async (work) => {
      const { channel } = await this.service.forMove(work, channelId, 'export');
      recordExport(work, { what: 'channel', format, related: [channelId, ...(channel.recordId ? [channel.recordId] : [])] });
    });
    return this.pieces(actor, channelId, format);
  }

  private async *pieces(actor: Actor, channelId: string, format: ExportFormat): AsyncGenerator<string> {
    if (format === 'CSV') yield `\ufeff${HEADER.join(',')}\r\n`;
    for (let after = 0n; ;) {
      const messages = await this.page(actor, channelId, after);
      yield messages.map(format === 'CSV' ? csvLine : jsonLine).join('');
      if (messages.length < PAGE) return;
      after = messages.at(-1)!.sequence;
    }
  }

  private page(actor: Actor, channelId: string, after: bigint): Promise<ExportedMessage[]> {
    return this.unitOfWork.run(actor, async (work) => {
      await this.service.forMove(work, channelId, 'export');
      return this.histories.history.page(work, channelId, { after, limit: PAGE, clientOnly: actor.tier === 'CLIENT' });
    });
  }
}

function csvLine(message: ExportedMessage): string {
  const { sequence, postedAt, side, authorId, authorName, id, threadId, body, editedAt, deletedAt, files } = message;
  const cells = [
    sequence.toString(), postedAt.toISOString(), side, authorId, authorName, id, threadId, body, editedAt?.toISOString(), deletedAt?.toISOString(), files.join('; '),
  ];
  return `${cells.map((cell) => csvCell(cell ?? '')).join(',')}\r\n`;
}

function jsonLine(message: ExportedMessage): string {
  return `${JSON.stringify({ ...message, sequence: message.sequence.toString() })}\n`;
}
