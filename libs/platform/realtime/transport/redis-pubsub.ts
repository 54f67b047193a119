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
  private closed = false;
  private readonly reconnected: (() => void)[] = [];

  constructor({ url, onTrouble }: RedisEngineOptions) {
    const options = { maxRetriesPerRequest: null, retryStrategy: (attempt: number) => backOff(attempt - 1), keepAlive: 10_000 };
    this.publisher = new Redis(url, options);
    this.subscriber = new Redis(url, options);
    for (const connection of [this.publisher, this.subscriber]) connection.on('error', (error: Error) => onTrouble?.(error));
    this.announceReconnections();
    const pubsub = new RedisPubSub({ publisher: this.publisher, subscriber: this.subscriber });
    this.engine = {
      publish: async (trigger, payload: unknown) => {
        // A queue of hints kept for later would be worth nothing: readers look at the log when they are back.
        if (this.closed || ['reconnecting', 'close', 'end'].includes(this.publisher.status)) return;
        await pubsub.publish(trigger, payload).catch((error: unknown) => onTrouble?.(error as Error));
      },
      subscribe: (trigger, listener, extra) => pubsub.subscribe(trigger, listener as (payload: unknown) => void, extra),
    };
  }

  onReconnected(listener: () => void): void {
    this.reconnected.push(listener);
  }

  async close(): Promise<void> {
    this.closed = true;
    await Promise.all([this.publisher, this.subscriber].map(ended));
  }

  /** ioredis subscribes again by itself, in order, so that a command sent after that tells when it is done. */
  private announceReconnections(): void {
    let first = true;
    this.subscriber.on('ready', () => {
      if (first) {
        first = false;
        return;
      }
      const done = (): void => this.reconnected.forEach((listener) => listener());
      setImmediate(() => this.subscriber.ping().then(done, () => undefined));
    });
  }
}

/** Ends a connection and waits until nothing of it is left. */
function ended(connection: Redis): Promise<void> {
  return new Promise((done) => {
    connection.once('end', done);
    // Between two tries there is no connection that could end: ioredis only gives up the next try, and says nothing.
    if (['end', 'reconnecting'].includes(connection.status)) done();
    connection.disconnect();
  });
}
