import { Injectable } from '@nestjs/common';
import { allows, authorize, maySee, type Permission, subjectByName } from '@throughline/platform/access';
import { type AccessColumns, UnitOfWork, updateVersioned, type Work } from '@throughline/platform/database';
import { type Actor, notFound, refuse } from '@throughline/platform/kernel';
import { loadAccess } from '@throughline/platform/read';
import { cleanName, sameEnding } from './content/file-name.js';
import { FileHolders } from './file-holders.js';
import { FilePolicyService } from './file-policy.service.js';
import { fileAccess, filePermissions, fileSubject, fileTaker } from './file.policy.js';
import { FileRepository, type FileRow } from './file.repository.js';

/** What files hang on. */
export interface FileHolder {
  /** Subject type: `message`. */
  subject: string;
  recordId: string;
  sharedWithClient: boolean;
}

/** How many files one call may hang on a record. */
export const MOST_FILES = 20;

/** Files of records: hung on, named, shared, deleted. Uploading is `UploadService`, downloading `DownloadService`. */
@Injectable()
export class FileService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly files: FileRepository,
    private readonly holders: FileHolders,
    private readonly policies: FilePolicyService,
  ) {}

  /**
   * Hangs uploaded files on a record, for the service that writes the record: it has checked that its actor may, and the row of
   * the record is written already in this transaction. Files are still being looked at by the worker then, perhaps.
   *
   * @param more.fromClient a client adds them by hand: whoever works on the record is told
   * @throws AppError at `fileIds`: NOT_FOUND (missing, somebody else's), PRECONDITION_FAILED (not there yet, refused, used already), LIMIT_EXCEEDED
   */
  async attach(work: Work, fileIds: readonly string[], holder: FileHolder, { fromClient = false }: { fromClient?: boolean } = {}): Promise<void> {
    if (fileIds.length === 0) return;
    if (!fileTaker(holder.subject)) throw new Error(`Subject ${holder.subject} accepts no files.`);
    if (fileIds.length > MOST_FILES) throw refuse('LIMIT_EXCEEDED', `At most ${MOST_FILES} files at once.`, 'fileIds');
    const wanted = [...new Set(fileIds)];
    const rows = await this.files.lockAll(work, wanted);
    const { userId, tier, organizationId } = work.actor;
    for (const id of wanted) {
      const index = fileIds.indexOf(id);
      const row = rows.find((candidate) => candidate.id === id);
      if (!row || (tier !== 'SYSTEM' && row.ownerId !== userId)) throw notFound('file', `fileIds.${index}`);
      refuseUnfit(row, `fileIds.${index}`);
    }
    await work.execute(
      `UPDATE file SET subject = $3, record_id = $4, shared_with_client = $5, expires_at = NULL, version = version + 1, updated_at = now()
       WHERE organization_id = $1 AND id = ANY($2::uuid[])`,
      [organizationId, wanted, holder.subject, holder.recordId, holder.sharedWithClient],
    );
    const follows = await this.followed(work, holder);
    for (const row of rows) {
      record(work, 'file.attached', { ...row, ...holder }, fileAccess(row, null), fileAccess({ ...row, ...holder }, follows), {
        subject: { before: null, after: holder.subject }, recordId: { before: null, after: holder.recordId }, name: { before: null, after: row.name },
        ...(fromClient ? { fromClient: { before: null, after: true } } : {}),
      });
    }
  }

  /**
   * Hangs files on a record by hand.
   *
   * @throws AppError as `attach`; VALIDATION_FAILED for a subject that takes no files so, NOT_FOUND, FORBIDDEN on the record
   */
  attachByHand(actor: Actor, fileIds: readonly string[], holder: FileHolder): Promise<string[]> {
    return this.unitOfWork.run(actor, async (work) => {
      const permission = fileTaker(holder.subject)?.permission;
      if (!permission) throw refuse('VALIDATION_FAILED', 'Files cannot be put on such a record here.', 'subject');
      const access = await loadAccess(work, holder.subject, holder.recordId);
      if (!access) throw notFound(subjectByName(holder.subject).label, 'recordId');
      authorize(actor, permission, subjectByName(holder.subject), access, 'recordId');
      if (!allows(actor.ability, filePermissions.update, fileAccess({ ownerId: actor.userId, sharedWithClient: holder.sharedWithClient }, { subject: holder.subject, access }))) {
        throw refuse('FORBIDDEN', `You may not do this: it needs the permission "${filePermissions.update.name}".`);
      }
      await this.attach(work, fileIds, holder);
      return [...new Set(fileIds)];
    });
  }

  /**
   * Puts a client's files on a record that they see; they stay visible to the client.
   *
   * @throws AppError as `attach`; at `recordId` NOT_FOUND (missing, not theirs to see); VALIDATION_FAILED for a subject that takes no files from
   *   clients, PRECONDITION_FAILED where the organization takes none, FORBIDDEN
   */
  handIn(actor: Actor, fileIds: readonly string[], { subject, recordId }: Pick<FileHolder, 'subject' | 'recordId'>): Promise<string[]> {
    return this.unitOfWork.run(actor, async (work) => {
      if (!fileTaker(subject)?.fromClients) throw refuse('VALIDATION_FAILED', 'Files cannot be put on such a record here.', 'subject');
      const access = await loadAccess(work, subject, recordId);
      if (!access || !maySee(actor.ability, subject, access)) throw notFound(subjectByName(subject).label, 'recordId');
      const holder = { subject, recordId, sharedWithClient: true };
      authorize(actor, filePermissions.handIn, fileSubject, fileAccess({ ownerId: actor.userId, sharedWithClient: true }, { subject, access }), 'recordId');
      if (!(await this.policies.inForce(work)).clientsMayAdd) {
        throw refuse('PRECONDITION_FAILED', 'Files are not taken here. Send them in a message instead.', 'recordId');
      }
      await this.attach(work, fileIds, holder, { fromClient: true });
      return [...new Set(fileIds)];
    });
  }

  /** Shows the files of a record to the client, or hides them again: with the record, for the service that publishes it. */
  async share(work: Work, subject: string, recordId: string, sharedWithClient: boolean): Promise<void> {
    const rows = (await this.files.lockOf(work, subject, recordId)).filter((row) => row.sharedWithClient !== sharedWithClient);
    if (rows.length === 0) return;
    await work.execute('UPDATE file SET shared_with_client = $3, version = version + 1, updated_at = now() WHERE organization_id = $1 AND id = ANY($2::uuid[])', [
      work.actor.organizationId, rows.map(({ id }) => id), sharedWithClient,
    ]);
    const follows = await this.followed(work, { subject, recordId });
    for (const row of rows) {
      record(work, 'file.shared', row, fileAccess(row, follows), fileAccess({ ...row, sharedWithClient }, follows), { sharedWithClient: { before: row.sharedWithClient, after: sharedWithClient } });
    }
  }

  /** Deletes the files of a record with it, for the service that deletes it. */
  async removeOf(work: Work, subject: string, recordId: string): Promise<void> {
    const rows = await this.files.lockOf(work, subject, recordId);
    if (rows.length === 0) return;
    const follows = await this.followed(work, { subject, recordId });
    for (const row of rows) await this.removeRow(work, row, follows, 'file.deleted');
  }

  /** @throws AppError NOT_FOUND, FORBIDDEN, CONFLICT, VALIDATION_FAILED (empty, another ending) */
  rename(actor: Actor, id: string, version: number, name: string): Promise<string> {
    return this.change(actor, id, filePermissions.update, async (work, row, follows) => {
      const next = cleanName(name);
      if (!next) throw refuse('VALIDATION_FAILED', 'Give the file a name.', 'name');
      if (!sameEnding(row.name, next)) throw refuse('VALIDATION_FAILED', `Keep the ending of "${row.name}": it tells what the file is.`, 'name');
      await updateVersioned(work, 'file', 'file', id, version, { name: next });
      record(work, 'file.renamed', row, fileAccess(row, follows), fileAccess(row, follows), { name: { before: row.name, after: next } });
    });
  }

  /** @throws AppError NOT_FOUND, FORBIDDEN, CONFLICT, PRECONDITION_FAILED where the record decides itself (messages) */
  setShared(actor: Actor, id: string, version: number, sharedWithClient: boolean): Promise<string> {
    return this.change(actor, id, filePermissions.update, async (work, row, follows) => {
      byHand(row);
      await updateVersioned(work, 'file', 'file', id, version, { shared_with_client: sharedWithClient });
      record(work, 'file.shared', row, fileAccess(row, follows), fileAccess({ ...row, sharedWithClient }, follows), { sharedWithClient: { before: row.sharedWithClient, after: sharedWithClient } });
    });
  }

  /** @throws AppError NOT_FOUND, FORBIDDEN, CONFLICT */
  remove(actor: Actor, id: string, version: number): Promise<string> {
    return this.change(actor, id, filePermissions.delete, async (work, row, follows) => {
      // A stale version is told as everywhere, before anything goes.
      await updateVersioned(work, 'file', 'file', id, version, {});
      await this.removeRow(work, row, follows, 'file.deleted');
      const keeper = row.subject && row.recordId ? this.holders.keeperOf(row.subject) : undefined;
      if (keeper && row.subject && row.recordId) await keeper.fileDeleted(work, row.recordId, (await this.files.lockOf(work, row.subject, row.recordId)).length);
    });
  }

  /** A file's row with what it follows, for whoever decides on it; visible or not. */
  async accessOf(work: Work, row: Pick<FileRow, 'subject' | 'recordId' | 'ownerId' | 'sharedWithClient'>): Promise<AccessColumns> {
    return fileAccess(row, row.subject && row.recordId ? await this.followed(work, { subject: row.subject, recordId: row.recordId }) : null);
  }

  /** Removes a row for good and says so. */
  async removeRow(work: Work, row: FileRow, follows: NonNullable<AccessColumns['follows']> | null, kind: string): Promise<void> {
    await this.files.remove(work, row);
    record(work, kind, row, fileAccess(row, follows), null, { name: { before: row.name, after: null } });
  }

  private async change(
    actor: Actor, id: string, permission: Permission, body: (work: Work, row: FileRow, follows: NonNullable<AccessColumns['follows']> | null) => Promise<void>,
  ): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      const row = await this.files.lock(work, id);
      const access = await this.accessOf(work, row);
      // Whoever uploaded it may take it back while nothing has it, also clients, whose roles reach no waiting files.
      const waiting = row.recordId === null && row.ownerId !== null && row.ownerId === actor.userId;
      if (!waiting) authorize(actor, permission, fileSubject, access);
      await body(work, row, access.follows ?? null);
      return id;
    });
  }

  /** The record with its access columns; one that is gone is seen by nobody. */
  private async followed(work: Work, { subject, recordId }: Pick<FileHolder, 'subject' | 'recordId'>): Promise<NonNullable<AccessColumns['follows']>> {
    return { subject, access: (await loadAccess(work, subject, recordId)) ?? {} };
  }
}

