import { Readable } from 'node:stream';
import { Controller, Get, Param, ParseUUIDPipe, Req, Res, StreamableFile } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CurrentActor, Requires } from '@throughline/platform/access';
import { type Actor, notFound } from '@throughline/platform/kernel';
import { filePermissions } from '../file.policy.js';
import { disposition, rangeOf } from './byte-range.js';
import { DownloadService, type View } from './download.service.js';

const FILE_ID = new ParseUUIDPipe({ exceptionFactory: () => notFound('file') });
/** Whatever a file holds, in a browser it does nothing: no scripts, no forms, no origin of ours. */
const SANDBOX = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; media-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Files, down. Up they come by tus (`TusController`). */
@Controller('files')
export class FileController {
  constructor(private readonly downloads: DownloadService) {}

  /** The file itself, to be saved. Answers ranges, so that films can be watched and downloads go on. */
  @Get(':id')
  @Requires(filePermissions.read)
  content(@CurrentActor() actor: Actor, @Param('id', FILE_ID) id: string, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile | Buffer> {
    return this.send(actor, id, 'CONTENT', request, reply);
  }

  @Get(':id/thumbnail')
  @Requires(filePermissions.read)
  thumbnail(@CurrentActor() actor: Actor, @Param('id', FILE_ID) id: string, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile | Buffer> {
    return this.send(actor, id, 'THUMBNAIL', request, reply);
  }

  @Get(':id/preview')
  @Requires(filePermissions.read)
  preview(@CurrentActor() actor: Actor, @Param('id', FILE_ID) id: string, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile | Buffer> {
    return this.send(actor, id, 'PREVIEW', request, reply);
  }

  private async send(actor: Actor, id: string, view: View, { headers, method }: FastifyRequest, reply: FastifyReply): Promise<StreamableFile | Buffer> {
    // What follows the first stretch belongs to the same opening.
    const continues = /^bytes=0*[1-9]/.test(headers.range ?? '');
    const file = await this.downloads.open(actor, id, view, view === 'THUMBNAIL' || method === 'HEAD' ? 'NEVER' : continues ? 'CONTINUED' : 'NEW');
    void reply.header('content-security-policy', SANDBOX).header('content-disposition', disposition(file.inline ? 'inline' : 'attachment', file.name)).header('content-type', file.contentType)
      .header('cache-control', 'private, no-cache').header('etag', file.tag).header('accept-ranges', 'bytes');
    if (headers['if-none-match'] === file.tag) {
      void reply.code(304);
      return Buffer.alloc(0);
    }
    const range = headers['if-range'] === undefined || headers['if-range'] === file.tag ? rangeOf(headers.range, file.length) : null;
    if (range === 'UNSATISFIABLE') {
      void reply.code(416).header('content-range', `bytes */${file.length}`);
      return Buffer.alloc(0);
    }
    const { from, to } = range ?? { from: 0, to: file.length };
    if (range) void reply.code(206).header('content-range', `bytes ${from}-${to - 1}/${file.length}`);
    void reply.header('content-length', String(to - from));
    return new StreamableFile(Readable.from(method === 'HEAD' ? [] : file.read({ from, to }), { objectMode: false }));
  }
}
