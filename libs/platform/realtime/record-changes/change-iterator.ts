import type { FeedItem, Subscriber } from '../../events/index.js';
import { type RecordChange, RecordChangeType } from './record-change.object.js';

/** What the executor takes from a subscription's resolver. */
export type ChangeIterator = AsyncIterableIterator<{ recordChanges: RecordChange }>;

/**
 * A feed subscription as the executor wants it. Not an async generator: there `return` would wait for the pending
 * `next`, which may never come.
 */
export function changeIterator(subscriber: Subscriber<RecordChange>): ChangeIterator {
  const iterator: ChangeIterator = {
    async next() {
      const item = await subscriber.next();
      return item ? { done: false, value: { recordChanges: toChange(item) } } : { done: true, value: undefined };
    },
    async return() {
      subscriber.end();
      return { done: true, value: undefined };
    },
    async throw(error: unknown) {
      subscriber.end();
      throw error;
    },
    [Symbol.asyncIterator]: () => iterator,
  };
  return iterator;
}

function toChange(item: FeedItem<RecordChange>): RecordChange {
  if (item.type === 'ANSWER') return item.answer;
  return { position: String(item.position), type: RecordChangeType[item.type], subject: null, id: null, kind: null, occurredAt: null, carried: [], progress: [] };
}
