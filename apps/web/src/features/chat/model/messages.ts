import type { ChatMessage, Page } from './types';

/** The part of a channel that is loaded: one stretch without holes, ascending by sequence, each message once. */
export interface Stretch {
  messages: readonly ChatMessage[];
  hasEarlier: boolean;
  hasLater: boolean;
  /** Everything up to this sequence is here; what comes later is asked for after it. */
  through: number;
}

export const nothing: Stretch = { messages: [], hasEarlier: false, hasLater: false, through: 0 };

/** Answers may overtake each other: an older version never replaces a newer one. */
const newer = (known: ChatMessage, next: ChatMessage): ChatMessage => (next.version < known.version ? known : next);

function merge(known: readonly ChatMessage[], more: readonly ChatMessage[]): readonly ChatMessage[] {
  const byId = new Map(known.map((message) => [message.id, message]));
  for (const message of more) {
    const before = byId.get(message.id);
    byId.set(message.id, before ? newer(before, message) : message);
  }
  return [...byId.values()].sort((one, other) => one.sequence - other.sequence);
}

const lastOf = (messages: readonly ChatMessage[]): number => messages.at(-1)?.sequence ?? 0;

/** A channel opened afresh, or at another place (a date, a message). */
export function opened(page: Page): Stretch {
  const messages = merge([], page.nodes);
  return { messages, hasEarlier: page.hasEarlier, hasLater: page.hasLater, through: lastOf(messages) };
}

/** The page before the first message. */
export function withEarlier(stretch: Stretch, page: Page): Stretch {
  return { ...stretch, messages: merge(stretch.messages, page.nodes), hasEarlier: page.hasEarlier };
}

/** The page after `through`; a page of a place that has been left meanwhile changes nothing. */
export function withLater(stretch: Stretch, after: number, page: Page): Stretch {
  if (after > stretch.through) return stretch;
  return { ...stretch, messages: merge(stretch.messages, page.nodes), hasLater: page.hasLater, through: Math.max(stretch.through, lastOf(page.nodes)) };
}

/**
 * One message that was sent, edited, reacted to or deleted. What lies outside the stretch is left to the page that will hold it, and it never
 * moves `through`: there may be others before it that have not been loaded.
 */
export function withMessage(stretch: Stretch, message: ChatMessage): Stretch {
  const known = stretch.messages.some(({ id }) => id === message.id);
  const first = stretch.messages[0]?.sequence ?? 0;
  const before = message.sequence < first && stretch.hasEarlier;
  const after = message.sequence > stretch.through && stretch.hasLater;
  return !known && (before || after) ? stretch : { ...stretch, messages: merge(stretch.messages, [message]) };
}

/** A message the viewer may not see any more. */
export function without(stretch: Stretch, id: string): Stretch {
  return stretch.messages.some((message) => message.id === id) ? { ...stretch, messages: stretch.messages.filter((message) => message.id !== id) } : stretch;
}

/** There is more below than is loaded. */
export const behind = (stretch: Stretch): Stretch => (stretch.hasLater ? stretch : { ...stretch, hasLater: true });

/** The viewer's last message that can still be edited, for arrow-up. */
export function lastOwn(messages: readonly ChatMessage[], viewerId: string): ChatMessage | null {
  return messages.findLast((message) => message.author?.id === viewerId && message.body !== null && !message.deletedAt) ?? null;
}
