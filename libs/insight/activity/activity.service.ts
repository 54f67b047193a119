import { Injectable } from '@nestjs/common';
import { type DescribedChange, describeEvents, eventPhrase } from '@throughline/identity/audit';
import { UnitOfWork, type Work } from '@throughline/platform/database';
import { type Actor, isId, refuse } from '@throughline/platform/kernel';
import { accessOfRecords, modelOfSubject, type ReadModel, recordNames } from '@throughline/platform/read';
import { changedFields, repeatedChanges } from './activity-values.js';
import { ACTIVITY_SUBJECTS, isActivity } from './activity.kinds.js';
import { ActivityRepository, type Candidate, type Source } from './activity.repository.js';
import { type VisibleRecord, visibleRecords } from './visible-records.js';

/** What of the stream is wanted. */
export interface ActivityQuestion {
  first: number;
  /** A position in the log: only what is older. */
  after?: string | null;
  filter?: { subjects?: readonly string[] | null; actorId?: string | null; departmentId?: string | null; recordId?: string | null; since?: Date | null } | null;
}

/** Something that somebody did, for whoever sees the record. */
export interface ActivityEntry {
  id: string;
  position: string;
  kind: string;
  phrase: string;
  subject: string;
  recordId: string;
  recordName: string | null;
  contextSubject: string | null;
  contextId: string | null;
  contextName: string | null;
  actorId: string | null;
  actorName: string | null;
  actorTier: string;
  occurredAt: Date;
  changes: DescribedChange[];
  changedFields: string[];
}

export interface ActivityPage {
  /** Where the log stood before the page was read. */
  position: string;
  nodes: ActivityEntry[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

type Seen = Candidate & VisibleRecord;
interface Found { seen: Seen[]; last: string | null; more: boolean }

const NOTHING: Omit<ActivityPage, 'position'> = { nodes: [], pageInfo: { hasNextPage: false, endCursor: null } };
/** Behind every event. */
const LATEST = '9223372036854775807';
/** Events looked at for one page, step by step: most people see most of what is new, somebody with few rights one in a hundred. */
const STEPS = [120, 1_000, 3_000] as const;
/** Events are numbered as they are written and dated as their transaction begins. */
const LONGEST_TRANSACTION_MS = 60 * 60_000;

/** The stream of what the team did (COL-01). */
@Injectable()
export class ActivityService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly events: ActivityRepository,
  ) {}

  /**
   * A page, newest first: what is told of records that the reader sees now, without what they may not see of them. It costs what the page
   * costs, however long the log is: when little of what is new is theirs, the page is short, and its cursor says how far it looked.
   *
   * @throws AppError VALIDATION_FAILED (filter, cursor), FORBIDDEN for clients, whoever granted them what
   */
  page(reader: Actor, question: ActivityQuestion): Promise<ActivityPage> {
    if (reader.tier === 'CLIENT') throw refuse('FORBIDDEN', 'This is for those who work here.');
    const source = sourceOf(question);
    return this.unitOfWork.run(reader, async (work) => {
      const position = await this.events.head(work);
      // Whoever they may not see did nothing that they could be told of by asking for it.
      if (source.actorId && !(await recordNames(work, reader, byModel([{ subject: 'user', id: source.actorId }]))).has(source.actorId)) return { position, ...NOTHING };
      const before = question.after ? await this.cursor(work, question.after) : LATEST;
      const found = await this.find(work, reader, source, before, question);
      const shown = found.seen.slice(0, question.first);
      const full = found.seen.length > question.first;
      const last = full ? (shown.at(-1)?.id ?? null) : found.last;
      const details = await this.events.details(work, [...shown.map(({ id }) => id), ...(last ? [last] : [])]);
      const told = shown.flatMap((event) => {
        const detail = details.get(event.id);
        return detail ? [{ ...event, ...detail }] : [];
      });
      return { position, nodes: await this.entries(work, reader, told), pageInfo: { hasNextPage: full || found.more, endCursor: (last && details.get(last)?.position) ?? null } };
    });
  }

  private async cursor(work: Work, after: string): Promise<string> {
    const id = /^\d{1,15}$/.test(after) ? await this.events.at(work, after) : null;
    if (id === null) throw refuse('VALIDATION_FAILED', 'This cursor does not belong to this list. Start again without "after".', 'after');
    return id;
  }

