import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import { Redis } from 'ioredis';
import { createTestDatabase, redisIsPresent, startRedis, until } from '../../../testing/index.js';
import { newId } from '../../kernel/index.js';
import type { PresenceMessage } from '../presence/index.js';
import { EngineTransport } from './engine-transport.js';
import { PostgresPubSub } from './postgres-pubsub.js';
import { RedisEngine } from './redis-pubsub.js';
import type { Transport, TransportMessage } from './transport.js';

/** What a server must offer for the contract: transports on it, a way to cut them off, a way to talk nonsense. */
interface Backend {
  open(): Transport;
  /** Cuts every connection of every transport. */
  cut(): Promise<void>;
  publishRaw(channel: string, text: string): Promise<void>;
  stop(): Promise<void>;
}

const PREFIX = 'contract';
const onTrouble = (): void => undefined;

async function postgres(): Promise<Backend> {
  const database = await createTestDatabase();
  const admin = new Client({ connectionString: database.ownerUrl });
  await admin.connect();
  return {
    open: () => new EngineTransport(new PostgresPubSub({ connectionString: database.appUrl, onTrouble }), PREFIX),
    cut: async () => void (await admin.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'throughline transport'")),
    publishRaw: async (channel, text) => void (await admin.query('SELECT pg_notify($1, $2)', [channel, text])),
    stop: async () => {
      await admin.end();
      await database.drop();
    },
  };
}

async function redis(): Promise<Backend> {
  const server = await startRedis();
  const admin = new Redis(server.url);
  return {
    open: () => new EngineTransport(new RedisEngine({ url: server.url, onTrouble }), PREFIX),
    cut: async () => {
      await admin.client('KILL', 'TYPE', 'pubsub');
      await admin.client('KILL', 'TYPE', 'normal', 'SKIPME', 'yes');
    },
    publishRaw: async (channel, text) => void (await admin.publish(channel, text)),
    stop: async () => {
      admin.disconnect();
      await server.stop();
    },
  };
}

const backends: [string, () => Promise<Backend>][] = [['PostgreSQL', postgres]];
if (redisIsPresent()) backends.push(['Redis', redis]);

describe.each(backends)('Transport on %s', (_, start) => {
  let backend: Backend;
  let here: Transport;
  let there: Transport;
  const organizationId = newId();
  const message = (position: number): TransportMessage => ({ organizationId, position });

  beforeAll(async () => (backend = await start()));
  afterAll(() => backend.stop());
  beforeEach(() => {
    here = backend.open();
    there = backend.open();
  });
  afterEach(async () => {
    await here.close();
    await there.close();
  });

  const collect = async (transport: Transport, topic: 'committed' | 'positions' = 'positions') => {
    const received: TransportMessage[] = [];
    const losses = { reconnected: 0 };
    const stop = await transport.subscribe(topic, {
      onMessages: (messages) => received.push(...messages),
      onReconnected: () => losses.reconnected++,
    });
    return { received, losses, stop };
  };

  it('brings a message to every process and to every listener in it, the sender included', async () => {
    const all = [await collect(here), await collect(there), await collect(there)];
    await here.publish('positions', [message(7)]);
    for (const { received } of all) {
      await until('the message', () => received.length === 1);
      expect(received).toEqual([message(7)]);
    }
  });

  it('keeps topics apart', async () => {
    const committed = await collect(there, 'committed');
    const positions = await collect(there);
    await here.publish('positions', [message(1)]);
    await here.publish('committed', [{ organizationId, position: null }]);
    await until('both', () => committed.received.length + positions.received.length === 2);
    expect(committed.received).toEqual([{ organizationId, position: null }]);
    expect(positions.received).toEqual([message(1)]);
  });

  it('takes more messages at once than one notification holds, and keeps their order', async () => {
    const many = Array.from({ length: 1_000 }, (_, index) => message(index + 1));
    const { received } = await collect(there);
    await here.publish('positions', many);
    await until('all of them', () => received.length >= many.length);
    expect(received).toEqual(many);
  });

  it('carries who is here, whatever it takes in bytes, and leaves out what is not ours', async () => {
    const received: PresenceMessage[] = [];
    await there.subscribe('presence', { onMessages: (messages) => received.push(...messages) });
    const many = Array.from({ length: 60 }, (_, index): PresenceMessage => ({
      type: 'HERE', organizationId, node: newId(), session: newId(), userId: newId(), name: 'ü'.repeat(100), customerIds: [newId()], record: `project:${newId()}`, side: 'CLIENT', mode: 'TYPING', forMs: index + 1,
    }));
    for (const text of ['[{"type":"HERE"}]', '[{"type":"LEFT","organizationId":"x","node":1}]', '[7]', JSON.stringify([message(1)])]) await backend.publishRaw(`${PREFIX}_presence`, text);
    await here.publish('presence', many);
    await until('all of them', () => received.length >= many.length);
    expect(received).toEqual(many);
  });

  it('stops bringing messages to a listener that went away', async () => {
    const gone = await collect(there);
    const stays = await collect(there);
    gone.stop();
    await here.publish('positions', [message(1)]);
    await until('the one that stays', () => stays.received.length === 1);
    expect(gone.received).toEqual([]);
  });

  it('ignores what is not a message', async () => {
    const { received } = await collect(there);
    for (const text of ['', 'nonsense', '{}', 'null', '[null]', '[{"organizationId":1,"position":2}]', '[{"organizationId":"x","position":"2"}]', '[1.5]']) {
      await backend.publishRaw(`${PREFIX}_positions`, text);
    }
    await here.publish('positions', [message(3)]);
    await until('the real one', () => received.length > 0);
    expect(received).toEqual([message(3)]);
  });

  it('comes back by itself after a lost connection, says so, and brings messages again', async () => {
    const { received, losses } = await collect(there);
    await here.publish('positions', [message(1)]);
    await until('the first', () => received.length === 1);
    await backend.cut();
    await until('the word that it is back', () => losses.reconnected === 1);
    // The sender may still be without a connection: what it sends meanwhile is dropped, as promised.
    await until('a later one', async () => {
      await here.publish('positions', [message(2)]);
      return received.length > 1;
    });
    expect(received[1]).toEqual(message(2));
    expect(losses.reconnected).toBe(1);
  });

  it('survives several losses in a row', async () => {
    const { received, losses } = await collect(there);
    for (let loss = 1; loss <= 3; loss++) {
      await backend.cut();
      await until(`return ${loss}`, () => losses.reconnected === loss);
    }
    await until('a message', async () => {
      await here.publish('positions', [message(9)]);
      return received.length > 0;
    });
  });

  it('can be closed at any moment of a loss', async () => {
    const several = Array.from({ length: 10 }, () => backend.open());
    for (const each of several) await collect(each);
    await backend.cut();
    await Promise.all(several.map(async (each, index) => {
      await delay(index * 8);
      await each.close();
    }));
  });

  it('neither sends nor fails once it is closed', async () => {
    const { received } = await collect(there);
    await here.close();
    await expect(here.publish('positions', [message(1)])).resolves.toBeUndefined();
    await there.publish('positions', [message(2)]);
    await until('the other one', () => received.length > 0);
    expect(received).toEqual([message(2)]);
  });
});
