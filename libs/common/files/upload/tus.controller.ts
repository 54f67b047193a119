import type { IncomingMessage } from 'node:http';
import { Controller, Delete, Head, HttpCode, Inject, type OnModuleInit, Options, Param, ParseUUIDPipe, Patch, Post, Req, Res } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { CurrentActor, Public, Requires, WithoutActor } from '@throughline/platform/access';
import { type Actor, notFound, refuse } from '@throughline/platform/kernel';
import { MOST_BYTES } from '../file-policy.service.js';
import { filePermissions } from '../file.policy.js';
import { byteCount, CONTENT_TYPE, metadata, requireVersion, TUS_EXTENSIONS, TUS_VERSION } from './tus.js';
import { UploadSource } from './upload-source.js';
import { type Upload, UploadService } from './upload.service.js';

const PATH = '/files/uploads';
/** An id of another form names no upload; it is answered as a missing one. */
const UPLOAD_ID = new ParseUUIDPipe({ exceptionFactory: () => notFound('upload') });

/** Resumable uploads (tus 1.0). What they become is said by `file` in GraphQL: the upload's id is the file's. */
@Controller('files/uploads')
export class TusController implements OnModuleInit {
  constructor(
    private readonly uploads: UploadService,
    @Inject(HttpAdapterHost) private readonly host: HttpAdapterHost,
  ) {}

  /** The body of an upload is not read by Fastify: it stays a stream. */
  onModuleInit(): void {
    const fastify = this.host.httpAdapter?.getInstance() as FastifyInstance | undefined;
    if (fastify && !fastify.hasContentTypeParser(CONTENT_TYPE)) fastify.addContentTypeParser(CONTENT_TYPE, (_request, payload, done) => done(null, payload));
  }

  @Options()
  @Public()
  @WithoutActor()
  @HttpCode(204)
  options(@Res({ passthrough: true }) reply: FastifyReply): void {
    void reply.header('tus-resumable', TUS_VERSION).header('tus-version', TUS_VERSION).header('tus-extension', TUS_EXTENSIONS).header('tus-max-size', String(MOST_BYTES));
  }

  @Post()
  @Requires(filePermissions.create)
  @HttpCode(201)
  async create(@CurrentActor() actor: Actor, @Req() { raw }: { raw: IncomingMessage }, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    const { headers } = this.begin(raw, reply);
    if (headers['upload-defer-length'] !== undefined) throw refuse('VALIDATION_FAILED', 'Say with Upload-Length how long the file is.', 'file');
    const bytes = byteCount(headers, 'upload-length');
    const upload = await this.uploads.create(actor, { name: metadata(headers).get('filename') ?? metadata(headers).get('name') ?? '', bytes });
    void reply.header('location', `${PATH}/${upload.id}`);
    const withContent = headers['content-type'] === CONTENT_TYPE && headers['content-length'] !== '0';
    this.answer(reply, withContent ? await this.uploads.receive(actor, upload.id, 0, announced(raw), new UploadSource(raw)) : upload);
  }

  @Head(':id')
  @Requires(filePermissions.create)
  async state(@CurrentActor() actor: Actor, @Param('id', UPLOAD_ID) id: string, @Req() { raw }: { raw: IncomingMessage }, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    this.begin(raw, reply);
    const upload = await this.uploads.find(actor, id);
    this.answer(reply, upload);
    void reply.header('upload-length', String(upload.bytes));
  }

  @Patch(':id')
  @Requires(filePermissions.create)
  @HttpCode(204)
  async receive(@CurrentActor() actor: Actor, @Param('id', UPLOAD_ID) id: string, @Req() { raw }: { raw: IncomingMessage }, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    const { headers } = this.begin(raw, reply);
    if (headers['content-type'] !== CONTENT_TYPE) throw refuse('VALIDATION_FAILED', `The bytes of an upload come as ${CONTENT_TYPE}.`, 'file');
    this.answer(reply, await this.uploads.receive(actor, id, byteCount(headers, 'upload-offset'), announced(raw), new UploadSource(raw)));
  }

  @Delete(':id')
  @Requires(filePermissions.create)
  @HttpCode(204)
  async abandon(@CurrentActor() actor: Actor, @Param('id', UPLOAD_ID) id: string, @Req() { raw }: { raw: IncomingMessage }, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    this.begin(raw, reply);
    await this.uploads.abandon(actor, id);
  }

  /** What stands on every answer, refusals too. */
  private begin(raw: IncomingMessage, reply: FastifyReply): IncomingMessage {
    void reply.header('tus-resumable', TUS_VERSION).header('tus-version', TUS_VERSION);
    requireVersion(raw.headers);
    return raw;
  }

  private answer(reply: FastifyReply, { received, expiresAt }: Upload): void {
    void reply.header('upload-offset', String(received));
    if (expiresAt) void reply.header('upload-expires', expiresAt.toUTCString());
  }
}

const announced = ({ headers }: IncomingMessage): number | null => (headers['content-length'] === undefined ? null : Number(headers['content-length']));
