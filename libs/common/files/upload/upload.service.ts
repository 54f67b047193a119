import { Injectable } from '@nestjs/common';
import { recordSecurityEvent } from '@throughline/platform/access';
import { insertRow, UnitOfWork, type Work } from '@throughline/platform/database';
import { JobQueue } from '@throughline/platform/jobs';
import { type Actor, AppError, newId, notFound, refuse } from '@throughline/platform/kernel';
import { PART_BYTES, Storage } from '@throughline/platform/storage';
import { checkFile } from '../check/check-file.job.js';
import { FileScanner } from '../check/file-scanner.js';
import { cleanName } from '../content/file-name.js';
import { PICTURES, SHOWN_TEXTS } from '../content/file-types.js';
import { inspectContent, type Inspected, refuseName } from '../content/inspect-content.js';
import { FilePolicyService, inWords } from '../file-policy.service.js';
import { fileAccess, filePermissions } from '../file.policy.js';
import { FileRepository, type FileRow } from '../file.repository.js';
import { record } from '../file.service.js';
import { UploadPlaces } from './upload-places.js';
import type { UploadSource } from './upload-source.js';

/** How long an upload that does not go on, or a file that nothing takes, stays. */
export const WAITS_HOURS = 24;
/** Files of one person that are still arriving or wait for a record. */
const MOST_WAITING = 100;

/** An upload as tus speaks of it. */
export interface Upload {
  id: string;
  received: number;
  bytes: number;
  expiresAt: Date | null;
}

