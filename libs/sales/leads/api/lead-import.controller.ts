import type { IncomingMessage } from 'node:http';
import { Controller, Get, Inject, type OnModuleInit, Param, Post, Query, Req, Res } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { CurrentActor, Requires } from '@throughline/platform/access';
import { type Actor, refuse } from '@throughline/platform/kernel';
import { ImportService } from '../import/import.service.js';
import { MAX_FILE_BYTES, UploadService } from '../import/upload.service.js';
import { leadImportPermissions } from '../lead.policy.js';

/** Types under which files are sent; anything else is answered by Fastify with 415. */
const FILE_TYPES = ['text/csv', 'application/octet-stream'];

/** Files of imports: up as a stream, refused rows down as CSV. Everything else about imports is GraphQL. */
@Controller('files/imports')
export class LeadImportController implements OnModuleInit {
  constructor(
    private readonly uploads: UploadService,
    private readonly imports: ImportService,
    @Inject(HttpAdapterHost) private readonly host: HttpAdapterHost,
  ) {}

  /** The body of an upload is not read by Fastify: it stays a stream. */
  onModuleInit(): void {
    const fastify = this.host.httpAdapter?.getInstance() as FastifyInstance | undefined;
    const missing = FILE_TYPES.filter((type) => fastify && !fastify.hasContentTypeParser(type));
    fastify?.addContentTypeParser(missing, (_request, payload, done) => done(null, payload));
  }

  /**
   * Takes a file as the request's body (`Content-Type: text/csv`).
   *
   * @returns `{ id }` of the import, to be previewed and started over GraphQL
   */
  @Post()
  @Requires(leadImportPermissions.create)
  async upload(@CurrentActor() actor: Actor, @Req() { raw }: { raw: IncomingMessage }, @Query('name') name?: string): Promise<{ id: string }> {
    const announced = Number(raw.headers['content-length'] ?? 0);
    if (announced > MAX_FILE_BYTES) throw refuse('LIMIT_EXCEEDED', 'A file may have at most 50 MB. Split it, or leave out columns you do not need.', 'file', { maximumBytes: MAX_FILE_BYTES });
    // A refusal in the middle must not tear the connection down before it is answered.
    const file = raw.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>;
    return { id: await this.uploads.store(actor, name ?? 'leads.csv', file) };
  }

  /** The rows that were refused, with line and reason, to be mended and imported again. */
  @Get(':id/refused.csv')
  @Requires(leadImportPermissions.read)
  async refused(@CurrentActor() actor: Actor, @Param('id') id: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const csv = await this.imports.refusedCsv(actor, id);
    // Only now: a refusal is JSON.
    void reply.header('content-type', 'text/csv; charset=utf-8').header('content-disposition', 'attachment; filename="refused-rows.csv"');
    return csv;
  }
}
