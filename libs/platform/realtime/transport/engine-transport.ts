import type { PubSubEngine } from 'graphql-subscriptions';
import { isPresenceMessage } from '../presence/presence-message.js';
import { Transport, type Topic, type TopicMessages, type TransportListener, type TransportMessage } from './transport.js';

/** NOTIFY takes 8,000 bytes. */
const BYTES_PER_PUBLISH = 7_500;

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
  private readonly topics = new Map<Topic, { listeners: Set<TransportListener<never>>; ready: Promise<unknown> }>();

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

  async publish<T extends Topic>(topic: T, messages: readonly TopicMessages[T][]): Promise<void> {
    for (const part of inParts(messages)) await this.connected.engine.publish(this.channel(topic), part);
  }

  async subscribe<T extends Topic>(topic: T, listener: TransportListener<TopicMessages[T]>): Promise<() => void> {
    let subscribed = this.topics.get(topic);
    if (!subscribed) {
      const listeners = new Set<TransportListener<never>>();
      const deliver = (payload: unknown): void => {
        const messages = wellFormed(topic, payload) as never[];
        if (messages.length > 0) for (const receiver of [...listeners]) receiver.onMessages(messages);
      };
      subscribed = { listeners, ready: this.connected.engine.subscribe(this.channel(topic), deliver, {}) };
      this.topics.set(topic, subscribed);
    }
    const { listeners, ready } = subscribed;
    listeners.add(listener as TransportListener<never>);
    await ready;
    return () => listeners.delete(listener as TransportListener<never>);
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
function wellFormed(topic: Topic, payload: unknown): unknown[] {
  if (!Array.isArray(payload)) return [];
  return payload.filter(topic === 'presence' ? isPresenceMessage : isPositionMessage);
}

function isPositionMessage(item: unknown): item is TransportMessage {
  const message = item as Partial<TransportMessage> | null;
  return typeof message?.organizationId === 'string' && (message.position === null || Number.isSafeInteger(message.position));
}

/** As few parts as their size allows, in order. */
function inParts<Message>(messages: readonly Message[]): Message[][] {
  const parts: Message[][] = [];
  let room = 0;
  for (const message of messages) {
    const bytes = Buffer.byteLength(JSON.stringify(message)) + 1;
    if (bytes > room) {
      parts.push([]);
      room = BYTES_PER_PUBLISH;
    }
    parts.at(-1)!.push(message);
    room -= bytes;
  }
  return parts;
}
