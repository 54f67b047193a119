import { setTimeout as delay } from 'node:timers/promises';
import { until } from '../../../testing/index.js';
import { newId } from '../../kernel/index.js';
import type { StoredEvent } from '../log/stored-event.js';
import { EventHarness, silent } from '../testing/harness.js';
import { LocalTransport } from '../testing/local-transport.js';
import { EVERYTHING, recordKey } from './audience.js';
import { EventReader } from './event-reader.js';
import type { FeedOptions } from './feed-options.js';
import type { FeedItem, Receiver, Subscriber } from './subscriber.js';

/** Tells the kind of what it is told about; `subjectId` narrows it to one record. */
function receiver(organizationId: string, more: Partial<Receiver<string>> = {}, subjectId?: string): Receiver<string> {
  const audience = {
    key: subjectId ?? 'all',
    keys: [subjectId ? recordKey(subjectId) : EVERYTHING],
    answer: jest.fn((event: StoredEvent) => (subjectId && event.subjectId !== subjectId ? null : event.kind)),
  };
  return { organizationId, session: null, audience, accessVersion: null, refresh: () => Promise.resolve(), ...more };
}

describe('the event reader', () => {
  let harness: EventHarness;
  let transport: LocalTransport;
  let readers: EventReader<string>[] = [];
  let open: Subscriber<string>[] = [];
  let organizationId: string;

  const reader = async (options: Partial<FeedOptions> = {}): Promise<EventReader<string>> => {
    const made = new EventReader<string>(harness.log, transport, silent, { lookMs: 3_600_000, ...options });
    readers.push(made);
    await made.start();
    return made;
  };
  const subscribe = async (from: EventReader<string>, to: Receiver<string>, after: number | null): Promise<Subscriber<string>> => {
    const made = await from.subscribe(to, after);
    open.push(made);
    return made;
  };
  /** Writes events, positions them and tells everybody, as API and relay do. */
  const happen = async (count = 1, subjectId?: string): Promise<void> => {
    await harness.unitOfWork.run(harness.actor(organizationId), async (work) => {
      for (let each = 0; each < count; each++) work.record({ kind: 'lead.changed', subject: 'lead', subjectId: subjectId ?? newId(), access: { before: {}, after: {} } });
    });
    await harness.assign();
    const { head } = await harness.log.read(organizationId, 0, 0);
    await transport.publish('positions', [{ organizationId, position: head }]);
  };
  const take = async (from: Subscriber<string>, count: number): Promise<FeedItem<string>[]> => {
    const taken: FeedItem<string>[] = [];
    while (taken.length < count) {
      const item = await from.next();
      if (!item) break;
      taken.push(item);
    }
    return taken;
  };
  const answers = (from: number, to: number): FeedItem<string>[] =>
    Array.from({ length: to - from + 1 }, (_, index) => ({ type: 'ANSWER', position: from + index, answer: 'lead.changed' }));

  beforeAll(async () => (harness = await EventHarness.open()));
  beforeEach(async () => {
    transport = new LocalTransport();
    organizationId = await harness.organization();
  });
  afterEach(() => {
    for (const each of open) each.end();
    for (const each of readers) each.stop();
    open = [];
    readers = [];
  });
  afterAll(() => harness.close());

  it('tells a new receiver where the log stands, then what happens', async () => {
    await happen(3);
    const subscriber = await subscribe(await reader(), receiver(organizationId), null);
    await happen(2);
    expect(await take(subscriber, 3)).toEqual([{ type: 'ADVANCED', position: 3 }, ...answers(4, 5)]);
  });

  it('tells one that comes back everything since, once, in order', async () => {
    await happen(1_200);
    const one = await reader();
    for (const after of [0, 1, 699, 700, 1_199, 1_200]) {
      const subscriber = await subscribe(one, receiver(organizationId), after);
      expect(await take(subscriber, 1_200 - after)).toEqual(answers(after + 1, 1_200));
    }
    await happen();
    for (const subscriber of open) expect(await take(subscriber, 1)).toEqual(answers(1_201, 1_201));
  });

  it('tells one that comes back and has missed nothing of its own where the log stands, unless that is near', async () => {
    const own = newId();
    const narrow = (): Receiver<string> => ({ ...receiver(organizationId), audience: { key: own, keys: [recordKey(own)], answer: ({ subjectId }) => (subjectId === own ? 'mine' : null) } });
    await happen(120);
    const one = await reader();
    const [far, near] = [await subscribe(one, narrow(), 10), await subscribe(one, narrow(), 100)];
    const [first, second] = [take(far, 2), take(near, 1)];
    await until('both to be live', () => far.mode === 'LIVE' && near.mode === 'LIVE');
    await happen(1, own);
    expect(await first).toEqual([{ type: 'ADVANCED', position: 120 }, { type: 'ANSWER', position: 121, answer: 'mine' }]);
    expect(await second).toEqual([{ type: 'ANSWER', position: 121, answer: 'mine' }]);
  });

  it('has neither gap nor double between catching up and live, for many receivers under load', async () => {
    const one = await reader({ recent: 100 });
    await happen(50);
    let writing = true;
    const load = (async () => {
      for (let round = 0; round < 120; round++) await happen(1 + (round % 7));
      writing = false;
    })();
    const received: { after: number; positions: number[]; done: Promise<void> }[] = [];
    while (writing && received.length < 60) {
      const after = Math.floor(Math.random() * 50);
      const subscriber = await subscribe(one, receiver(organizationId), after);
      const positions: number[] = [];
      const done = (async () => {
        for (let item = await subscriber.next(); item; item = await subscriber.next()) {
          positions.push(item.position);
          // Some are slow, so that they fall behind and catch up again.
          if (received.length % 3 === 0 && item.position % 10 === 0) await delay(1);
        }
      })();
      received.push({ after, positions, done });
      await delay(4);
    }
    await load;
    const { head } = await harness.log.read(organizationId, 0, 0);
    await until('everybody to arrive', () => received.every(({ positions }) => positions.at(-1) === head));
    for (const subscriber of open) subscriber.end();
    await Promise.all(received.map(({ done }) => done));
    expect(received.length).toBeGreaterThan(20);
    for (const { after, positions } of received) {
      expect(positions).toEqual(Array.from({ length: head - after }, (_, index) => after + 1 + index));
    }
  });

  it('bounds what a slow receiver keeps in memory and loses nothing for it', async () => {
    const subscriber = await subscribe(await reader(), receiver(organizationId), 0);
    const first = subscriber.next();
    await happen(1_500);
    await first;
    await until('the queue to fill', () => subscriber.mode === 'BEHIND');
    expect(subscriber.queued).toBeLessThanOrEqual(256);
    await happen(10);
    expect(await take(subscriber, 1_509)).toEqual(answers(2, 1_510));
    await happen();
    expect(await take(subscriber, 1)).toEqual(answers(1_511, 1_511));
  });

  it('sends one who was away too long to load afresh, and goes on from there', async () => {
    await happen(600);
    const one = await reader({ horizon: 550, recent: 10 });
    const away = await subscribe(one, receiver(organizationId), 49);
    const inTime = await subscribe(one, receiver(organizationId), 50);
    expect(await take(away, 1)).toEqual([{ type: 'RESYNC', position: 600 }]);
    expect(await take(inTime, 550)).toEqual(answers(51, 600));
    await happen();
    expect(await take(away, 1)).toEqual(answers(601, 601));
  });

  it('sends one with a position the log never had to load afresh', async () => {
    await happen(5);
    const subscriber = await subscribe(await reader(), receiver(organizationId), 6);
    expect(await take(subscriber, 1)).toEqual([{ type: 'RESYNC', position: 5 }]);
    await happen();
    expect(await take(subscriber, 1)).toEqual(answers(6, 6));
  });

  it('believes a position that another process has already handed out', async () => {
    const one = await reader();
    await subscribe(one, receiver(organizationId), null);
    transport.lossy = true;
    await happen(3);
    const subscriber = await subscribe(one, receiver(organizationId), 3);
    transport.lossy = false;
    await happen();
    expect(await take(subscriber, 1)).toEqual(answers(4, 4));
  });

  it('finds by itself what no word of the relay told, and at once when the transport is back', async () => {
    const byItself = await subscribe(await reader({ lookMs: 10 }), receiver(organizationId), 0);
    const told = await subscribe(await reader(), receiver(organizationId), 0);
    transport.lossy = true;
    await happen(2);
    expect(await take(byItself, 2)).toEqual(answers(1, 2));
    transport.reconnect();
    expect(await take(told, 2)).toEqual(answers(1, 2));
  });

  it('judges an event once for all who are told the same, and only for those it may concern', async () => {
    const subjectId = newId();
    const one = await reader();
    const shared = receiver(organizationId, {}, subjectId);
    const elsewhere = receiver(organizationId, {}, newId());
    const many = await Promise.all(Array.from({ length: 10 }, () => subscribe(one, { ...shared }, 0)));
    const others = await subscribe(one, elsewhere, 0);
    for (const subscriber of [...many, others]) void subscriber.next();
    await until('all to be live', () => [...many, others].every((subscriber) => subscriber.mode === 'LIVE'));
    await happen(1, subjectId);
    await happen(1);
    await until('everybody to be told', () => many.every((subscriber) => subscriber.told === 1));
    expect(shared.audience.answer).toHaveBeenCalledTimes(1);
    expect(elsewhere.audience.answer).not.toHaveBeenCalled();
  });

  it('tells an idle receiver how far the log is, and only when it moved', async () => {
    const one = await reader({ lookMs: 5, idleMs: 20 });
    const subscriber = await subscribe(one, receiver(organizationId, {}, newId()), 0);
    const next = subscriber.next();
    await happen(7);
    expect(await next).toEqual({ type: 'ADVANCED', position: 7 });
    const later = subscriber.next();
    await happen(1);
    expect(await later).toEqual({ type: 'ADVANCED', position: 8 });
  });

  it('cuts off one that takes nothing', async () => {
    const one = await reader({ lookMs: 5, stallMs: 30 });
    const subscriber = await subscribe(one, receiver(organizationId), null);
    await happen(1);
    await until('the end', () => subscriber.mode === 'ENDED');
    await expect(subscriber.next()).rejects.toMatchObject({ code: 'LIMIT_EXCEEDED' });
    expect(one.size).toBe(0);
  });

  describe('rights', () => {
    const changed = (): Promise<unknown> => harness.owner.query('UPDATE organization SET access_version = access_version + 1 WHERE id = $1', [organizationId]);
    /** A receiver whose next refresh brings other rights: it is told `other` from then on. */
    const changing = (refresh: (self: Receiver<string>) => void): Receiver<string> => {
      const made = receiver(organizationId, { accessVersion: '1' });
      made.refresh = async () => refresh(made);
      return made;
    };
    const toOther = (self: Receiver<string>): void => {
      self.audience = { key: 'other', keys: [EVERYTHING], answer: () => 'other' };
    };

    it('judges what happened before under the rights of now, and sends whose rights changed to load afresh', async () => {
      const one = await reader();
      const subscriber = await subscribe(one, changing(toOther), 0);
      const same = await subscribe(one, receiver(organizationId, { accessVersion: '1' }), 0);
      await happen(2);
      // The second stays queued: it was judged under the old rights and must not be told under the new.
      expect(await take(subscriber, 1)).toEqual(answers(1, 1));
      await changed();
      await happen(1);
      await until('the new rights', () => subscriber.receiver.audience.key === 'other');
      expect(await take(subscriber, 2)).toEqual([{ type: 'RESYNC', position: 2 }, { type: 'ANSWER', position: 3, answer: 'other' }]);
      expect(await take(same, 3)).toEqual(answers(1, 3));
    });

    it('does so for one that is still catching up', async () => {
      await happen(900);
      const one = await reader();
      await subscribe(one, receiver(organizationId), null);
      await changed();
      const subscriber = await subscribe(one, changing(toOther), 0);
      expect(await take(subscriber, 1)).toEqual([{ type: 'RESYNC', position: 900 }]);
      await happen(1);
      expect(await take(subscriber, 1)).toEqual([{ type: 'ANSWER', position: 901, answer: 'other' }]);
    });

    it('ends the subscription of one who has no rights any more, without telling the event that came with it', async () => {
      const one = await reader();
      const subscriber = await subscribe(one, changing(() => {
        throw new Error('gone');
      }), 0);
      const next = subscriber.next();
      await until('live', () => subscriber.mode === 'LIVE');
      await changed();
      await happen(1);
      await expect(next).rejects.toThrow('gone');
      await expect(subscriber.next()).rejects.toThrow('gone');
    });

    it('ends subscriptions whose session has ended, and leaves the others', async () => {
      const [userId, living, revoked] = [newId(), newId(), newId()];
      await harness.owner.query("INSERT INTO user_account (id, organization_id, email, name, tier, status) VALUES ($1, $2, $3, 'A', 'EMPLOYEE', 'ACTIVE')", [userId, organizationId, `${userId}@example.com`]);
      for (const id of [living, revoked]) {
        await harness.owner.query("INSERT INTO session (id, organization_id, user_id, expires_at, ends_at) VALUES ($1, $2, $3, now() + interval '1 day', now() + interval '1 day')", [id, organizationId, userId]);
      }
      const one = await reader({ lookMs: 5 });
      const stays = await subscribe(one, receiver(organizationId, { session: { userId, sessionId: living } }), null);
      const ends = await subscribe(one, receiver(organizationId, { session: { userId, sessionId: revoked } }), null);
      await take(stays, 1);
      await take(ends, 1);
      await harness.owner.query("UPDATE session SET revoked_at = now(), revoked_reason = 'SIGNED_OUT' WHERE id = $1", [revoked]);
      await expect(ends.next()).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
      await happen();
      expect(await take(stays, 1)).toEqual(answers(1, 1));
    });

    it('ends everybody when the organization may not be used any more', async () => {
      const subscriber = await subscribe(await reader({ lookMs: 5 }), receiver(organizationId), null);
      await take(subscriber, 1);
      await harness.owner.query("UPDATE organization SET status = 'SUSPENDED' WHERE id = $1", [organizationId]);
      await expect(subscriber.next()).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    });
  });

  it('survives a rule that throws', async () => {
    const broken = receiver(organizationId);
    jest.mocked(broken.audience.answer).mockImplementationOnce(() => {
      throw new Error('a mistake');
    });
    const subscriber = await subscribe(await reader(), broken, 0);
    const next = subscriber.next();
    await happen(2);
    expect(await next).toEqual(answers(2, 2)[0]);
  });

  it('goes on when the log was restored from a backup', async () => {
    await happen(10);
    const subscriber = await subscribe(await reader({ lookMs: 5 }), receiver(organizationId), null);
    await take(subscriber, 1);
    await harness.owner.query('DELETE FROM event_position WHERE organization_id = $1 AND position > 4', [organizationId]);
    await harness.owner.query('UPDATE organization_position SET position = 4 WHERE organization_id = $1', [organizationId]);
    expect(await take(subscriber, 1)).toEqual([{ type: 'RESYNC', position: 4 }]);
    await happen(1);
    expect(await take(subscriber, 1)).toEqual(answers(5, 5));
  });

  it('waits out a database that does not answer', async () => {
    await happen(1_000);
    const subscriber = await subscribe(await reader({ recent: 10 }), receiver(organizationId), 0);
    jest.spyOn(harness.log, 'read').mockRejectedValueOnce(new Error('down'));
    expect(await take(subscriber, 1_000)).toEqual(answers(1, 1_000));
    jest.restoreAllMocks();
  });

  it('forgets an organization that nobody listens to, and starts again for the next one', async () => {
    const one = await reader({ lookMs: 5, lingerMs: 10 });
    const first = await subscribe(one, receiver(organizationId), null);
    first.end();
    const read = jest.spyOn(harness.log, 'read');
    await until('the feed to be forgotten', async () => {
      const calls = read.mock.calls.length;
      await delay(20);
      return read.mock.calls.length === calls;
    });
    read.mockRestore();
    await happen(2);
    expect(await take(await subscribe(one, receiver(organizationId), 0), 2)).toEqual(answers(1, 2));
  });
});
