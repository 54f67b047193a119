import { RedisPubSub } from 'graphql-redis-subscriptions';
import { Redis } from 'ioredis';
import { backOff } from './back-off.js';
import type { ConnectedEngine } from './engine-transport.js';

export interface RedisEngineOptions {
  url: string;
  /** Told of every lost connection, for the log. */
  onTrouble?: (error: Error) => void;
}

/** RedisPubSub of graphql-redis-subscriptions with connections that come back by themselves. */
export class RedisEngine implements ConnectedEngine {
  readonly engine: ConnectedEngine['engine'];
  private readonly publisher: Redis;
  private readonly subscriber: Redis;
  private readonly channels = new Set<string>();
  private closed = false;
  private readonly reconnected: (() => void)[] = [];

  constructor({ url, onTrouble }: RedisEngineOptions) {
    const options = { maxRetriesPerRequest: null, retryStrategy: (attempt: number) => backOff(attempt - 1), keepAlive: 10_000, disconnectTimeout: 500 };
    this.publisher = new Redis(url, options);
    // ioredis would subscribe again by itself, but without anybody to take that command's failure.
    this.subscriber = new Redis(url, { ...options, autoResubscribe: false });
    for (const connection of [this.publisher, this.subscriber]) connection.on('error', (error: Error) => onTrouble?.(error));
    this.resubscribe();
    const pubsub = new RedisPubSub({ publisher: this.publisher, subscriber: this.subscriber });
    this.engine = {
      publish: async (trigger, payload: unknown) => {
        // A queue of hints kept for later would be worth nothing: readers look at the log when they are back.
        if (this.closed || ['reconnecting', 'close', 'end'].includes(this.publisher.status)) return;
        await pubsub.publish(trigger, payload).catch((error: unknown) => onTrouble?.(error as Error));
      },
      subscribe: (trigger, listener, extra) => {
        this.channels.add(trigger);
        return pubsub.subscribe(trigger, listener as (payload: unknown) => void, extra);
      },
    };
  }

  onReconnected(listener: () => void): void {
    this.reconnected.push(listener);
  }

  async close(): Promise<void> {
    this.closed = true;
    await Promise.all([this.publisher, this.subscriber].map(ended));
  }

  private resubscribe(): void {
    let first = true;
    this.subscriber.on('ready', () => {
      if (!first && this.channels.size > 0) {
        this.subscriber.subscribe(...this.channels).then(() => this.reconnected.forEach((listener) => listener()), () => undefined);
      }
      first = false;
    });
  }
}

/** Ends a connection and waits until nothing of it is left. */
function ended(connection: Redis): Promise<void> {
  return new Promise((done) => {
    if (connection.status === 'end') return done();
    connection.once('end', done);
    // Between two tries there is no connection that could end: ioredis only gives up the next try, and says nothing.
    if (connection.status === 'reconnecting') done();
    connection.disconnect();
  });
}
