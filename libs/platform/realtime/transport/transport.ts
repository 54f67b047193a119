/** What travels between processes: who moved, and how far. Never content: readers take that from the log, under their own rights. */
export interface TransportMessage {
  organizationId: string;
  /** The organization's last position; null when nothing is positioned yet (a transaction was committed). */
  position: number | null;
}

/**
 * `committed`: a transaction with events was committed, the relay may look. `positions`: the relay gave positions,
 * readers may look.
 */
export type Topic = 'committed' | 'positions';

export interface TransportListener {
  onMessages(messages: TransportMessage[]): void;
  /** The connection was lost and is back: whatever was published meanwhile never came, so look at the log. */
  onReconnected?(): void;
}

/**
 * Hints between processes. They make things fast and nothing else: whoever listens also looks by itself now and then,
 * so a lost message delays and never loses (domain.md, "One event log").
 */
export abstract class Transport {
  /** Sends to every process, this one included. Best effort: without a connection the messages are dropped. */
  abstract publish(topic: Topic, messages: readonly TransportMessage[]): Promise<void>;

  /** @returns once the subscription is in effect, a function that ends it */
  abstract subscribe(topic: Topic, listener: TransportListener): Promise<() => void>;

  abstract close(): Promise<void>;
}
