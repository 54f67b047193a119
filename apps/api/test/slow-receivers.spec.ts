import { ACCESS_COOKIE } from '@throughline/identity/auth';
import { type ProgressChange, UnitOfWork } from '@throughline/platform/database';
import { EventReader, Relay } from '@throughline/platform/events';
import { LIMITS } from '@throughline/platform/graphql';
import { newId } from '@throughline/platform/kernel';
import { createLogger } from '@throughline/platform/observability';
import { Transport } from '@throughline/platform/realtime';
import { seedOrganization, testActor, type TestOrganization, until } from '@throughline/testing';
import { bootApi, signInAs, type TestApi } from '@throughline/testing/api';
import { type Frame, Socket } from './support/client.js';

const CHANGES = 'subscription ($after: String) { recordChanges(subjects: ["task"], after: $after) { position type id progress { node id workTotal workDone basisPoints status } } }';
/** Nodes in one event: about 30 KB on the wire. */
const NODES = 200;

interface Change { position: string; type: string }

describe('a receiver that does not read its socket', () => {
  let api: TestApi;
  let agency: TestOrganization;
  let relay: Relay;
  let token: string;
  const open: Socket[] = [];

  const connect = async (): Promise<Socket> => {
    const socket = await Socket.open(api.url, { authorization: `Bearer ${token}` });
    open.push(socket);
    socket.send({ type: 'connection_init' });
    expect(await socket.next()).toEqual({ type: 'connection_ack' });
    return socket;
  };
  const changeIn = (frame: Frame): Change | undefined => ('payload' in frame ? (frame.payload as { data?: { recordChanges: Change } }).data?.recordChanges : undefined);
  /** Positions that come on a socket, by subscription, until `enough`. */
  const positions = async (socket: Socket, enough: (all: Map<string, number[]>) => boolean): Promise<{ all: Map<string, number[]>; closed: number | null }> => {
    const all = new Map<string, number[]>();
    while (!enough(all)) {
      const frame = await socket.next();
      if ('closed' in frame) return { all, closed: frame.closed };
      const change = changeIn(frame);
      if (!change || !frame.id) throw new Error(`Told something else: ${JSON.stringify(frame).slice(0, 300)}`);
      if (change.type !== 'ADVANCED') all.set(frame.id, [...(all.get(frame.id) ?? []), Number(change.position)]);
    }
    return { all, closed: null };
  };
  const begin = async (socket: Socket, id: string): Promise<number> => {
    socket.subscribe(id, CHANGES);
    const first = changeIn(await socket.next());
    return Number(first?.position);
  };
  /** Writes events that are large on the wire. */
  const happen = async (count: number): Promise<void> => {
    const access = { departmentId: agency.departments.web };
    const progress = Array.from({ length: NODES }, (): ProgressChange => ({ node: 'task', id: newId(), workTotal: '480', workDone: '1599999', status: 'IN_PROGRESS', sharedWithClient: false, access }));
    for (let done = 0; done < count; done += 50) {
      await api.app.nest.get(UnitOfWork).run(testActor({ organizationId: agency.id, userId: null, tier: 'SYSTEM' }), async (work) => {
        for (let each = 0; each < Math.min(50, count - done); each++) work.record({ kind: 'task.changed', subject: 'task', subjectId: newId(), access: { before: access, after: access }, progress });
      });
    }
  };
  const range = (from: number, count: number): number[] => Array.from({ length: count }, (_, index) => from + 1 + index);

  beforeAll(async () => {
    api = await bootApi();
    agency = await seedOrganization(api.database);
    relay = new Relay({ connectionString: api.config.databaseUrls.relay, transport: api.app.nest.get(Transport), logger: createLogger('silent', 'test') });
    await relay.start();
    token = (await signInAs(api, agency.users.TEAM_LEAD.email)).cookie(ACCESS_COOKIE) ?? '';
  });
  afterEach(() => open.splice(0).forEach((socket) => socket.close()));
  afterAll(async () => {
    await relay.stop();
    await api.close();
  });

  it('holds up nobody, keeps little on the server, and has everything once and in order when it reads again', async () => {
    const [slow, fast] = [await connect(), await connect()];
    const from = await begin(slow, 's');
    expect(await begin(fast, 'f')).toBe(from);
    slow.socket.pause();
    const count = 400;
    await happen(count);
    // 12 MB were sent to the one that reads, while the other took nothing.
    const told = await positions(fast, (all) => all.get('f')?.length === count);
    expect(told.all.get('f')).toEqual(range(from, count));
    const held = waiting();
    slow.socket.resume();
    const caughtUp = await positions(slow, (all) => all.get('s')?.length === count);
    expect(caughtUp.all.get('s')).toEqual(range(from, count));
    expect(held).toBeLessThan(LIMITS.bufferedBytes);
    await happen(1);
    expect((await positions(slow, (all) => all.size > 0)).all.get('s')).toEqual([from + count + 1]);
  });

  it('is cut off when more waits for it than a megabyte, and goes on from its last positions', async () => {
    const [slow, fast] = [await connect(), await connect()];
    const from = await begin(fast, 'f');
    for (let id = 1; id <= LIMITS.subscriptions; id++) expect(await begin(slow, String(id))).toBe(from);
    slow.socket.pause();
    const count = 30;
    const reader = api.app.nest.get<EventReader>(EventReader);
    const open = reader.size;
    await happen(count);
    expect((await positions(fast, (all) => all.get('f')?.length === count)).all.get('f')).toEqual(range(from, count));
    slow.socket.resume();
    const { all, closed } = await positions(slow, () => false);
    expect(closed).toBe(1013);
    await until('its subscriptions to end', () => reader.size === open - LIMITS.subscriptions);
    // Nothing is missing up to where each subscription was, and from there on all the rest comes.
    const again = await connect();
    for (const [id, seen] of [...all].slice(0, 5)) {
      expect(seen).toEqual(range(from, seen.length));
      again.subscribe(id, CHANGES, { after: String(seen.at(-1) ?? from) });
      const rest = seen.length < count ? await positions(again, (found) => seen.length + (found.get(id)?.length ?? 0) >= count) : { all: new Map<string, number[]>() };
      expect([...seen, ...(rest.all.get(id) ?? [])]).toEqual(range(from, count));
    }
    expect([...all.values()].some((seen) => seen.length < count)).toBe(true);
  });

  /** What waits in this process to be sent on any socket, bytes. */
  const waiting = (): number => (process as unknown as { _getActiveHandles(): { constructor: { name: string }; writableLength?: number }[] })._getActiveHandles()
    .filter(({ constructor }) => constructor.name === 'Socket').reduce((sum, { writableLength }) => sum + (writableLength ?? 0), 0);
});
