import type { Logger } from '../../observability/index.js';
import type { Transport } from '../../realtime/transport/index.js';
import type { EventLog } from '../log/event-log.js';
import { FEED_OPTIONS, type FeedOptions } from './feed-options.js';
import { OrganizationFeed } from './organization-feed.js';
import type { Receiver, Subscriber } from './subscriber.js';

/**
 * The one reader of the event log in this process. Reads only for organizations somebody listens to: when the relay says
 * that they moved, and by itself now and then, so that a lost word of the relay delays and never loses.
 */
export class EventReader<Answer = unknown> {
  private readonly feeds = new Map<string, Promise<OrganizationFeed<Answer>>>();
  private readonly opened = new Map<string, OrganizationFeed<Answer>>();
  private readonly options: FeedOptions;
  private timer: NodeJS.Timeout | null = null;
  private looking = false;
  private stopListening: (() => void) | null = null;

  constructor(
    private readonly log: EventLog,
    private readonly transport: Transport,
    private readonly logger: Logger,
    options: Partial<FeedOptions> = {},
  ) {
    this.options = { ...FEED_OPTIONS, ...options };
  }

  async start(): Promise<void> {
    this.timer = setInterval(() => void this.look(), this.options.lookMs);
    this.stopListening = await this.transport.subscribe('positions', {
      onMessages: (messages) => {
        for (const { organizationId, position } of messages) {
          const feed = this.opened.get(organizationId);
          if (feed && (position ?? 0) > feed.position) this.advance(feed);
        }
      },
      onReconnected: () => {
        for (const feed of this.opened.values()) this.advance(feed);
      },
    });
  }

  /** Subscribers stay as they are: their sockets are about to close, and they come back to another process. */
  stop(): void {
    if (this.timer) clearInterval(this.timer);
    this.stopListening?.();
  }

  /**
   * @param after the last position the receiver knows; null = from now on
   * @returns the subscription; whoever takes it must `end` it
   */
  async subscribe(receiver: Receiver<Answer>, after: number | null): Promise<Subscriber<Answer>> {
    const feed = await this.feedOf(receiver.organizationId);
    return feed.join(receiver, after);
  }

  /** Open subscriptions of this process. */
  get size(): number {
    return [...this.opened.values()].reduce((sum, feed) => sum + feed.size, 0);
  }

  private feedOf(organizationId: string): Promise<OrganizationFeed<Answer>> {
    let feed = this.feeds.get(organizationId);
    if (!feed) {
      feed = OrganizationFeed.open<Answer>(organizationId, this.log, this.logger, this.options);
      this.feeds.set(organizationId, feed);
      feed.then(
        (opened) => this.opened.set(organizationId, opened),
        () => this.feeds.delete(organizationId),
      );
    }
    return feed;
  }

  private async look(): Promise<void> {
    if (this.looking) return;
    this.looking = true;
    await Promise.all([...this.opened.values()].map(async (feed) => {
      if (feed.deserted) {
        this.feeds.delete(feed.organizationId);
        this.opened.delete(feed.organizationId);
      } else {
        await feed.look().catch((error: unknown) => this.trouble(error));
      }
    }));
    this.looking = false;
  }

  private advance(feed: OrganizationFeed<Answer>): void {
    feed.advance().catch((error: unknown) => this.trouble(error));
  }

  /** The next look tries again. */
  private trouble(error: unknown): void {
    this.logger.warn({ err: error }, 'feed: the log cannot be read at the moment');
  }
}
