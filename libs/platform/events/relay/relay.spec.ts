import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import { until } from '../../../testing/index.js';
import { EngineTransport } from '../../realtime/transport/engine-transport.js';
import { PostgresPubSub } from '../../realtime/transport/postgres-pubsub.js';
import type { Transport, TransportMessage } from '../../realtime/transport/index.js';
import { EventHarness, silent } from '../testing/harness.js';
import { checkChain } from '../log/chain.js';
import { CommitHint } from './commit-hint.js';
import { Relay } from './relay.js';
import { RelaySession } from './relay-session.js';

describe('the relay', () => {
  let harness: EventHarness;
  let transport: Transport;
  let published: TransportMessage[];
  const relays: Relay[] = [];
  const sessions: RelaySession[] = [];

  const relay = async (lookEveryMs = 250): Promise<Relay> => {
    const made = new Relay({ connectionString: harness.database.relayUrl, transport, logger: silent, lookEveryMs, lockEveryMs: 20, batch: 50 });
    relays.push(made);
    await made.start();
    return made;
  };
  const session = async (): Promise<RelaySession> => {
    const made = await RelaySession.open(harness.database.relayUrl);
    sessions.push(made);
    return made;
  };
  const lastOf = (organizationId: string): number =>
    published.filter((message) => message.organizationId === organizationId).at(-1)?.position ?? 0;

  beforeAll(async () => {
    harness = await EventHarness.open(20);
    transport = new EngineTransport(new PostgresPubSub({ connectionString: harness.database.appUrl }));
    await transport.subscribe('positions', { onMessages: (messages) => published.push(...messages) });
  });
  beforeEach(() => (published = []));
  afterEach(async () => {
    await Promise.all(relays.splice(0).map((each) => each.stop()));
    await Promise.all(sessions.splice(0).map((each) => each.close()));
  });
  afterAll(async () => {
    await transport.close();
    await harness.close();
  });

  it('skips no late commit: eight writers with random delays, every event once, in order, where "id > last" loses some', async () => {
    const organizationId = await harness.organization();
    await relay(5);
    const naive = new Set<string>();
    const watcher = new Client({ connectionString: harness.database.ownerUrl });
    await watcher.connect();
    let last = 0n;
    const look = async (): Promise<void> => {
      const { rows } = await watcher.query<{ id: string; subject_id: string }>('SELECT id, subject_id FROM event WHERE organization_id = $1 AND id > $2 ORDER BY id', [organizationId, last]);
      for (const row of rows) naive.add(row.subject_id);
      last = BigInt(rows.at(-1)?.id ?? last);
    };
    // The delay lies between the event's identity and its commit: that is what makes a commit late.
    const writer = async (): Promise<string[]> => {
      const ids: string[] = [];
      for (let count = 0; count < 25; count++) {
        const client = harness.dataSource.createQueryRunner();
        await client.connect();
        const id = crypto.randomUUID();
        await client.query('BEGIN');
        await client.query("SELECT set_config('app.organization_id', $1, true)", [organizationId]);
        await client.query('SELECT app.record_events($1::jsonb)', [JSON.stringify([{ kind: 'lead.changed', subject: 'lead', subject_id: id, related: [], actor_tier: 'SYSTEM', access_before: {}, access_after: {}, changes: {} }])]);
        await delay(Math.random() * 8);
        await client.query('COMMIT');
        await client.release();
        ids.push(id);
      }
      return ids;
    };
    let writing = true;
    const looking = (async () => {
      while (writing) await look();
    })();
    const written = (await Promise.all(Array.from({ length: 8 }, writer))).flat();
    writing = false;
    await looking;
    await look();
    await watcher.end();

    await until('the last position', () => lastOf(organizationId) === written.length);
    const positioned = await harness.positioned(organizationId);
    expect(positioned.map((event) => event.position)).toEqual(written.map((_, index) => index + 1));
    expect(new Set(positioned.map((event) => event.subjectId))).toEqual(new Set(written));
    expect(checkChain(await harness.chain(organizationId)).wrongAt).toBeNull();
    // The comparison: a reader that remembers the last identity it saw. If it lost nothing, nothing was late here.
    expect(naive.size).toBeLessThan(written.length);
  });

  it('is woken by a commit in another process and publishes within milliseconds', async () => {
    const organizationId = await harness.organization();
    const elsewhere = new EngineTransport(new PostgresPubSub({ connectionString: harness.database.appUrl }));
    const hint = new CommitHint(harness.committed, elsewhere);
    const only = await relay(3_600_000);
    await until('the lock', () => only.leading);
    hint.onApplicationBootstrap();
    for (let count = 1; count <= 5; count++) {
      await harness.write(organizationId);
      await until('the position', () => lastOf(organizationId) === count);
    }
    hint.onModuleDestroy();
    await elsewhere.close();
  });

  it('finds by itself what no hint told of', async () => {
    const organizationId = await harness.organization();
    await relay(20);
    await harness.write(organizationId);
    await until('the position', () => lastOf(organizationId) === 1);
  });

  it('takes over from a relay that was killed between giving positions and publishing', async () => {
    const organizationId = await harness.organization();
    const dying = await session();
    expect(await dying.tryLock()).toBe(true);
    await harness.write(organizationId);
    await dying.assign(10);
    const heir = await relay();
    await harness.write(organizationId);
    expect([heir.leading, lastOf(organizationId)]).toEqual([false, 0]);
    expect(await harness.cut('throughline relay')).toBeGreaterThan(0);
    await until('both positions', () => lastOf(organizationId) === 2);
    expect(published.filter((message) => message.organizationId === organizationId).map((message) => message.position)).toContain(1);
    expect(checkChain(await harness.chain(organizationId)).wrongAt).toBeNull();
  });

  it('lets one of two work, and the other when the first stops', async () => {
    const organizationId = await harness.organization();
    const [first, second] = [await relay(10), await relay(10)];
    await until('one that leads', () => first.leading || second.leading);
    for (let count = 1; count <= 20; count++) {
      await harness.write(organizationId);
      expect([first.leading, second.leading].filter(Boolean)).toHaveLength(1);
    }
    await until('all positions', () => lastOf(organizationId) === 20);
    const [leader, other] = first.leading ? [first, second] : [second, first];
    await leader.stop();
    await harness.write(organizationId);
    await until('the position from the other one', () => lastOf(organizationId) === 21);
    expect([leader.leading, other.leading]).toEqual([false, true]);
    expect((await harness.positioned(organizationId)).map((event) => event.position)).toEqual(Array.from({ length: 21 }, (_, index) => index + 1));
  });

  it('cannot give positions from a session that does not hold the lock', async () => {
    const [holder, other] = [await session(), await session()];
    expect(await holder.tryLock()).toBe(true);
    expect(await other.tryLock()).toBe(false);
    await expect(other.assign(10)).rejects.toThrow('Another session is the relay.');
    await holder.close();
    await until('the lock', () => other.tryLock());
    await expect(other.assign(10)).resolves.toEqual({ moved: expect.any(Array) as unknown, events: expect.any(Number) as number });
  });

  it('goes on after its connection was cut, again and again', async () => {
    const organizationId = await harness.organization();
    const only = await relay(10);
    for (let count = 1; count <= 3; count++) {
      await until('the lock', () => only.leading);
      await harness.cut('throughline relay');
      await harness.write(organizationId);
      await until('the position', () => lastOf(organizationId) === count);
    }
  });

  it('empties a backlog larger than its batch without waiting', async () => {
    const organizationId = await harness.organization();
    for (let count = 0; count < 4; count++) {
      await harness.unitOfWork.run(harness.actor(organizationId), async (work) => {
        for (let each = 0; each < 60; each++) work.record({ kind: 'lead.imported', subject: 'lead', subjectId: crypto.randomUUID(), access: { before: null, after: {} } });
      });
    }
    await relay(3_600_000);
    await until('all positions', () => lastOf(organizationId) === 240);
  });
});
