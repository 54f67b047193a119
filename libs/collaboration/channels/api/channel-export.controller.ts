import { Readable } from 'node:stream';
import { Controller, Get, Param, StreamableFile } from '@nestjs/common';
import { CurrentActor, Requires } from '@throughline/platform/access';
import { type Actor, isId, notFound } from '@throughline/platform/kernel';
import { ChannelExport, type ExportFormat } from '../channel-export.js';
import { channelPermissions } from '../channel.policy.js';

/** A channel's messages as a file. */
@Controller('files/channels')
export class ChannelExportController {
  constructor(private readonly exports: ChannelExport) {}

  @Get(':id/messages.csv')
  @Requires(channelPermissions.export)
  csv(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<StreamableFile> {
    return this.file(actor, id, 'CSV', 'text/csv; charset=utf-8', 'channel.csv');
  }

  @Get(':id/messages.jsonl')
  @Requires(channelPermissions.export)
  jsonLines(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<StreamableFile> {
    return this.file(actor, id, 'JSONL', 'application/x-ndjson', 'channel.jsonl');
  }

  private async file(actor: Actor, id: string, format: ExportFormat, type: string, name: string): Promise<StreamableFile> {
    if (!isId(id)) throw notFound('channel');
    const pieces = await this.exports.start(actor, id, format);
    return new StreamableFile(Readable.from(pieces), { type, disposition: `attachment; filename="${name}"` });
  }
}