/** @throws AppError PRECONDITION_FAILED */
function refuseUnfit(row: FileRow, path: string): void {
  if (row.recordId !== null) throw refuse('PRECONDITION_FAILED', `"${row.name}" is used already. Upload it again.`, path);
  if (row.state === 'UPLOADING') throw refuse('PRECONDITION_FAILED', `"${row.name}" has not arrived yet. Wait until it is uploaded.`, path);
  if (row.state === 'REFUSED') throw refuse('PRECONDITION_FAILED', `"${row.name}" was refused: ${row.refusal ?? ''}`, path);
}

/** What its record decides is not decided here. @throws AppError PRECONDITION_FAILED */
function byHand(row: FileRow): void {
  if (row.subject && !fileTaker(row.subject)?.permission) throw refuse('PRECONDITION_FAILED', 'Whether the client sees this file is decided where it was sent.', 'id');
}

type Changes = Record<string, { before: unknown; after: unknown }>;

/** One event of a file; it belongs on the page of what the file hangs on. */
export function record(work: Work, kind: string, row: Pick<FileRow, 'id' | 'recordId'>, before: AccessColumns | null, after: AccessColumns | null, changes: Changes): void {
  work.record({ kind, subject: 'file', subjectId: row.id, ...(row.recordId ? { related: [row.recordId] } : {}), access: { before, after }, changes });
}
