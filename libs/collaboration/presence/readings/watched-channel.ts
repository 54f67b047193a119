import { type EventReader, type Receiver, recordKey, type Subscriber } from '@throughline/platform/events';
import type { Logger } from '@throughline/platform/observability';
import type { MovedReading, ReadingWatch } from './channel-readings.js';

/** A reading mark as it is stored, in both counts. */
export interface StoredReading {
  userId: string;
  name: string;
  /** One of a customer's people. */
  client: boolean;
  sequence: string;
  clientSequence: string;
  at: Date;
  clientAt: Date | null;
}

/** As many as `Channel.readers` shows. */
export const READINGS_AT_ONCE = 200;
/** What is read at the same moment is one look. */
const TOGETHER_MS = 150;
/** At most one look in this time; where very many watch, longer: each look may be a word to each of them. */
const EVERY_MS = 1_000;
const EVERY_MS_EACH = 20;
const RETRY_MS = 1_000;

const MOVED = 'MOVED';

interface Known extends StoredReading { version: number; clientVersion: number }

export interface WatchedChannelParts {
  load(): Promise<StoredReading[]>;
  reader: Pick<EventReader, 'subscribe'>;
  logger: Pick<Logger, 'warn'>;
  /** Nobody watches any more. */
  onDeserted(): void;
}

/** The marks of one channel, for everybody of this process who has it open. */
export class WatchedChannel implements Receiver<unknown> {
  readonly session = null;
  readonly accessVersion = null;
  readonly audience: Receiver<unknown>['audience'];
  private readonly known = new Map<string, Known>();
  private readonly watchers = new Set<() => void>();
  private version = 0;
  private subscriber: Subscriber<unknown> | null = null;
  private readonly begun: Promise<void>;
  private timer: NodeJS.Timeout | null = null;
  private lookedAt = 0;
  private over = false;

  constructor(
    readonly organizationId: string,
    channelId: string,
    private readonly parts: WatchedChannelParts,
  ) {
    this.audience = {
      key: `readings ${channelId}`, keys: [recordKey(channelId)],
      // Whoever speaks has read what was said before.
      answer: ({ kind }) => (kind === 'channelReader.read' || kind === 'message.posted' ? MOVED : null),
    };
    this.begun = this.begin();
  }

  /** Rights are those of whoever watches; nothing is told from here. */
  refresh(): Promise<void> {
    return Promise.resolve();
  }

  async watch(client: boolean, notice: () => void): Promise<ReadingWatch> {
    this.watchers.add(notice);
    const stop = (): void => {
      if (this.watchers.delete(notice) && this.watchers.size === 0) this.desert();
    };
    try {
      await this.begun;
    } catch (error) {
      stop();
      throw error;
    }
    let told = 0;
    return {
      stop,
      moved: () => {
        const fresh = [...this.known.values()].filter(({ version, clientVersion }) => (client ? clientVersion : version) > told);
        told = this.version;
        return fresh.length === 0 ? null : fresh.map((reading) => countedFor(reading, client));
      },
    };
  }

  /** Listens first and looks then: what is read in between is looked at once more. */
  private async begin(): Promise<void> {
    await this.listen();
    await this.look();
  }

  private async listen(): Promise<void> {
    const subscriber = await this.parts.reader.subscribe(this, null);
    this.subscriber = subscriber;
    if (this.over) return subscriber.end();
    this.take(subscriber).catch((error: unknown) => this.listenAgain(error));
  }

  private async take(subscriber: Subscriber<unknown>): Promise<void> {
    for (let item = await subscriber.next(); item; item = await subscriber.next()) if (item.type !== 'ADVANCED') this.lookSoon(TOGETHER_MS);
  }

  private listenAgain(error: unknown): void {
    if (this.over) return;
    this.parts.logger.warn({ err: error }, 'reading marks: the feed ended, and is listened to anew');
    setTimeout(() => {
      this.listen().then(() => this.lookSoon(0), (failure: unknown) => this.listenAgain(failure));
    }, RETRY_MS).unref();
  }

  private lookSoon(least: number): void {
    if (this.timer || this.over) return;
    const every = Math.max(EVERY_MS, this.watchers.size * EVERY_MS_EACH);
    this.timer = setTimeout(() => {
      this.timer = null;
      this.look().catch((error: unknown) => {
        this.parts.logger.warn({ err: error }, 'reading marks cannot be looked at');
        this.lookSoon(RETRY_MS);
      });
    }, Math.max(least, this.lookedAt + every - Date.now())).unref();
  }

  private async look(): Promise<void> {
    this.lookedAt = Date.now();
    const next = this.version + 1;
    for (const reading of await this.parts.load()) {
      const before = this.known.get(reading.userId);
      const moved = before?.sequence !== reading.sequence;
      const movedForClients = reading.clientAt !== null && (before?.clientSequence !== reading.clientSequence || before.clientAt === null);
      if (!moved && !movedForClients) continue;
      this.known.set(reading.userId, { ...reading, version: moved ? next : (before?.version ?? next), clientVersion: movedForClients ? next : (before?.clientVersion ?? 0) });
      this.version = next;
    }
    if (this.version === next) for (const notice of [...this.watchers]) notice();
  }

  private desert(): void {
    this.over = true;
    if (this.timer) clearTimeout(this.timer);
    this.subscriber?.end();
    this.parts.onDeserted();
  }
}

function countedFor({ userId, name, client, sequence, clientSequence, at, clientAt }: Known, forClient: boolean): MovedReading {
  return { userId, name, client, lastReadSequence: BigInt(forClient ? clientSequence : sequence), lastReadAt: forClient ? (clientAt ?? at) : at };
}