/** Takes files in, in as many requests as it needs (tus): streamed, encrypted as it comes, never whole in memory. */
@Injectable()
export class UploadService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly files: FileRepository,
    private readonly policies: FilePolicyService,
    private readonly storage: Storage,
    private readonly scanner: FileScanner,
    private readonly jobs: JobQueue,
    private readonly places: UploadPlaces,
  ) {}

  /**
   * Begins an upload and takes the room for it.
   *
   * @param bytes the whole length
   * @throws AppError FORBIDDEN; at `file`: VALIDATION_FAILED (name, empty), LIMIT_EXCEEDED (size, quota, waiting files); PRECONDITION_FAILED
   */
  create(actor: Actor, given: { name: string; bytes: number }): Promise<Upload> {
    return this.unitOfWork.run(actor, async (work) => {
      const { userId } = actor;
      if (userId === null) throw refuse('FORBIDDEN', 'Files are uploaded by people.');
      const name = cleanName(given.name);
      if (!name) throw refuse('VALIDATION_FAILED', 'Give the file a name.', 'file');
      if (given.bytes === 0) throw refuse('VALIDATION_FAILED', `"${name}" is empty.`, 'file');
      const { allowedTypes, maxBytes } = await this.policies.inForce(work);
      if (given.bytes > maxBytes) {
        throw refuse('LIMIT_EXCEEDED', `"${name}" has ${inWords(BigInt(given.bytes))}; a file may have ${inWords(BigInt(maxBytes))} at most.`, 'file', { maximumBytes: maxBytes });
      }
      refuseName(name, allowedTypes);
      const [{ waiting } = { waiting: 0 }] = await work.query<{ waiting: number }>(
        'SELECT count(*)::int AS waiting FROM file WHERE organization_id = $1 AND owner_id = $2 AND expires_at IS NOT NULL', [actor.organizationId, userId],
      );
      if (waiting >= MOST_WAITING) throw refuse('LIMIT_EXCEEDED', `You have ${MOST_WAITING} uploads that you have not used. Use or remove some first.`, 'file');
      await this.policies.takeRoom(work, given.bytes);
      const id = newId();
      const expiresAt = later();
      await insertRow(work, 'file', { id, ownerId: userId, name, contentType: 'application/octet-stream', bytes: given.bytes, sealedKey: await this.storage.newKey(work), expiresAt });
      return { id, received: 0, bytes: given.bytes, expiresAt };
    });
  }

  /**
   * How far an upload has come. One whose last bytes came while we ended is finished now.
   *
   * @throws AppError NOT_FOUND; what the content is refused for
   */
  async find(actor: Actor, id: string): Promise<Upload> {
    const row = await this.unitOfWork.run(actor, async (work) => this.own(work, await this.files.find(work, id)));
    if (row.state === 'UPLOADING' && row.received === row.bytes) await this.finish(actor, id);
    return stateOf(row);
  }

  /**
   * Takes the next bytes in. What came before the line broke is kept.
   *
   * @param announced how many bytes the request says it brings; null when it does not say
   * @returns how far it is now
   * @throws AppError NOT_FOUND, CONFLICT (another offset, somebody else is sending), VALIDATION_FAILED (more than announced, refused content)
   */
  async receive(actor: Actor, id: string, offset: number, announced: number | null, source: UploadSource): Promise<Upload> {
    const leave = this.places.enter(actor.userId ?? '', id);
    try {
      let row = await this.unitOfWork.run(actor, async (work) => this.atOffset(this.own(work, await this.files.find(work, id)), offset));
      const bytes = Number(row.bytes);
      if (announced !== null && offset + announced > bytes) throw tooMuch();
      const key = await this.unitOfWork.run(actor, (work) => this.storage.openKey(work, row.sealedKey));
      while (Number(row.received) < bytes && (await source.more())) row = await this.receivePart(actor, row, key, source);
      if (Number(row.received) === bytes) {
        if (row.state === 'UPLOADING' && (await source.more())) throw tooMuch();
        if (row.state === 'UPLOADING') await this.finish(actor, id);
      }
      return stateOf(row);
    } finally {
      leave();
    }
  }

  /** Gives an upload up, or a file that nothing has taken. @throws AppError NOT_FOUND */
  async abandon(actor: Actor, id: string): Promise<void> {
    await this.unitOfWork.run(actor, async (work) => {
      const row = this.own(work, await this.files.lock(work, id));
      await this.files.remove(work, row);
      if (row.state !== 'UPLOADING') record(work, 'file.deleted', row, fileAccess(row, null), null, { name: { before: row.name, after: null } });
    });
  }

  /** Row, then blob, then both are said to belong to the file: whatever ends in between leaves a row that the sweeper finds. */
  private async receivePart(actor: Actor, row: FileRow, key: Buffer, source: UploadSource): Promise<FileRow> {
    const content = { organizationId: actor.organizationId, fileId: row.id, variant: 'CONTENT' };
    const { id, number } = await this.unitOfWork.run(actor, async (work) => {
      const parts = await this.files.parts(work, row.id, 'CONTENT');
      return { number: parts.length, id: await this.files.announcePart(work, row.id, 'CONTENT', parts.length) };
    });
    const came = await this.storage.writePart(key, { ...content, number, id }, source.take(Math.min(PART_BYTES, Number(row.bytes) - Number(row.received))));
    return this.unitOfWork.run(actor, async (work) => {
      const now = this.own(work, await this.files.lock(work, row.id));
      if (now.received !== row.received || now.state !== 'UPLOADING') {
        throw refuse('CONFLICT', 'This file is being sent by another request. Ask how far it is and go on from there.', 'file', { received: now.received });
      }
      await this.files.adoptParts(work, row.id, [{ id, bytes: came }], null);
      await work.execute('UPDATE file SET received = received + $3, expires_at = $4, updated_at = now() WHERE organization_id = $1 AND id = $2', [actor.organizationId, row.id, came, later()]);
      return { ...now, received: String(Number(now.received) + came), expiresAt: later() };
    });
  }

  /** All of it is there: what it is decides what becomes of it. @throws AppError what it is refused for; then nothing of it is left */
  private async finish(actor: Actor, id: string): Promise<void> {
    const { row, parts, key, allowed } = await this.unitOfWork.run(actor, async (work) => {
      const found = this.own(work, await this.files.find(work, id));
      return {
        row: found, parts: await this.files.parts(work, id, 'CONTENT'), key: await this.storage.openKey(work, found.sealedKey), allowed: (await this.policies.inForce(work)).allowedTypes,
      };
    });
    const content = { organizationId: actor.organizationId, fileId: id, variant: 'CONTENT' };
    const read = async (from: number, to: number): Promise<Buffer> => gathered(this.storage.read(key, content, parts, { from, to }));
    try {
      const inspected = await inspectContent({ name: row.name, bytes: Number(row.bytes) }, allowed, read);
      await this.unitOfWork.run(actor, (work) => this.take(work, id, inspected));
    } catch (error) {
      if (error instanceof AppError && error.code === 'VALIDATION_FAILED') await this.unitOfWork.run(actor, (work) => this.turnAway(work, id, error.message));
      throw error;
    }
  }

  private async take(work: Work, id: string, { contentType, name }: Inspected): Promise<void> {
    const row = this.own(work, await this.files.lock(work, id));
    if (row.state !== 'UPLOADING') return;
    const looked = PICTURES.has(contentType) || this.scanner.active;
    const state = looked ? 'CHECKING' : 'READY';
    await work.execute('UPDATE file SET state = $3, content_type = $4, name = $5, has_preview = $6, version = version + 1, updated_at = now() WHERE organization_id = $1 AND id = $2', [
      work.actor.organizationId, id, state, contentType, name, contentType === 'application/pdf' || SHOWN_TEXTS.has(contentType),
    ]);
    if (looked) await this.jobs.schedule(work, checkFile, { fileId: id }, { key: id });
    record(work, 'file.uploaded', row, null, fileAccess(row, null), {
      name: { before: null, after: name }, contentType: { before: null, after: contentType }, bytes: { before: null, after: row.bytes },
    });
  }

  private async turnAway(work: Work, id: string, reason: string): Promise<void> {
    const row = await this.files.find(work, id);
    if (row?.state !== 'UPLOADING') return;
    await this.files.remove(work, row);
    recordSecurityEvent(work, 'file.refused', { what: row.name, reason }, { related: [id] });
  }

  /** Uploads are their owner's alone. @throws AppError NOT_FOUND, FORBIDDEN */
  private own(work: Work, row: FileRow | null): FileRow {
    const { userId, ability } = work.actor;
    if (!row || row.ownerId === null || row.ownerId !== userId || row.recordId !== null) throw notFound('upload');
    if (!ability.can(filePermissions.create.action, filePermissions.create.subject)) throw refuse('FORBIDDEN', `You may not do this: it needs the permission "${filePermissions.create.name}".`);
    return row;
  }

  /** @throws AppError CONFLICT */
  private atOffset(row: FileRow, offset: number): FileRow {
    if (row.received === String(offset) && row.state === 'UPLOADING') return row;
    throw refuse('CONFLICT', `This upload is at byte ${row.received}, not at ${offset}.`, 'file', { received: row.received });
  }
}

const later = (): Date => new Date(Date.now() + WAITS_HOURS * 3_600_000);

const tooMuch = (): Error => refuse('VALIDATION_FAILED', 'More bytes came than the upload announced.', 'file');

const stateOf = ({ id, received, bytes, expiresAt }: FileRow): Upload => ({ id, received: Number(received), bytes: Number(bytes), expiresAt });

async function gathered(bytes: AsyncIterable<Buffer>): Promise<Buffer> {
  const all: Buffer[] = [];
  for await (const piece of bytes) all.push(piece);
  return Buffer.concat(all);
}
