import { isSecurityKind, SECURITY } from '../../access/index.js';
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
/** Everything. */
export const EVERYTHING = 'everything';

/** The keys an event is found under; their number depends on the event alone. */
export function keysOf(event: StoredEvent): Set<string> {
  const keys = new Set([EVERYTHING, subjectKey(event.subject), recordKey(event.subjectId)]);
  if (isSecurityKind(event.kind)) keys.add(subjectKey(SECURITY));
  for (const id of event.related) keys.add(recordKey(id));
  for (const node of event.progress) keys.add(subjectKey(node.node)).add(recordKey(node.id));
  const accesses = [event.accessBefore, event.accessAfter, ...event.progress.map((node) => node.access)];
  for (const access of accesses) {
    const customerId = customerOf(access);
    if (customerId) keys.add(customerKey(customerId));
  }
  return keys;
}
