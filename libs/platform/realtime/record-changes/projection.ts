import { isSecurityKind, SECURITY } from '../../access/index.js';
import { maySee } from '../../access/index.js';
import type { AccessColumns, ProgressChange } from '../../database/index.js';
import { movesAccess, type StoredEvent } from '../../events/index.js';
import type { Actor } from '../../kernel/index.js';
import { carriedKinds } from './carried.js';
import { type NodeProgress, type RecordChange, RecordChangeType, WorkNodeType } from './record-change.object.js';

/** What a subscription asks for. */
export interface ChangeQuestion {
  /** Only these subject types; null = every one. */
  subjects: readonly string[] | null;
  /** Only this record, what belongs to it, and its progress; null = every record. */
  recordId: string | null;
}

/** Who is told; of an actor only what decides about an event. */
export type Viewer = Pick<Actor, 'ability' | 'tier'>;

const WORK_NODES = { task: WorkNodeType.TASK, milestone: WorkNodeType.MILESTONE, project: WorkNodeType.PROJECT } as const;

/**
 * What somebody is told about an event: judged by their present rights on who could see the record before and who can
 * after (domain.md, "One event log"). Whoever does not see the record itself may still see a milestone or project move.
 *
 * @returns null when it is none of their business
 */
export function projectEvent(event: StoredEvent, question: ChangeQuestion, viewer: Viewer): RecordChange | null {
  const { moved, showing } = carriedKinds(event, viewer);
  const asked = (kinds: readonly string[]): string[] => kinds.filter((kind) => !question.subjects || question.subjects.includes(kind));
  if (!isAbout(event, question.recordId)) return asked(moved).length > 0 ? resync(event) : null;
  const carried = asked([...moved, ...showing]).sort();
  const progress = visibleProgress(event, viewer);
  return aboutRecord(event, question, viewer, progress, carried) ?? (carried.length > 0 ? resync(event) : null)
    ?? aboutProgress(event, question, progress) ?? aboutSecurity(event, question, viewer);
}

/** What they ask for may have come or gone with a record that they are not told of, or did not ask for. */
function resync(event: StoredEvent): RecordChange {
  return { position: String(event.position), type: RecordChangeType.RESYNC, subject: null, id: null, kind: null, occurredAt: null, carried: [], progress: [] };
}

/** The record itself came, changed or went. */
function aboutRecord(event: StoredEvent, question: ChangeQuestion, viewer: Viewer, progress: ProgressChange[], carried: string[]): RecordChange | null {
  if (question.subjects && !question.subjects.includes(event.subject)) return null;
  const before = mayRead(viewer, event.subject, event.accessBefore);
  const after = movesAccess(event) ? mayRead(viewer, event.subject, event.accessAfter) : before;
  if (!before && !after) return null;
  if (!after) {
    // Of what is gone nothing but the id is told.
    return message(event, RecordChangeType.REMOVED, event.subject, event.subjectId, null, progress.filter((node) => node.id !== event.subjectId), carried);
  }
  const kind = viewer.tier === 'CLIENT' ? null : event.kind;
  return message(event, before ? RecordChangeType.CHANGED : RecordChangeType.ENTERED, event.subject, event.subjectId, kind, progress, carried);
}

/** The record is hidden, but figures that are not have moved: nothing of the record is told. */
function aboutProgress(event: StoredEvent, { subjects, recordId }: ChangeQuestion, progress: ProgressChange[]): RecordChange | null {
  const node = progress.find(({ id, node: subject }) => id !== event.subjectId && (!subjects || subjects.includes(subject)) && (!recordId || id === recordId));
  return node ? message(event, RecordChangeType.CHANGED, node.node, node.id, null, progress) : null;
}

/** What happens at the door concerns no list of records, but those who watch over security. */
function aboutSecurity(event: StoredEvent, { subjects }: ChangeQuestion, viewer: Viewer): RecordChange | null {
  if (!isSecurityKind(event.kind) || (subjects && !subjects.includes(SECURITY)) || !mayRead(viewer, SECURITY, {})) return null;
  return message(event, RecordChangeType.CHANGED, SECURITY, event.subjectId, event.kind, []);
}

function isAbout(event: StoredEvent, recordId: string | null): boolean {
  return recordId === null || event.subjectId === recordId || event.related.includes(recordId) || event.progress.some((node) => node.id === recordId);
}

function visibleProgress(event: StoredEvent, viewer: Viewer): ProgressChange[] {
  return event.progress.filter((node) => mayRead(viewer, node.node, accessOf(node, event)));
}

/** Fails closed: of a node that does not name its access columns only the customer is known, which the whole tree shares. */
function accessOf(node: ProgressChange, event: StoredEvent): AccessColumns {
  const { sharedWithClient } = node;
  const ofSubject = event.accessAfter ?? event.accessBefore;
  if (node.id === event.subjectId) return { ...ofSubject, sharedWithClient };
  return { ...(node.access ?? { customerId: ofSubject?.customerId ?? null }), sharedWithClient };
}

function mayRead(viewer: Viewer, subject: string, access: AccessColumns | null): boolean {
  return access !== null && maySee(viewer.ability, subject, access);
}

function message(
  event: StoredEvent, type: RecordChangeType, subject: string, id: string, kind: string | null, progress: ProgressChange[], carried: string[] = [],
): RecordChange {
  return { position: String(event.position), type, subject, id, kind, occurredAt: event.occurredAt, carried, progress: progress.map(figures) };
}

function figures({ node, id, workTotal, workDone, status }: ProgressChange): NodeProgress {
  const [total, done] = [BigInt(workTotal), BigInt(workDone)];
  return { node: WORK_NODES[node], id, workTotal: total, workDone: done, basisPoints: total === 0n ? null : Number(done / total), status };
}
