import { isDeepStrictEqual } from 'node:util';
import type { Authenticator } from '@throughline/platform/access';
import { type Audience, type Receiver, recordKey, type StoredEvent, type Subscriber } from '@throughline/platform/events';
import { type Actor, AppError } from '@throughline/platform/kernel';
import type { PresenceScope } from './presence-scope.js';
import type { PresenceState } from './presence-view.js';
import type { MovedReading } from './readings/channel-readings.js';

/** What the executor takes from the subscription's resolver. */
export type PresenceIterator = AsyncIterableIterator<{ presence: PresenceState & { readers: MovedReading[] | null } }>;

/** At most one state in this time, milliseconds: many small moves become one message, and a slow receiver is told the last state only. */
export const EVERY_MS = 150;
const RETRY_MS = 250;

/** Who can see the record has changed. */
const MOVED = 'MOVED';

/** What is said in a channel is an event that names it, and moves nobody's rights: asking anew for each would be a query for each reader of each message. */
const movesRights = ({ accessBefore, accessAfter }: StoredEvent): boolean => !isDeepStrictEqual(accessBefore, accessAfter);

export interface StreamParts {
  actor: Actor;
  scope: PresenceScope;
  authenticator: Pick<Authenticator, 'reloadAbility'>;
  /** Asks anew what the actor may see. */
  judge(): Promise<void>;
  /** The state as it is now, under the rights that were judged last. */
  state(): PresenceState;
  /** Marks that have moved since the last call; null when none has, or when nobody asked. */
  readers?(): MovedReading[] | null;
  onEnd(actor: Actor, failure: Error): void;
  everyMs?: number;
}

/**
 * One open `presence`: nothing is queued, only whether there is something new. Towards the event feed it is a receiver like any
 * other, so that it learns of changed rights, of changes of the record, and of the end of its session.
 */
export class PresenceStream implements Receiver<unknown>, PresenceIterator {
  readonly organizationId: string;
  readonly session: Receiver<unknown>['session'];
  readonly audience: Audience<unknown>;
  accessVersion: string | null;
  validUntil: number | null;
  private wake: (() => void) | null = null;
  private moved = true;
  private unjudged = false;
  private finished = false;
  private failure: Error | null = null;
  private told = '';
  private toldAt = 0;
  private subscriber: Subscriber<unknown> | null = null;
  private stopWatching: (() => void) | null = null;
  private cutShort: (() => void) | null = null;

  constructor(private readonly parts: StreamParts) {
    const { actor, scope } = parts;
    this.organizationId = actor.organizationId;
    this.session = actor.userId && actor.sessionId ? { userId: actor.userId, sessionId: actor.sessionId } : null;
    this.accessVersion = actor.accessVersion ?? null;
    this.validUntil = actor.validUntil ?? null;
    const id = scope.record?.recordId;
    this.audience = { key: `presence ${id ?? ''}`, keys: id ? [recordKey(id)] : [], answer: (event) => (event.subjectId === id && movesRights(event) ? MOVED : null) };
  }

  /** @param stopWatching called when the stream ends */
  begin(subscriber: Subscriber<unknown>, stopWatching: () => void): this {
    this.subscriber = subscriber;
    this.stopWatching = stopWatching;
    void this.listen(subscriber);
    return this;
  }

  /** Somebody came, went or does something else. */
  readonly notice = (): void => {
    this.moved = true;
    this.wake?.();
  };

  async refresh(): Promise<void> {
    const actor = await this.parts.authenticator.reloadAbility(this.parts.actor);
    this.accessVersion = actor.accessVersion ?? null;
    this.validUntil = actor.validUntil ?? null;
    this.judgeAgain();
  }

  ended(failure: Error): void {
    this.finish(failure);
    this.parts.onEnd(this.parts.actor, failure);
  }

  async next(): Promise<IteratorResult<{ presence: PresenceState & { readers: MovedReading[] | null } }, undefined>> {
    for (;;) {
      await this.until(() => this.moved || this.unjudged);
      await this.pause();
      if (this.failure) throw this.failure;
      if (this.finished) return { done: true, value: undefined };
      await this.judged();
      if (this.finished) continue;
      this.moved = false;
      const state = this.parts.state();
      const text = JSON.stringify(state);
      const readers = this.parts.readers?.() ?? null;
      if (text === this.told && readers === null) continue;
      this.told = text;
      this.toldAt = Date.now();
      return { done: false, value: { presence: { ...state, readers } } };
    }
  }

  async return(): Promise<{ done: true; value: undefined }> {
    this.finish(null);
    return { done: true, value: undefined };
  }

  async throw(error: unknown): Promise<never> {
    await this.return();
    throw error;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  /** Takes what the feed hands out, so that this receiver never falls behind. */
  private async listen(subscriber: Subscriber<unknown>): Promise<void> {
    try {
      for (let item = await subscriber.next(); item; item = await subscriber.next()) {
        if (item.type !== 'ADVANCED') this.judgeAgain();
      }
      this.finish(null);
    } catch (error) {
      this.finish(error as Error);
    }
  }

  private judgeAgain(): void {
    this.unjudged = true;
    this.wake?.();
  }

  /** Nothing is told under rights that were not asked for again. */
  private async judged(): Promise<void> {
    while (this.unjudged && !this.finished) {
      this.unjudged = false;
      try {
        await this.parts.judge();
      } catch (error) {
        // Whoever may not be told any more is told so; a database that is away for a moment is waited for.
        if (error instanceof AppError) this.finish(error);
        else await this.sleep(RETRY_MS).then(() => (this.unjudged = true));
      }
    }
  }

  private async until(ready: () => boolean): Promise<void> {
    while (!ready() && !this.finished) await new Promise<void>((done) => (this.wake = done));
    this.wake = null;
  }

  /** Leaves time for more to come together. */
  private async pause(): Promise<void> {
    const wait = this.toldAt + (this.parts.everyMs ?? EVERY_MS) - Date.now();
    if (wait > 0 && !this.finished) await this.sleep(wait);
  }

  /** Ends early when the stream ends. */
  private async sleep(milliseconds: number): Promise<void> {
    await new Promise<void>((done) => {
      const timer = setTimeout(done, milliseconds);
      this.cutShort = () => {
        clearTimeout(timer);
        done();
      };
    });
    this.cutShort = null;
  }

  private finish(failure: Error | null): void {
    if (this.finished) return;
    this.finished = true;
    this.failure = failure;
    this.subscriber?.end();
    this.stopWatching?.();
    this.cutShort?.();
    this.wake?.();
  }
}
