import { SECURITY } from '@throughline/platform/access';
import type { Work } from '@throughline/platform/database';
import type { Actor } from '@throughline/platform/kernel';
import { mayReadChange, modelNamed, modelOfSubject, type ReadModel, recordNames } from '@throughline/platform/read';
import { auditPermissions, securityPermissions } from '../audit.policy.js';
import { type ChangeValueKind, idsIn, kindOfValue, modelOfReference, textOfValue } from './change-value.js';
import { fieldLabel } from './words.js';

/** What an event changed, as it is stored; `erased` where the values were taken out of the history. */
export type StoredChanges = Readonly<Record<string, { before: unknown; after: unknown; erased?: boolean }>>;

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
  /** The values were taken out of the history: nobody can say any more what they were. */
  erased: boolean;
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
  const currencies = parts.changes ? await currenciesOf(work, events.filter((_, index) => visible[index]?.changes.some(({ kind }) => kind === 'MONEY'))) : new Map<string, string>();
  return events.map((event, index) => ({
    changes: (visible[index]?.changes ?? []).map((change) => ({
      ...change,
      label: fieldLabel(change.field),
      beforeText: textOfValue(change.kind, change.before, names, currencyAt(event, 'before', currencies)),
      afterText: textOfValue(change.kind, change.after, names, currencyAt(event, 'after', currencies)),
    })),
    hiddenChanges: visible[index]?.hidden ?? 0,
    recordName: names.get(event.subjectId) ?? null,
    actorName: (event.actorId && names.get(event.actorId)) || null,
  }));
}

/** What the event says of the currency itself, else the record's. */
function currencyAt({ subjectId, changes }: DescribableEvent, when: 'before' | 'after', currencies: ReadonlyMap<string, string>): string | null {
  const told = changes['currency']?.[when];
  return typeof told === 'string' && /^[A-Z]{3}$/.test(told) ? told : (currencies.get(subjectId) ?? null);
}

/** Currencies of records with amounts, by id; of records without one of their own the organization's. One statement. */
async function currenciesOf(work: Work, events: readonly DescribableEvent[]): Promise<Map<string, string>> {
  const ids = new Map<string, Set<string>>();
  for (const { subject, subjectId } of events) ids.set(subject, (ids.get(subject) ?? new Set()).add(subjectId));
  if (ids.size === 0) return new Map();
  const parameters: unknown[] = [work.actor.organizationId];
  const selects = [...ids].map(([subject, some]) => {
    parameters.push([...some]);
    const model = modelOfSubject(subject);
    const column = [...(model?.fields.values() ?? [])].find((field) => field.type === 'money')?.currency;
    const own = model && column ? `(SELECT t.${column} FROM ${model.table} t WHERE t.${model.tenant} = $1 AND t.${model.key.column} = i.id)` : 'NULL';
    return `SELECT i.id, coalesce(${own}, o.currency) AS currency FROM unnest($${parameters.length}::uuid[]) AS i(id), organization o WHERE o.id = $1`;
  });
  const rows = await work.query<{ id: string; currency: string }>(selects.join(' UNION ALL '), parameters);
  return new Map(rows.map(({ id, currency }) => [id, currency]));
}

type VisibleChange = Pick<DescribedChange, 'field' | 'kind' | 'before' | 'after' | 'erased'>;

function visibleChanges(reader: Actor, { subject, changes, access }: DescribableEvent): { changes: VisibleChange[]; hidden: number } {
  const all = Object.entries(changes);
  const shown = all.filter(([field]) => (subject === SECURITY ? mayReadSecurity(reader) : mayReadChange(reader.ability, modelOfSubject(subject), { ...access, __subject: subject }, field)));
  return { changes: shown.map(([field, { before, after, erased = false }]) => ({ field, kind: erased ? 'TEXT' : kindOfValue(field, before, after), before, after, erased })), hidden: all.length - shown.length };
}

/** Security events have no record whose rules could decide. */
export const mayReadSecurity = ({ ability }: Actor): boolean => [auditPermissions.read, securityPermissions.read].some(({ action, subject }) => ability.can(action, subject));
