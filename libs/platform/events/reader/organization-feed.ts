import { setImmediate as breath, setTimeout as delay } from 'node:timers/promises';
import { refuse } from '../../kernel/index.js';
import type { Logger } from '../../observability/index.js';
import type { EventLog, LogPage } from '../log/event-log.js';
import type { StoredEvent } from '../log/stored-event.js';
import type { Audience } from './audience.js';
import { AudienceIndex } from './audience-index.js';
import type { FeedOptions } from './feed-options.js';
import { RecentEvents } from './recent-events.js';
import { isOutdated, refreshAll, sessionsOf } from './rights.js';
import { type Feed, type Receiver, Subscriber } from './subscriber.js';

const PAGE = 500;
/** Events between two breaths, so that a burst does not hold up requests. */
const BREATH = 50;
const RETRY_MS = 250;
/** So many events read for nothing are told as a new position at once. */
const WORTH_TELLING = 50;

/**
 * One organization's live events in this process: reads each new event once and hands it to those it concerns.
 *
 * `cursor` moves in one step with handing out, and a subscriber that reads the log joins the live ones in one step as
 * soon as it has judged everything up to `cursor`: there is neither a gap nor a double between the two.
 */
export class OrganizationFeed<Answer> implements Feed<Answer> {
  private readonly live = new AudienceIndex<Answer, Subscriber<Answer>>();
  private readonly subscribers = new Set<Subscriber<Answer>>();
  private readonly recent: RecentEvents;
  private readonly pages = new Map<number, Promise<LogPage | null>>();
  private advancing: Promise<void> | null = null;
  private again = false;
  private emptySince = Date.now();

  private constructor(
    readonly organizationId: string,
    private readonly log: EventLog,
    private readonly logger: Logger,
    private readonly options: FeedOptions,
    private cursor: number,
    private accessVersion: string,
  ) {
    this.recent = new RecentEvents(options.recent);
  }

  /** Starts at the log's present end, with the events just before it in memory. */
  static async open<Answer>(organizationId: string, log: EventLog, logger: Logger, options: FeedOptions): Promise<OrganizationFeed<Answer>> {
    const { head } = await log.read(organizationId, 0, 0);
    const page = await log.read(organizationId, Math.max(0, head - PAGE), PAGE);
    const cursor = page.events.at(-1)?.position ?? head;
    const feed = new OrganizationFeed<Answer>(organizationId, log, logger, options, cursor, page.accessVersion);
    feed.recent.add(page.events);
    return feed;
  }

  /** Everything up to here was handed out. */
  get position(): number {
    return this.cursor;
  }

  get size(): number {
    return this.subscribers.size;
  }

  /** Whether nobody has listened for a while. */
  get deserted(): boolean {
    return this.subscribers.size === 0 && Date.now() - this.emptySince > this.options.lingerMs;
  }

  /** @param after the last position the receiver knows; null = from now on, and it is told where "now" is */
  async join(receiver: Receiver<Answer>, after: number | null): Promise<Subscriber<Answer>> {
    this.emptySince = Date.now();
    // Another process may be ahead of us; a position ahead of the log itself comes from another log.
    if (after !== null && after > this.cursor) await this.advance();
    const subscriber = new Subscriber(receiver, this, Math.min(after ?? this.cursor, this.cursor));
    this.subscribers.add(subscriber);
    if (after === null) subscriber.offer({ type: 'ADVANCED', position: this.cursor });
    else if (after > this.cursor) subscriber.resync(this.cursor);
    return subscriber;
  }

  leave(subscriber: Subscriber<Answer>): void {
    this.live.remove(subscriber.receiver.audience, subscriber);
    this.subscribers.delete(subscriber);
    if (this.subscribers.size === 0) this.emptySince = Date.now();
  }

  async catchUp(subscriber: Subscriber<Answer>): Promise<void> {
    if (subscriber.position >= this.cursor) return this.goLive(subscriber);
    const recent = this.recent.after(subscriber.position, PAGE);
    if (!recent && this.cursor - subscriber.position > this.options.horizon) return subscriber.resync(this.cursor);
    const page = recent ? { events: recent, accessVersion: this.accessVersion } : await this.page(subscriber.position);
    if (!page || subscriber.mode !== 'BEHIND') return;
    const { events, accessVersion } = page;
    if (isOutdated(subscriber.receiver, accessVersion)) return refreshAll([subscriber], accessVersion, this.cursor, this.live);
    for (const event of events) {
      const answer = this.judge(subscriber.receiver.audience, event);
      if (answer !== null && !subscriber.offer({ type: 'ANSWER', position: event.position, answer })) return;
      subscriber.position = event.position;
    }
    if (subscriber.position < this.cursor) return;
    this.goLive(subscriber);
    // Whoever asks for little would come back to the same old position, and read the log from there, after every loss.
    if (subscriber.position - subscriber.told >= WORTH_TELLING && subscriber.queued === 0) subscriber.offer({ type: 'ADVANCED', position: subscriber.position });
  }

