import { carriedBy, isSecurityKind, SECURITY } from '../../access/index.js';
import { customerOf } from '../../database/index.js';
import type { StoredEvent } from '../log/stored-event.js';

/**
 * Those who would all be told the same: equal rights, equal question. An event is judged once for an audience, however
 * many belong to it.
 */
export interface Audience<Answer> {
  /** Equal keys mean equal answers. */
  readonly key: string;
  /** Under which keys it is found; it is asked about an event that has at least one of them (`keysOf`). */
  readonly keys: readonly string[];
  /** What it is told about an event; null = nothing. Pure. */
  answer(event: StoredEvent): Answer | null;
}

/** Everything about one subject type. */
export const subjectKey = (subject: string): string => `subject:${subject}`;
/** Everything about one record, or that names it as related, or that moved its progress. */
export const recordKey = (id: string): string => `record:${id}`;
/** Everything of one customer. */
export const customerKey = (id: string): string => `customer:${id}`;
/** Everything that is one person's. */
export const ownerKey = (id: string): string => `owner:${id}`;
/** Everything. */
export const EVERYTHING = 'everything';
/** Everything by which records may come into sight or go out of it together with another. */
export const CARRYING = 'carrying';

/** The keys an event is found under; their number depends on the event alone. */
export function keysOf(event: StoredEvent): Set<string> {
  const keys = new Set([EVERYTHING, subjectKey(event.subject), recordKey(event.subjectId)]);
  if (isSecurityKind(event.kind)) keys.add(subjectKey(SECURITY));
  for (const id of event.related) keys.add(recordKey(id));
  for (const node of event.progress) keys.add(subjectKey(node.node)).add(recordKey(node.id));
  const moved = movedWith(event);
  if (moved.size > 0) keys.add(CARRYING);
  for (const kind of [...moved, ...shownBy(event)]) keys.add(subjectKey(kind));
  const accesses = [event.accessBefore, event.accessAfter, ...event.progress.map((node) => node.access)];
  for (const access of accesses) {
    const customerId = customerOf(access);
    if (customerId) keys.add(customerKey(customerId));
    if (access?.ownerId) keys.add(ownerKey(access.ownerId));
  }
  return keys;
}

/** Kinds of records that may have moved with the event's, because who may see it is decided by other values than before. */
function movedWith(event: StoredEvent): ReadonlySet<string> {
  const kinds = new Set<string>();
  if (event.accessBefore && movesAccess(event)) addCarried(kinds, event.subject);
  return kinds;
}

/** Kinds of records that may show something of the event's. */
function shownBy(event: StoredEvent): readonly string[] {
  const { naming, made } = carriedBy(event.subject);
  return event.accessBefore && movesAccess(event) ? [...made, ...naming] : made;
}

function addCarried(kinds: Set<string>, subject: string): void {
  const { followers, copies } = carriedBy(subject);
  for (const kind of [...followers, ...copies]) {
    if (kinds.has(kind)) continue;
    kinds.add(kind);
    addCarried(kinds, kind);
  }
}

const moves = new WeakMap<StoredEvent, boolean>();

/** Whether a record came, went or carries other access columns than before; most events move none. Found out once for all who are told. */
export function movesAccess(event: StoredEvent): boolean {
  let moved = moves.get(event);
  // Written alike, too: whoever records an event makes both from the same row.
  if (moved === undefined) moves.set(event, (moved = JSON.stringify(event.accessBefore) !== JSON.stringify(event.accessAfter)));
  return moved;
}
