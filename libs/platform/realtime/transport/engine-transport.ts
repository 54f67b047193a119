import type { PubSubEngine } from 'graphql-subscriptions';
import { Transport, type Topic, type TransportListener, type TransportMessage } from './transport.js';

/** NOTIFY takes 8,000 bytes; a message has about 70. */
const MESSAGES_PER_PUBLISH = 80;

/** A `PubSubEngine` that keeps its connection by itself. */
export interface ConnectedEngine {
  readonly engine: Pick<PubSubEngine, 'publish' | 'subscribe'>;
  /** Calls back each time the connection is back and every subscription is in effect again. */
  onReconnected(listener: () => void): void;
  close(): Promise<void>;
}

/**
 * `Transport` over any engine of graphql-subscriptions. A channel is subscribed once and for the life of the process;
 * listeners come and go here, so that an engine need not unsubscribe over a connection that may be gone.
 */
export class EngineTransport extends Transport {
  private readonly topics = new Map<Topic, { listeners: Set<TransportListener>; ready: Promise<unknown> }>();

  /** @param prefix of the channels, so that several installations can share a server */
  constructor(
    private readonly connected: ConnectedEngine,
    private readonly prefix = 'throughline',
  ) {
    super();
    connected.onReconnected(() => {
      for (const { listeners } of this.topics.values()) for (const listener of [...listeners]) listener.onReconnected?.();
    });
  }

  async publish(topic: Topic, messages: readonly TransportMessage[]): Promise<void> {
    for (let from = 0; from < messages.length; from += MESSAGES_PER_PUBLISH) {
      await this.connected.engine.publish(this.channel(topic), messages.slice(from, from + MESSAGES_PER_PUBLISH));
    }
  }

  async subscribe(topic: Topic, listener: TransportListener): Promise<() => void> {
    let subscribed = this.topics.get(topic);
    if (!subscribed) {
      const listeners = new Set<TransportListener>();
      const deliver = (payload: unknown): void => {
        const messages = wellFormed(payload);
        if (messages.length > 0) for (const receiver of [...listeners]) receiver.onMessages(messages);
      };
      subscribed = { listeners, ready: this.connected.engine.subscribe(this.channel(topic), deliver, {}) };
      this.topics.set(topic, subscribed);
    }
    subscribed.listeners.add(listener);
    await subscribed.ready;
    return () => subscribed.listeners.delete(listener);
  }

  async close(): Promise<void> {
    for (const { listeners } of this.topics.values()) listeners.clear();
    await this.connected.close();
  }

  private channel(topic: Topic): string {
    return `${this.prefix}_${topic}`;
  }
}

/** Others may write to the same channel; what is not ours is left out. */
function wellFormed(payload: unknown): TransportMessage[] {
  if (!Array.isArray(payload)) return [];
  return payload.filter((item: unknown): item is TransportMessage => {
    const message = item as Partial<TransportMessage> | null;
    return typeof message?.organizationId === 'string' && (message.position === null || Number.isSafeInteger(message.position));
  });
}
