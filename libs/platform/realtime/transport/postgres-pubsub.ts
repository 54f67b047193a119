import { PubSubEngine } from 'graphql-subscriptions';
import { Client } from 'pg';
import { backOff } from './back-off.js';
import type { ConnectedEngine } from './engine-transport.js';

type Listener = (payload: unknown) => void;

export interface PostgresPubSubOptions {
  connectionString: string;
  /** Shown in pg_stat_activity. */
  applicationName?: string;
  /** Told of every lost connection, for the log. */
  onTrouble?: (error: Error) => void;
}

/**
 * A `PubSubEngine` on LISTEN and NOTIFY: one connection of its own for both, re-made with back-off when it is lost.
 * A payload travels as JSON and may have 8,000 bytes at most.
 */
export class PostgresPubSub extends PubSubEngine implements ConnectedEngine {
  readonly engine = this;
  private readonly subscriptions = new Map<number, { trigger: string; listener: Listener }>();
  private readonly reconnected: (() => void)[] = [];
  private nextId = 1;
  private client: Client | null = null;
  private connecting: Promise<Client> | null = null;
  private connectedBefore = false;
  private closed = false;
  private cancelWait: (() => void) | null = null;

  constructor(private readonly options: PostgresPubSubOptions) {
    super();
  }

  /** Dropped when there is no connection at this moment. */
  async publish(trigger: string, payload: unknown): Promise<void> {
    if (this.closed) return;
    const text = JSON.stringify(payload);
    try {
      // The first publish of a process waits for the connection; later ones do not wait for a lost one to come back.
      const client = this.connectedBefore ? this.client : await this.connection();
      await client?.query('SELECT pg_notify($1, $2)', [trigger, text]);
    } catch (error) {
      // What was on its way while the engine was closed is no trouble: whoever reads looks by themselves.
      if (!this.closed) this.options.onTrouble?.(error as Error);
    }
  }

  async subscribe(trigger: string, listener: Listener): Promise<number> {
    const id = this.nextId++;
    this.subscriptions.set(id, { trigger, listener });
    const client = await this.connection();
    await client.query(`LISTEN ${client.escapeIdentifier(trigger)}`);
    return id;
  }

  unsubscribe(id: number): void {
    const trigger = this.subscriptions.get(id)?.trigger;
    this.subscriptions.delete(id);
    if (!trigger || [...this.subscriptions.values()].some((other) => other.trigger === trigger)) return;
    this.client?.query(`UNLISTEN ${this.client.escapeIdentifier(trigger)}`).catch(() => undefined);
  }

  onReconnected(listener: () => void): void {
    this.reconnected.push(listener);
  }

  async close(): Promise<void> {
    this.closed = true;
    this.cancelWait?.();
    this.subscriptions.clear();
    await this.connecting?.catch(() => undefined);
    await this.client?.end();
    this.client = null;
  }

  /** The present connection, or the one that is being made: tries until it succeeds or the engine is closed. */
  private connection(): Promise<Client> {
    if (this.client) return Promise.resolve(this.client);
    this.connecting ??= this.connectUntilItWorks().finally(() => (this.connecting = null));
    return this.connecting;
  }

  private async connectUntilItWorks(): Promise<Client> {
    for (let attempt = 0; !this.closed; attempt++) {
      try {
        return await this.connect();
      } catch (error) {
        this.options.onTrouble?.(error as Error);
        await this.wait(backOff(attempt));
      }
    }
    throw new Error('The transport is closed.');
  }

  private async connect(): Promise<Client> {
    const { connectionString, applicationName = 'throughline transport' } = this.options;
    const client = new Client({
      connectionString,
      application_name: applicationName,
      keepAlive: true,
      keepAliveInitialDelayMillis: 10_000,
      connectionTimeoutMillis: 5_000,
    });
    client.on('notification', ({ channel, payload }) => this.deliver(channel, payload ?? ''));
    client.on('error', (error) => this.lost(client, error));
    client.on('end', () => this.lost(client, new Error('The connection ended.')));
    try {
      await client.connect();
      for (const trigger of new Set([...this.subscriptions.values()].map((subscription) => subscription.trigger))) {
        await client.query(`LISTEN ${client.escapeIdentifier(trigger)}`);
      }
    } catch (error) {
      client.end().catch(() => undefined);
      throw error;
    }
    this.client = client;
    this.connectedBefore = true;
    return client;
  }

  private lost(client: Client, error: Error): void {
    if (this.client !== client) return;
    this.client = null;
    client.end().catch(() => undefined);
    if (this.closed) return;
    this.options.onTrouble?.(error);
    void this.connection().then(() => this.reconnected.forEach((listener) => listener()), () => undefined);
  }

  private deliver(channel: string, text: string): void {
    let payload: unknown;
    try {
      payload = JSON.parse(text);
    } catch {
      return;
    }
    for (const { trigger, listener } of [...this.subscriptions.values()]) if (trigger === channel) listener(payload);
  }

  /** Ends early when the engine is closed. */
  private wait(milliseconds: number): Promise<void> {
    return new Promise((done) => {
      const timer = setTimeout(done, milliseconds);
      this.cancelWait = () => {
        clearTimeout(timer);
        done();
      };
    });
  }
}
