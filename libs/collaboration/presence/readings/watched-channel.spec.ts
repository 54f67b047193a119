import type { FeedItem, Receiver, StoredEvent, Subscriber } from '@throughline/platform/events';
import { type StoredReading, WatchedChannel } from './watched-channel.js';

/** A feed whose events the suite makes up. */
class Feed {
  receivers: Receiver<unknown>[] = [];
  ended = 0;
  private readonly queue: (FeedItem<unknown> | Error)[] = [];
  private wake: (() => void) | null = null;

  subscribe = (receiver: Receiver<unknown>): Promise<Subscriber<unknown>> => {
    this.receivers.push(receiver);
    let over = false;
    return Promise.resolve({
      next: async () => {
        while (this.queue.length === 0 && !over) await new Promise<void>((done) => (this.wake = done));
        const item = this.queue.shift();
        if (item instanceof Error) throw item;
        return item ?? null;
      },
      end: () => {
        this.ended++;
        over = true;
        this.wake?.();
      },
    } as unknown as Subscriber<unknown>);
  };

  happens(kind: string): void {
    const event = { kind, subject: kind.split('.')[0], subjectId: 'c', related: ['c'] } as unknown as StoredEvent;
    const answer = this.receivers.at(-1)!.audience.answer(event);
    if (answer !== null) this.put({ type: 'ANSWER', position: 1, answer } as unknown as FeedItem<unknown>);
  }

  put(item: FeedItem<unknown> | Error): void {
    this.queue.push(item);
    this.wake?.();
  }
}

describe('reading marks of a channel', () => {
  let feed: Feed;
  let stored: StoredReading[];
  let looks: number;
  let deserted: number;
  let channel: WatchedChannel;
  const mark = (userId: string, sequence: number, clientSequence = 0): StoredReading => ({
    userId, name: userId, client: false, sequence: String(sequence), clientSequence: String(clientSequence), at: new Date(sequence), clientAt: clientSequence > 0 ? new Date(clientSequence) : null,
  });
  beforeEach(() => {
    jest.useFakeTimers();
    [feed, stored, looks, deserted] = [new Feed(), [mark('ada', 3, 1), mark('bob', 2)], 0, 0];
    channel = new WatchedChannel('o', 'c', {
      reader: feed as never, logger: { warn: () => undefined } as never, onDeserted: () => deserted++,
      load: () => {
        looks++;
        return Promise.resolve(stored);
      },
    });
  });
  afterEach(() => jest.useRealTimers());
  const shown = (moved: { userId: string; lastReadSequence: bigint }[] | null): string[] | null => moved && moved.map(({ userId, lastReadSequence }) => `${userId} ${lastReadSequence}`);
  const passes = (milliseconds: number): Promise<void> => jest.advanceTimersByTimeAsync(milliseconds);

  it('are told whole at first, and then only those that have moved, each receiver its own', async () => {
    const [one, two] = [await channel.watch(false, () => undefined), await channel.watch(false, () => undefined)];
    expect([shown(one.moved()), one.moved()]).toEqual([['ada 3', 'bob 2'], null]);
    stored = [mark('bob', 4), mark('ada', 3, 1)];
    feed.happens('channelReader.read');
    await passes(1_000);
    expect([shown(one.moved()), shown(two.moved())]).toEqual([['bob 4'], ['ada 3', 'bob 4']]);
  });

  it('of two hundred who read at the same moment are one look and one word to each receiver', async () => {
    const notices: number[] = Array<number>(200).fill(0);
    const watches = await Promise.all(notices.map((_, index) => channel.watch(false, () => notices[index]!++)));
    watches.forEach((watch) => watch.moved());
    expect([looks, feed.receivers.length]).toEqual([1, 1]);
    stored = Array.from({ length: 200 }, (_, index) => mark(`reader ${index}`, 9));
    for (let read = 0; read < 200; read++) feed.happens('channelReader.read');
    await passes(10_000);
    expect([looks, new Set(notices)]).toEqual([2, new Set([1])]);
    expect(watches[7]!.moved()).toHaveLength(200);
    // The more watch, the less often is looked.
    for (let second = 0; second < 12; second++) {
      feed.happens('channelReader.read');
      await passes(1_000);
    }
    expect(looks).toBeLessThanOrEqual(6);
  });

  it('tell a client what was read of their side, in their count, and not even that something else was', async () => {
    let noticed = 0;
    const client = await channel.watch(true, () => noticed++);
    expect(shown(client.moved())).toEqual(['ada 1']);
    stored = [mark('ada', 9, 1), mark('bob', 8), mark('eve', 7)];
    feed.happens('message.posted');
    await passes(1_000);
    expect(client.moved()).toBeNull();
    stored = [mark('bob', 10, 2)];
    feed.happens('channelReader.read');
    await passes(1_000);
    expect(client.moved()).toEqual([{ userId: 'bob', name: 'bob', client: false, lastReadSequence: 2n, lastReadAt: new Date(2) }]);
  });

  it('are not looked at for what moves nobody\'s, and no more when nobody watches', async () => {
    const watch = await channel.watch(false, () => undefined);
    feed.happens('message.reacted');
    feed.happens('channelReader.preferencesChanged');
    await passes(5_000);
    expect(looks).toBe(1);
    feed.happens('channelReader.read');
    watch.stop();
    watch.stop();
    await passes(5_000);
    expect([looks, feed.ended, deserted]).toEqual([1, 1, 1]);
  });

  it('are listened to anew when the feed ends', async () => {
    const watch = await channel.watch(false, () => undefined);
    watch.moved();
    feed.put(new Error('gone'));
    stored = [mark('ada', 5)];
    await passes(3_000);
    expect([feed.receivers.length, shown(watch.moved())]).toEqual([2, ['ada 5']]);
  });
});
