import { Injectable } from '@nestjs/common';
import { lockRow, selectList, type Work } from '@throughline/platform/database';
import { newId } from '@throughline/platform/kernel';
import type { File, FileVariant } from './file.entity.js';

/** A file as the rules need it. */
export type FileRow = Omit<File, 'organizationId' | 'createdAt' | 'updatedAt'>;

/** A stored piece of content, in order. */
export interface PartRow {
  id: string;
  number: number;
  /** Plain bytes. */
  bytes: number;
}

const FIELDS = [
  'id', 'version', 'subject', 'recordId', 'sharedWithClient', 'ownerId', 'name', 'contentType', 'bytes', 'received', 'state', 'refusal', 'width', 'height',
  'hasThumbnail', 'hasPreview', 'sealedKey', 'expiresAt',
] as const satisfies readonly (keyof FileRow)[];

/** How long a piece that nothing took stays: longer than anybody needs to write it. */
const LEASE = "interval '1 day'";
/** How long content stays whose file is gone: whoever is downloading it gets to the end. */
const GRACE = "interval '10 minutes'";

/** All SQL that writes files and their pieces. */
@Injectable()
export class FileRepository {
  /** @throws AppError NOT_FOUND */
  lock(work: Work, id: string, path = 'id'): Promise<FileRow> {
    return lockRow<FileRow>(work, { table: 'file', fields: FIELDS, label: 'file' }, id, path);
  }

  /** Several at once, in the order of their ids; those that are missing are left out. */
  lockAll(work: Work, ids: readonly string[]): Promise<FileRow[]> {
    return work.query<FileRow>(
      `SELECT ${selectList(FIELDS)} FROM file WHERE organization_id = $1 AND id = ANY($2::uuid[]) ORDER BY id FOR NO KEY UPDATE`, [work.actor.organizationId, ids],
    );
  }

  /** Without a lock; null when there is none. */
  async find(work: Work, id: string): Promise<FileRow | null> {
    const [row] = await work.query<FileRow>(`SELECT ${selectList(FIELDS)} FROM file WHERE organization_id = $1 AND id = $2`, [work.actor.organizationId, id]);
    return row ?? null;
  }

  /** The files of a record, locked. */
  lockOf(work: Work, subject: string, recordId: string): Promise<FileRow[]> {
    return work.query<FileRow>(
      `SELECT ${selectList(FIELDS)} FROM file WHERE organization_id = $1 AND record_id = $3 AND subject = $2 ORDER BY id FOR NO KEY UPDATE`,
      [work.actor.organizationId, subject, recordId],
    );
  }

  /** The stored pieces of one variant, in order; empty when there are none. */
  async parts(work: Work, fileId: string, variant: FileVariant): Promise<PartRow[]> {
    const rows = await work.query<{ id: string; number: number; bytes: string }>(
      'SELECT id, number, bytes FROM file_part WHERE organization_id = $1 AND file_id = $2 AND variant = $3 AND sweep_after IS NULL ORDER BY number',
      [work.actor.organizationId, fileId, variant],
    );
    return rows.map(({ bytes, ...row }) => ({ ...row, bytes: Number(bytes) }));
  }

  /** Notes a piece that is about to be written: whatever happens to it, the sweeper knows of it. @returns its id */
  async announcePart(work: Work, fileId: string, variant: FileVariant, number: number): Promise<string> {
    const id = newId();
    await work.execute(
      `INSERT INTO file_part (id, organization_id, file_id, variant, number, sweep_after) VALUES ($1, $2, $3, $4, $5, now() + ${LEASE})`,
      [id, work.actor.organizationId, fileId, variant, number],
    );
    return id;
  }

  /** The pieces are written and belong to their file from now on; of a variant, those that were there before do not. */
  async adoptParts(work: Work, fileId: string, parts: readonly { id: string; bytes: number }[], replaced: FileVariant | null): Promise<void> {
    const { organizationId } = work.actor;
    if (replaced) await work.execute(`UPDATE file_part SET file_id = NULL, sweep_after = now() + ${GRACE} WHERE organization_id = $1 AND file_id = $2 AND variant = $3 AND sweep_after IS NULL`, [organizationId, fileId, replaced]);
    await work.execute(
      `UPDATE file_part p SET bytes = d.bytes, sweep_after = NULL FROM unnest($2::uuid[], $3::bigint[]) AS d(id, bytes) WHERE p.organization_id = $1 AND p.id = d.id`,
      [organizationId, parts.map(({ id }) => id), parts.map(({ bytes }) => bytes)],
    );
  }

  /** Nothing will come of these pieces. */
  async dropParts(work: Work, ids: readonly string[]): Promise<void> {
    await work.execute('UPDATE file_part SET file_id = NULL, sweep_after = now() WHERE organization_id = $1 AND id = ANY($2::uuid[])', [work.actor.organizationId, ids]);
  }

  /** All content of a file becomes rubbish. */
  async dropContent(work: Work, fileId: string): Promise<void> {
    await work.execute(`UPDATE file_part SET file_id = NULL, sweep_after = now() + ${GRACE} WHERE organization_id = $1 AND file_id = $2`, [work.actor.organizationId, fileId]);
  }

  /** The file with all its content; the room it took is free at once, and with its key nobody can read what is left of it. */
  async remove(work: Work, { id, bytes, state }: Pick<FileRow, 'id' | 'bytes' | 'state'>): Promise<void> {
    await this.dropContent(work, id);
    await work.execute('DELETE FROM file WHERE organization_id = $1 AND id = $2', [work.actor.organizationId, id]);
    // What was refused takes no room any more.
    if (state !== 'REFUSED') await this.countBytes(work, -BigInt(bytes));
  }

  /** Keeps the organization's sum. */
  async countBytes(work: Work, difference: bigint): Promise<void> {
    await work.execute('UPDATE file_policy SET used_bytes = greatest(used_bytes + $2::bigint, 0) WHERE organization_id = $1', [work.actor.organizationId, difference.toString()]);
  }
}