  /** Hands out what is new. Calls that come while one is running make it look once more. */
  advance(): Promise<void> {
    this.again = true;
    this.advancing ??= this.advanceWhileAsked();
    return this.advancing;
  }

  /** The regular look: new events, ended sessions, changed rights, idle and stalled receivers. */
  async look(): Promise<void> {
    await Promise.all([this.advance(), this.endSessions()]);
    const now = Date.now();
    for (const subscriber of [...this.subscribers]) {
      const quiet = now - subscriber.lastTaken;
      if (subscriber.queued > 0 && quiet >= this.options.stallMs) subscriber.end(tooSlow());
      else if (subscriber.mode === 'LIVE' && subscriber.queued === 0 && quiet >= this.options.idleMs && subscriber.told < this.cursor) {
        subscriber.offer({ type: 'ADVANCED', position: this.cursor });
      }
    }
  }

  private async advanceWhileAsked(): Promise<void> {
    try {
      while (this.again) {
        this.again = false;
        const page = await this.log.read(this.organizationId, this.cursor, PAGE);
        await this.checkRights(page);
        if (page.head < this.cursor) this.startOver(page.head);
        await this.handOut(page.events);
        if (page.events.length === PAGE) this.again = true;
      }
    } finally {
      // Here and not in a later `then`: a call that comes in between would be answered by a look that is over.
      this.advancing = null;
    }
  }

  private async endSessions(): Promise<void> {
    const ended = await this.log.endedSessions(this.organizationId, sessionsOf(this.subscribers));
    if (ended.size === 0) return;
    for (const subscriber of [...this.subscribers]) {
      const { session } = subscriber.receiver;
      if (session && ended.has(session.sessionId)) subscriber.end(sessionEnded());
    }
  }

  /** Before any event is judged: rights count as they are now, not as they were when the event happened. */
  private async checkRights(page: LogPage): Promise<void> {
    if (!page.active) for (const subscriber of [...this.subscribers]) subscriber.end(sessionEnded());
    this.accessVersion = page.accessVersion;
    const outdated = [...this.subscribers].filter((subscriber) => isOutdated(subscriber.receiver, page.accessVersion));
    if (outdated.length > 0) await refreshAll(outdated, page.accessVersion, this.cursor, this.live);
  }

  private async handOut(events: readonly StoredEvent[]): Promise<void> {
    for (const [index, event] of events.entries()) {
      if (index > 0 && index % BREATH === 0) await breath();
      this.recent.add([event]);
      for (const { audience, members } of this.live.concerned(event)) {
        const answer = this.judge(audience, event);
        if (answer === null) continue;
        for (const subscriber of [...members]) {
          if (subscriber.position >= event.position) continue;
          if (!subscriber.offer({ type: 'ANSWER', position: event.position, answer })) this.fallBehind(subscriber);
        }
      }
      this.cursor = event.position;
    }
  }

  private goLive(subscriber: Subscriber<Answer>): void {
    subscriber.mode = 'LIVE';
    this.live.add(subscriber.receiver.audience, subscriber);
  }

  private fallBehind(subscriber: Subscriber<Answer>): void {
    this.live.remove(subscriber.receiver.audience, subscriber);
    subscriber.mode = 'BEHIND';
  }

  /** The log is shorter than what was read: a backup was restored. */
  private startOver(head: number): void {
    this.cursor = head;
    this.recent.clear();
    for (const subscriber of this.subscribers) subscriber.resync(head);
  }

  /**
   * Those who come back at the same moment mostly ask for the same page.
   *
   * @returns null, after a while, when the database does not answer: the receiver waits, it need not know
   */
  private page(after: number): Promise<LogPage | null> {
    let page = this.pages.get(after);
    if (!page) {
      page = this.log.read(this.organizationId, after, PAGE).catch(async (error: unknown) => {
        this.logger.warn({ err: error }, 'feed: the log cannot be read at the moment');
        await delay(RETRY_MS);
        return null;
      }).finally(() => this.pages.delete(after));
      this.pages.set(after, page);
    }
    return page;
  }

  /** A mistake in a rule must neither stop the feed nor show anything. */
  private judge(audience: Audience<Answer>, event: StoredEvent): Answer | null {
    try {
      return audience.answer(event);
    } catch (error) {
      this.logger.error({ err: error, event: event.id, kind: event.kind }, 'feed: an event could not be judged');
      return null;
    }
  }
}

const sessionEnded = (): Error => refuse('UNAUTHENTICATED', 'Your session has ended. Sign in again.');
const tooSlow = (): Error => refuse('LIMIT_EXCEEDED', 'Changes were not taken for a minute. Subscribe again with the last position you saw.');
