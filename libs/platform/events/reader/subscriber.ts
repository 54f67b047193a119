import type { SessionKey } from '../log/event-log.js';
import type { Audience } from './audience.js';

/** What a receiver is handed: an answer about an event, or word of where the log stands. */
export type FeedItem<Answer> =
  | { type: 'ANSWER'; position: number; answer: Answer }
  /** Everything up to this position needs no telling. */
  | { type: 'ADVANCED'; position: number }
  /** The receiver may not know everything up to this position: load afresh. */
  | { type: 'RESYNC'; position: number };

/** Who wants to be told, and what. */
export interface Receiver<Answer> {
  organizationId: string;
  /** Null for callers without a session. */
  session: SessionKey | null;
  /** The present audience. */
  audience: Audience<Answer>;
  /** The access version that `audience` was made under (a bigint as text); null where rights come from code. */
  accessVersion: string | null;
  /** Until when the audience holds if nobody changes anything (milliseconds since 1970); null or absent = without end. */
  validUntil?: number | null;
  /**
   * Rights may have changed: makes `audience` anew and sets `accessVersion`.
   *
   * @throws when the receiver may not be told anything any more; the subscription ends with that error
   */
  refresh(): Promise<void>;
  /** The subscription was ended from our side; a receiver that is busy sending would learn of it late. */
  ended?(failure: Error): void;
}

/** Queued items of one subscriber; one that falls further behind reads the log at its own pace. */
const QUEUE_LIMIT = 256;

/** What a subscriber asks of its feed. */
export interface Feed<Answer> {
  /** Puts what lies behind the subscriber's position into its queue, or lets it join the live ones. */
  catchUp(subscriber: Subscriber<Answer>): Promise<void>;
  leave(subscriber: Subscriber<Answer>): void;
}

/**
 * One subscription: a queue that is filled live, or page by page from the log while it is behind. It is behind at first
 * (when it names an old position) and again whenever it does not take its items fast enough, so that its memory is bounded
 * and nothing is ever lost.
 */
export class Subscriber<Answer> {
  /** `LIVE`: told as things happen. `BEHIND`: reads the log when asked for more. */
  mode: 'LIVE' | 'BEHIND' | 'ENDED' = 'BEHIND';
  /** Everything up to here was judged and, if it concerned the receiver, queued. */
  position: number;
  /** The highest position that was handed out. */
  told: number;
  lastTaken = Date.now();
  private readonly queue: FeedItem<Answer>[] = [];
  private failure: Error | null = null;
  private wake: (() => void) | null = null;

  constructor(
    readonly receiver: Receiver<Answer>,
    private readonly feed: Feed<Answer>,
    after: number,
  ) {
    this.position = after;
    this.told = after;
  }

  get queued(): number {
    return this.queue.length;
  }

  /** @returns false when the queue is full: the item was not taken, and the subscriber is behind from now on */
  offer(item: FeedItem<Answer>): boolean {
    if (this.mode === 'ENDED') return false;
    if (this.queue.length >= QUEUE_LIMIT) return false;
    this.queue.push(item);
    this.position = Math.max(this.position, item.position);
    this.wake?.();
    return true;
  }

  /** Forgets what is queued: the receiver loads afresh anyway. */
  resync(position: number): void {
    this.queue.length = 0;
    this.position = position;
    this.offer({ type: 'RESYNC', position });
  }

  /** @returns null when the subscription has ended; @throws what it ended with */
  async next(): Promise<FeedItem<Answer> | null> {
    for (;;) {
      if (this.failure) throw this.failure;
      if (this.mode === 'ENDED') return null;
      const item = this.queue.shift();
      this.lastTaken = Date.now();
      if (item) {
        this.told = item.position;
        return item;
      }
      if (this.mode === 'BEHIND') await this.feed.catchUp(this);
      else await new Promise<void>((done) => (this.wake = done));
      this.wake = null;
    }
  }

  /** @param failure thrown to whoever waits; absent when the receiver itself goes away */
  end(failure?: Error): void {
    if (this.mode === 'ENDED') return;
    this.feed.leave(this);
    this.mode = 'ENDED';
    this.failure = failure ?? null;
    this.queue.length = 0;
    this.wake?.();
    if (failure) this.receiver.ended?.(failure);
  }
}