  /** Looks back until there is more than a page, or far enough for one question. */
  private async find(work: Work, reader: Actor, source: Source, from: string, { first, filter }: ActivityQuestion): Promise<Found> {
    const since = filter?.since?.getTime() ?? 0;
    const found: Found = { seen: [], last: null, more: true };
    for (const step of STEPS) {
      const limit = Math.max(step, first + 1);
      const events = await this.events.candidates(work, source, found.last ?? from, limit);
      const candidates = events.filter((event) => isActivity(event.kind) && source.subjects.includes(event.subject) && event.occurredAt.getTime() >= since
        && (!source.actorId || event.actorId === source.actorId));
      const records = await visibleRecords(work, reader, idsBySubject(candidates), filter?.departmentId ?? null);
      for (const event of candidates) {
        const record = records.get(event.subjectId);
        if (record) found.seen.push({ ...event, ...record });
      }
      found.last = events.at(-1)?.id ?? found.last;
      found.more = events.length === limit && (events.at(-1)?.occurredAt.getTime() ?? 0) > since - LONGEST_TRANSACTION_MS;
      if (!found.more || found.seen.length > first) break;
    }
    return found;
  }

  private async entries(work: Work, reader: Actor, events: readonly (Seen & { position: string; changes: Parameters<typeof describeEvents>[2][number]['changes'] })[]): Promise<ActivityEntry[]> {
    if (events.length === 0) return [];
    const access = await accessOfRecords(work, byModel(events.map(({ subject, subjectId }) => ({ subject, id: subjectId }))));
    const contexts = await recordNames(work, reader, byModel(events.map(({ contextSubject, contextId }) => ({ subject: contextSubject, id: contextId }))));
    // What follows another record is told by that one's name; nothing that changed in it is repeated.
    const described = await describeEvents(work, reader, events.map((event) => {
      const columns = access.get(event.subjectId);
      return { ...event, changes: columns ? event.changes : {}, access: columns ?? {} };
    }));
    return events.map((event, index) => {
      const { changes = [], recordName = null, actorName = null } = described[index] ?? {};
      const contextName = (event.contextId && contexts.get(event.contextId)) || null;
      return {
        id: event.id, position: event.position, kind: event.kind, phrase: eventPhrase(event.kind), subject: event.subject, recordId: event.subjectId, recordName,
        contextSubject: contextName ? event.contextSubject : null, contextId: contextName ? event.contextId : null, contextName,
        actorId: actorName ? event.actorId : null, actorName, actorTier: event.actorTier, occurredAt: event.occurredAt,
        changes: repeatedChanges(event, changes), changedFields: changedFields(event, changes),
      };
    });
  }
}

/** @throws AppError VALIDATION_FAILED */
function sourceOf({ filter }: ActivityQuestion): Source {
  const { subjects, actorId = null, recordId = null, departmentId = null } = filter ?? {};
  const unknown = subjects?.find((subject) => !ACTIVITY_SUBJECTS.includes(subject));
  if (unknown !== undefined) throw refuse('VALIDATION_FAILED', `There is no such kind of record here. Known are: ${ACTIVITY_SUBJECTS.join(', ')}.`, 'filter.subjects');
  for (const [path, id] of Object.entries({ actorId, recordId, departmentId })) {
    if (id !== null && !isId(id)) throw refuse('VALIDATION_FAILED', 'An id is a UUID.', `filter.${path}`);
  }
  return { subjects: subjects?.length ? [...new Set(subjects)] : ACTIVITY_SUBJECTS, actorId, recordId };
}

function idsBySubject(events: readonly Candidate[]): Map<string, Set<string>> {
  const ids = new Map<string, Set<string>>();
  for (const { subject, subjectId } of events) ids.set(subject, (ids.get(subject) ?? new Set()).add(subjectId));
  return ids;
}

function byModel(records: readonly { subject: string | null; id: string | null }[]): Map<ReadModel, Set<string>> {
  const wanted = new Map<ReadModel, Set<string>>();
  for (const { subject, id } of records) {
    const model = subject && id ? modelOfSubject(subject) : null;
    if (model && id) wanted.set(model, (wanted.get(model) ?? new Set()).add(id));
  }
  return wanted;
}
