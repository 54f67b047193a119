import { SECURITY } from '@throughline/platform/access';
import type { Work } from '@throughline/platform/database';
import type { Actor } from '@throughline/platform/kernel';
import { mayReadChange, modelNamed, modelOfSubject, type ReadModel, recordNames } from '@throughline/platform/read';
import { auditPermissions, securityPermissions } from '../audit.policy.js';
import { type ChangeValueKind, idsIn, kindOfValue, modelOfReference, textOfValue } from './change-value.js';
import { fieldLabel } from './words.js';

/** What an event changed, as it is stored. */
export type StoredChanges = Readonly<Record<string, { before: unknown; after: unknown }>>;

/** What is described: an event with the record it is about. */
export interface DescribableEvent {
  id: string;
  subject: string;
  subjectId: string;
  actorId: string | null;
  changes: StoredChanges;
  /** The record's access columns, by which the reader's rights are judged. */
  access: Readonly<Record<string, unknown>>;
}

/** One field that an event changed, for people. */
export interface DescribedChange {
  field: string;
  label: string;
  kind: ChangeValueKind;
  before: unknown;
  after: unknown;
  beforeText: string | null;
  afterText: string | null;
}

export interface DescribedEvent {
  changes: DescribedChange[];
  /** Changes that the reader's rules hide. */
  hiddenChanges: number;
  /** What the record is called; null when it is gone or not visible. */
  recordName: string | null;
  actorName: string | null;
}

/** Which parts are wanted: each costs nothing when it is not. */
export interface WantedParts { changes: boolean; names: boolean }

/**
 * Describes events for a reader: changed fields with labels and display values, without what they may not see on the record; all
 * names in one statement, however many events.
 */
export async function describeEvents(work: Work, reader: Actor, events: readonly DescribableEvent[], parts: WantedParts = { changes: true, names: true }): Promise<DescribedEvent[]> {
  const visible = events.map((event) => visibleChanges(reader, event));
  const wanted = new Map<ReadModel, Set<string>>();
  const want = (model: ReadModel | null, ids: readonly string[]): void => {
    if (!model || ids.length === 0) return;
    const known = wanted.get(model);
    if (known) ids.forEach((id) => known.add(id));
    else wanted.set(model, new Set(ids));
  };
  events.forEach((event, index) => {
    if (parts.names) {
      want(modelOfSubject(event.subject), [event.subjectId]);
      if (event.actorId) want(modelNamed('User'), [event.actorId]);
    }
    if (!parts.changes) return;
    for (const { field, before, after } of visible[index]?.changes ?? []) want(modelOfReference(field, modelOfSubject(event.subject)), [...idsIn(before), ...idsIn(after)]);
  });
  const names = await recordNames(work, reader, wanted);
  return events.map((event, index) => ({
    changes: (visible[index]?.changes ?? []).map((change) => ({
      ...change,
      label: fieldLabel(change.field),
      beforeText: textOfValue(change.kind, change.before, names),
      afterText: textOfValue(change.kind, change.after, names),
    })),
    hiddenChanges: visible[index]?.hidden ?? 0,
    recordName: names.get(event.subjectId) ?? null,
    actorName: (event.actorId && names.get(event.actorId)) || null,
  }));
}

type VisibleChange = Pick<DescribedChange, 'field' | 'kind' | 'before' | 'after'>;

function visibleChanges(reader: Actor, { subject, changes, access }: DescribableEvent): { changes: VisibleChange[]; hidden: number } {
  const all = Object.entries(changes);
  const shown = all.filter(([field]) => (subject === SECURITY ? mayReadSecurity(reader) : mayReadChange(reader.ability, modelOfSubject(subject), { ...access, __subject: subject }, field)));
  return { changes: shown.map(([field, { before, after }]) => ({ field, kind: kindOfValue(field, before, after), before, after })), hidden: all.length - shown.length };
}

/** Security events have no record whose rules could decide. */
const mayReadSecurity = ({ ability }: Actor): boolean => [auditPermissions.read, securityPermissions.read].some(({ action, subject }) => ability.can(action, subject));
