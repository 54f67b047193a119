import type { PresenceMessage } from '../presence/presence-message.js';

/** What travels between processes of the log: who moved, and how far. Never content: readers take that from the log, under their own rights. */
export interface TransportMessage {
  organizationId: string;
  /** The organization's last position; null when nothing is positioned yet (a transaction was committed). */
  position: number | null;
}

/** What each topic carries. */
export interface TopicMessages {
  /** A transaction with events was committed, the relay may look. */
  committed: TransportMessage;
  /** The relay gave positions, readers may look. */
  positions: TransportMessage;
  /** Who is here and what they do at this moment: nothing of it is kept (docs/adr/0012). */
  presence: PresenceMessage;
}

export type Topic = keyof TopicMessages;

export interface TransportListener<Message = TransportMessage> {
  onMessages(messages: Message[]): void;
  /** The connection was lost and is back: whatever was published meanwhile never came, so look at the log. */
  onReconnected?(): void;
}

/**
 * Hints between processes. They make things fast and nothing else: whoever listens also looks by itself now and then,
 * so a lost message delays and never loses (domain.md, "One event log").
 */
export abstract class Transport {
  /** Sends to every process, this one included. Best effort: without a connection the messages are dropped. */
  abstract publish<T extends Topic>(topic: T, messages: readonly TopicMessages[T][]): Promise<void>;

  /** @returns once the subscription is in effect, a function that ends it */
  abstract subscribe<T extends Topic>(topic: T, listener: TransportListener<TopicMessages[T]>): Promise<() => void>;

  abstract close(): Promise<void>;
}
