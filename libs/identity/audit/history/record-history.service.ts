import { Injectable } from '@nestjs/common';
import { allows, maySee } from '@throughline/platform/access';
import { UnitOfWork, type Work } from '@throughline/platform/database';
import { type Actor, isId, notFound, refuse } from '@throughline/platform/kernel';
import { fieldsShowing, modelOfSubject, type ReadModel, recordAccess } from '@throughline/platform/read';
import { describeEvents, type DescribedChange, type DescribedEvent, mayReadSecurity } from '../describe/change-describer.js';
import { eventTitle } from '../describe/words.js';
import { type HistoryRow, RecordHistoryRepository } from './record-history.repository.js';
import { RestorableRecords } from '../restore/restorable-records.js';

/** Something that happened to a record, for whoever may read the record. */
export interface HistoryEntry {
  /** The event's number. */
  id: string;
  kind: string;
  title: string;
  occurredAt: Date;
  /** null: a stranger, the product itself, or somebody the reader may not see. */
  actorName: string | null;
  /** As what they acted. */
  actorTier: string;
  historical: boolean;
  /** What was said, or why. */
  note: string | null;
  changes: DescribedChange[];
  /** Fields whose earlier value can be restored. */
  restorable: string[];
}

export interface HistoryPage {
  entries: HistoryEntry[];
  /** Number of the last entry when there are more behind it. */
  olderThan: string | null;
  /** The record's version now, for restoring; null for whoever may not restore anything of it. */
  version: number | null;
}

/** Told in their own place. */
const NOTES = ['note', 'reason', 'statusReason'] as const;
/** A record came into being by these: nothing was there before. */
const BEGINNING = /\.(created|imported)$/;
const MOST = 100;
/** What those who look after rights and security do about somebody: theirs to know. */
const OVERSIGHT = /^(view\.|user\.exception)/;

/** Histories of records, from the event log (AUD-03). */
@Injectable()
export class RecordHistoryService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly events: RecordHistoryRepository,
    private readonly restorable: RestorableRecords,
  ) {}

  /**
   * The latest first: for every kind of record, and whoever may read it; without fields that are hidden from them.
   *
   * @param page.before the number of an entry: only what is older
   * @throws AppError VALIDATION_FAILED for a subject without records, NOT_FOUND
   */
  of(actor: Actor, subject: string, id: string, page: { first: number; before: string | null }): Promise<HistoryPage> {
    if (page.first < 1 || page.first > MOST) throw refuse('VALIDATION_FAILED', `Ask for 1 to ${MOST} entries.`, 'first');
    if (page.before !== null && !/^\d{1,18}$/.test(page.before)) throw refuse('VALIDATION_FAILED', 'This is no number of an entry.', 'before');
    return this.unitOfWork.run(actor, async (work) => {
      const { access, model } = await visibleRecord(work, actor, subject, id);
      const rows = await this.events.of(work, subject, id, page.first + 1, page.before);
      const shown = rows.slice(0, page.first);
      const described = await describeEvents(work, actor, shown.map((row) => ({ ...row, access })));
      const editing = this.restorable.of(subject)?.definition.permission;
      const version = editing && actor.tier !== 'CLIENT' && allows(actor.ability, editing, access) ? await this.events.version(work, model, id) : null;
      const entries = shown.map((row, index) => (isTold(actor, row) ? this.entry(actor, model, row, described[index], version !== null) : null)).filter((entry) => entry !== null);
      return { entries, olderThan: rows.length > page.first ? (shown.at(-1)?.id ?? null) : null, version };
    });
  }

  private entry(actor: Actor, model: ReadModel, row: HistoryRow, described: DescribedEvent | undefined, mayRestore: boolean): HistoryEntry | null {
    const all = described?.changes ?? [];
    const note = all.find(({ field, after }) => NOTES.some((name) => name === field) && typeof after === 'string');
    const changes = all.filter(({ field, erased }) => erased || !NOTES.some((name) => name === field));
    const common = { id: row.id, kind: row.kind, title: eventTitle(row.kind), occurredAt: row.occurredAt, actorName: described?.actorName ?? null, actorTier: row.actorTier, historical: row.historical };
    if (actor.tier !== 'CLIENT') {
      const restorable = !mayRestore || BEGINNING.test(row.kind) ? [] : changes.filter(({ field, erased }) => !erased && this.restorable.has(row.subject, field)).map(({ field }) => field);
      return { ...common, note: (note?.after as string | undefined) ?? null, changes, restorable };
    }
    // Clients are told of what they can look up on the record, and of nothing that the agency says about it.
    const known = changes.filter(({ field }) => fieldsShowing(model, field).length > 0);
    // Of the time before it was theirs they are told nothing, not even what a value was until then.
    const was = row.accessBefore !== null && maySee(actor.ability, row.subject, row.accessBefore);
    const told = was ? known : known.map((change) => ({ ...change, before: null, beforeText: null }));
    return known.length === 0 ? null : { ...common, note: null, changes: told, restorable: [] };
  }
}

/** How somebody gets in, and who watches, is for those who look after security; clients are told from when a record was theirs to see. */
function isTold(actor: Actor, { kind, subject, accessBefore, accessAfter }: HistoryRow): boolean {
  if (mayReadSecurity(actor)) return true;
  if ((accessBefore === null && accessAfter === null) || OVERSIGHT.test(kind)) return false;
  return actor.tier !== 'CLIENT' || (accessAfter !== null && maySee(actor.ability, subject, accessAfter));
}

/**
 * The record behind a history, with its access columns as they are now.
 *
 * @throws AppError VALIDATION_FAILED, NOT_FOUND when it is missing or not visible
 */
export async function visibleRecord(work: Work, actor: Actor, subject: string, id: string): Promise<{ model: ReadModel; access: Record<string, unknown> }> {
  const model = modelOfSubject(subject);
  if (!model || model.key.type !== 'uuid') throw refuse('VALIDATION_FAILED', 'There are no records of this kind.', 'subject');
  const access = isId(id) ? await recordAccess(work, model, id) : null;
  if (!access || !maySee(actor.ability, subject, access)) throw notFound(model.label);
  return { model, access };
}
