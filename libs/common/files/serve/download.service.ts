import { Injectable } from '@nestjs/common';
import { authorize, recordSecurityEvent } from '@throughline/platform/access';
import { UnitOfWork, type Work } from '@throughline/platform/database';
import { type Actor, notFound, refuse } from '@throughline/platform/kernel';
import { type ByteRange, Storage } from '@throughline/platform/storage';
import { PICTURES, SHOWN_TEXTS } from '../content/file-types.js';
import type { FileVariant } from '../file.entity.js';
import { filePermissions, fileSubject } from '../file.policy.js';
import { FileRepository, type FileRow, type PartRow } from '../file.repository.js';
import { FileService } from '../file.service.js';

/** Which view of a file is asked for. */
export type View = 'CONTENT' | 'THUMBNAIL' | 'PREVIEW';

/** Whether an opening is written down: as a new one, unless it goes on with one that was, or not at all (thumbnails in lists). */
export type Noting = 'NEW' | 'CONTINUED' | 'NEVER';

/** What is asked for within so long after an opening of the same file by the same person belongs to it. */
const OPENING_HOURS = 4;

/** More of a text is not shown in a page. */
const SHOWN_TEXT_BYTES = 256 * 1024;

/** A file that somebody may open now. */
export interface Opened {
  name: string;
  /** As it is served. */
  contentType: string;
  /** Of this view. */
  length: number;
  /** Whether a page may show it: only what was written anew by us, and PDF in its sandbox. */
  inline: boolean;
  /** Names this very content. */
  tag: string;
  /** The bytes of a stretch of it. */
  read(range: ByteRange): AsyncIterable<Buffer>;
}

interface Shown { variant: FileVariant; contentType: string; inline: boolean; most: number }

/** Lets those open a file who see what it hangs on, and notes that they did. */
@Injectable()
export class DownloadService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly files: FileRepository,
    private readonly service: FileService,
    private readonly storage: Storage,
  ) {}

  /**
   * @param noting whether the opening is written down. That a stretch goes on with an earlier one is only the caller's word: it counts where
   *   that one was written down
   * @throws AppError NOT_FOUND, FORBIDDEN, PRECONDITION_FAILED (still being checked, refused)
   */
  async open(actor: Actor, id: string, view: View, noting: Noting): Promise<Opened> {
    // Opening is reading, also for somebody who views as another; that they did stands in the log under their own name.
    const reader = noting !== 'NEVER' && actor.viewing ? { ...actor, request: { ...actor.request, writesWhileViewing: true } } : actor;
    const { row, shown, parts, key } = await this.unitOfWork.run(reader, async (work) => {
      const found = await this.visible(work, id);
      refuseClosed(found);
      const how = shownAs(found, view);
      if (noting === 'NEW' || (noting === 'CONTINUED' && !(await this.wasOpened(work, id)))) recordSecurityEvent(work, 'file.opened', { what: found.name, subject: found.subject, view }, { related: [id, ...(found.recordId ? [found.recordId] : [])] });
      return { row: found, shown: how, parts: await this.files.parts(work, id, how.variant), key: await this.storage.openKey(work, found.sealedKey) };
    });
    const content = { organizationId: actor.organizationId, fileId: id, variant: shown.variant };
    return {
      name: view === 'CONTENT' || shown.variant === 'CONTENT' ? row.name : `${row.name}.webp`,
      contentType: shown.contentType, inline: shown.inline, length: Math.min(lengthOf(parts), shown.most), tag: `"${parts[0]?.id ?? id}"`,
      read: (range) => this.storage.read(key, content, parts, range),
    };
  }

  /** Whether the caller's opening of it was written down lately. */
  private async wasOpened(work: Work, id: string): Promise<boolean> {
    const found = await work.query(
      `SELECT 1 FROM event WHERE organization_id = $1 AND actor_id = $2 AND kind = 'file.opened' AND occurred_at > now() - make_interval(hours => $4) AND $3 = ANY (related) LIMIT 1`,
      [work.actor.organizationId, work.actor.userId, id, OPENING_HOURS],
    );
    return found.length > 0;
  }

  private async visible(work: Work, id: string): Promise<FileRow> {
    const row = await this.files.find(work, id);
    if (!row) throw notFound('file');
    // Whoever uploaded it sees it while it waits, also clients, whose roles reach no waiting files.
    const own = row.recordId === null && row.ownerId !== null && row.ownerId === work.actor.userId;
    if (!own) authorize(work.actor, filePermissions.read, fileSubject, await this.service.accessOf(work, row));
    return row;
  }
}

/** @throws AppError PRECONDITION_FAILED */
function refuseClosed(row: FileRow): void {
  if (row.state === 'REFUSED') throw refuse('PRECONDITION_FAILED', `"${row.name}" was refused: ${row.refusal ?? ''}`);
  if (row.state !== 'READY') throw refuse('PRECONDITION_FAILED', `"${row.name}" is still being checked. Try again in a moment.`);
}

/** @throws AppError NOT_FOUND */
function shownAs(row: FileRow, view: View): Shown {
  const all = Number.MAX_SAFE_INTEGER;
  if (view === 'CONTENT') return { variant: 'CONTENT', contentType: row.contentType, inline: false, most: all };
  if (view === 'THUMBNAIL' && row.hasThumbnail) return { variant: 'THUMBNAIL', contentType: 'image/webp', inline: true, most: all };
  if (view === 'PREVIEW' && row.hasPreview) {
    if (PICTURES.has(row.contentType)) return { variant: 'PREVIEW', contentType: 'image/webp', inline: true, most: all };
    if (row.contentType === 'application/pdf') return { variant: 'CONTENT', contentType: 'application/pdf', inline: true, most: all };
    if (SHOWN_TEXTS.has(row.contentType)) return { variant: 'CONTENT', contentType: 'text/plain; charset=utf-8', inline: false, most: SHOWN_TEXT_BYTES };
  }
  throw notFound(view === 'PREVIEW' ? 'preview' : 'thumbnail');
}

const lengthOf = (parts: readonly PartRow[]): number => parts.reduce((sum, { bytes }) => sum + bytes, 0);
