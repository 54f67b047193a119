import { Transport, type Topic, type TransportListener, type TransportMessage } from '../../realtime/transport/index.js';

/** A transport inside one process, for tests; `lossy` loses everything. */
export class LocalTransport extends Transport {
  lossy = false;
  readonly published: { topic: Topic; message: TransportMessage }[] = [];
  private readonly listeners = new Map<Topic, Set<TransportListener>>();

  async publish(topic: Topic, messages: readonly TransportMessage[]): Promise<void> {
    for (const message of messages) this.published.push({ topic, message });
    if (this.lossy) return;
    for (const listener of this.listeners.get(topic) ?? []) listener.onMessages([...messages]);
  }

  async subscribe(topic: Topic, listener: TransportListener): Promise<() => void> {
    const listeners = this.listeners.get(topic) ?? new Set();
    this.listeners.set(topic, listeners.add(listener));
    return () => listeners.delete(listener);
  }

  reconnect(): void {
    for (const listeners of this.listeners.values()) for (const listener of listeners) listener.onReconnected?.();
  }

  async close(): Promise<void> {
    this.listeners.clear();
  }
}
