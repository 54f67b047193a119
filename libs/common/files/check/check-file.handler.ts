import { Injectable } from '@nestjs/common';
import { recordSecurityEvent } from '@throughline/platform/access';
import { UnitOfWork, type Work } from '@throughline/platform/database';
import { HandlesJob, type JobHandler, type RunningJob } from '@throughline/platform/jobs';
import { type Actor, AppError } from '@throughline/platform/kernel';
import { PART_BYTES, Storage } from '@throughline/platform/storage';
import { PICTURES } from '../content/file-types.js';
import type { FileVariant } from '../file.entity.js';
import { FileRepository, type FileRow, type PartRow } from '../file.repository.js';
import { FileService, record } from '../file.service.js';
import { checkFile } from './check-file.job.js';
import { FileScanner } from './file-scanner.js';
import { renewPicture } from './pictures.js';

interface Looked { width: number; height: number; bytes: number; parts: Record<FileVariant, { id: string; bytes: number }[]> }

/**
 * Looks at one file in the worker: scans it, writes pictures anew with thumbnail and preview. Until then nobody can open it. A worker
 * that dies leaves parts that nothing has taken; the next one begins again.
 */
@Injectable()
@HandlesJob(checkFile)
export class CheckFile implements JobHandler<{ fileId: string }> {
  /** Pictures are decoded one after the other: each may take hundreds of megabytes. */
  private turn: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly files: FileRepository,
    private readonly service: FileService,
    private readonly storage: Storage,
    private readonly scanner: FileScanner,
  ) {}

  async handle({ payload: { fileId }, actor, once }: RunningJob<{ fileId: string }>): Promise<void> {
    const found = await this.unitOfWork.run(actor, async (work) => {
      const row = await this.files.find(work, fileId);
      if (row?.state !== 'CHECKING') return null;
      return { row, key: await this.storage.openKey(work, row.sealedKey), parts: await this.files.parts(work, fileId, 'CONTENT') };
    });
    if (!found) return;
    const { row, key, parts } = found;
    const content = (): AsyncGenerator<Buffer> => this.storage.read(key, { organizationId: actor.organizationId, fileId, variant: 'CONTENT' }, parts);
    const verdict = await this.scanner.scan(content());
    if (!verdict.clean) {
      await once((work) => this.refuse(work, fileId, `The malware scanner found: ${verdict.found.slice(0, 200)}.`));
      return;
    }
    try {
      const looked = PICTURES.has(row.contentType) ? await this.inTurn(() => this.picture(actor, row, key, content())) : null;
      await once((work) => this.accept(work, row, looked));
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'VALIDATION_FAILED') throw error;
      await once((work) => this.refuse(work, fileId, error.message));
    }
  }

  private async picture(actor: Actor, row: FileRow, key: Buffer, content: AsyncIterable<Buffer>): Promise<Looked> {
    const pieces: Buffer[] = [];
    for await (const piece of content) pieces.push(piece);
    const { content: renewed, thumbnail, preview, width, height } = await renewPicture(Buffer.concat(pieces), row.contentType);
    const parts = {
      CONTENT: await this.write(actor, row, key, 'CONTENT', renewed), THUMBNAIL: await this.write(actor, row, key, 'THUMBNAIL', thumbnail),
      PREVIEW: await this.write(actor, row, key, 'PREVIEW', preview),
    };
    return { width, height, bytes: renewed.length, parts };
  }

  /** Row, then blob, piece by piece; they are the file's when the file is accepted. */
  private async write(actor: Actor, { id: fileId }: FileRow, key: Buffer, variant: FileVariant, bytes: Buffer): Promise<Pick<PartRow, 'id' | 'bytes'>[]> {
    const written: Pick<PartRow, 'id' | 'bytes'>[] = [];
    for (let number = 0; number * PART_BYTES < bytes.length; number++) {
      const piece = bytes.subarray(number * PART_BYTES, (number + 1) * PART_BYTES);
      const id = await this.unitOfWork.run(actor, (work) => this.files.announcePart(work, fileId, variant, number));
      await this.storage.writePart(key, { organizationId: actor.organizationId, fileId, variant, number, id }, one(piece));
      written.push({ id, bytes: piece.length });
    }
    return written;
  }

  private async accept(work: Work, { id, bytes }: FileRow, looked: Looked | null): Promise<void> {
    const row = await this.files.lock(work, id);
    if (row.state !== 'CHECKING') return;
    if (looked) {
      for (const variant of ['CONTENT', 'THUMBNAIL', 'PREVIEW'] as const) await this.files.adoptParts(work, id, looked.parts[variant], variant);
      await this.files.countBytes(work, BigInt(looked.bytes) - BigInt(bytes));
    }
    await work.execute(
      `UPDATE file SET state = 'READY', bytes = $3, received = $3, width = $4, height = $5, has_thumbnail = $6, has_preview = has_preview OR $6, version = version + 1, updated_at = now()
       WHERE organization_id = $1 AND id = $2`,
      [work.actor.organizationId, id, looked?.bytes ?? bytes, looked?.width ?? null, looked?.height ?? null, looked !== null],
    );
    await this.tell(work, row, 'file.checked', { state: { before: 'CHECKING', after: 'READY' } });
  }

  private async refuse(work: Work, id: string, reason: string): Promise<void> {
    const row = await this.files.lock(work, id);
    if (row.state !== 'CHECKING') return;
    await this.files.dropContent(work, id);
    await this.files.countBytes(work, -BigInt(row.bytes));
    await work.execute(`UPDATE file SET state = 'REFUSED', refusal = $3, has_preview = false, version = version + 1, updated_at = now() WHERE organization_id = $1 AND id = $2`, [work.actor.organizationId, id, reason]);
    await this.tell(work, row, 'file.refused', { state: { before: 'CHECKING', after: 'REFUSED' }, refusal: { before: null, after: reason } });
    recordSecurityEvent(work, 'file.refused', { what: row.name, reason }, { related: [id] });
  }

  private async tell(work: Work, row: FileRow, kind: string, changes: Record<string, { before: unknown; after: unknown }>): Promise<void> {
    const access = await this.service.accessOf(work, row);
    record(work, kind, row, access, access, changes);
  }

  private inTurn<T>(body: () => Promise<T>): Promise<T> {
    const mine = this.turn.then(body);
    this.turn = mine.catch(() => undefined);
    return mine;
  }
}

async function* one(piece: Buffer): AsyncGenerator<Buffer> {
  yield await Promise.resolve(piece);
}
