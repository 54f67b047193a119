import { Transport, type Topic, type TopicMessages, type TransportListener } from '../../realtime/transport/index.js';

/** A transport inside one process, for tests; `lossy` loses everything. */
export class LocalTransport extends Transport {
  lossy = false;
  readonly published: { topic: Topic; message: TopicMessages[Topic] }[] = [];
  private readonly listeners = new Map<Topic, Set<TransportListener<never>>>();

  async publish<T extends Topic>(topic: T, messages: readonly TopicMessages[T][]): Promise<void> {
    for (const message of messages) this.published.push({ topic, message });
    if (this.lossy) return;
    for (const listener of this.listeners.get(topic) ?? []) listener.onMessages([...messages] as never[]);
  }

  async subscribe<T extends Topic>(topic: T, listener: TransportListener<TopicMessages[T]>): Promise<() => void> {
    const listeners = this.listeners.get(topic) ?? new Set<TransportListener<never>>();
    this.listeners.set(topic, listeners.add(listener as TransportListener<never>));
    return () => listeners.delete(listener as TransportListener<never>);
  }

  reconnect(): void {
    for (const listeners of this.listeners.values()) for (const listener of listeners) listener.onReconnected?.();
  }

  async close(): Promise<void> {
    this.listeners.clear();
  }
}
