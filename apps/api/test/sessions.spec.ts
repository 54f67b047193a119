import { ACCESS_COOKIE } from '@throughline/identity/auth';
import { seedOrganization, TEST_PASSWORD, type TestOrganization, type TestUser } from '@throughline/testing';
import { ApiClient, bootApi, codesOf, expectFourCallers, type GraphqlAnswer, signInAs, type TestApi } from '@throughline/testing/api';
import { Client } from 'pg';
import { type Frame, Socket } from './support/client.js';
import { signInFeatures } from './support/sign-in-features.js';

const MINE = '{ mySessions { id device userAgent address method current createdAt lastSeenAt expiresAt } }';
const OF = 'query ($userId: ID!) { userSessions(userId: $userId) { id device current } }';
const END = 'mutation ($input: EndSessionInput!) { endSession(input: $input) { errors { code } } }';
const END_OTHERS = 'mutation { endOtherSessions { ended errors { code } } }';
const END_ALL = 'mutation ($input: EndSessionsOfInput!) { endSessionsOf(input: $input) { ended errors { code } } }';
const SIGN_IN = 'mutation ($input: SignInInput!) { signIn(input: $input) { viewer { id } errors { code } } }';
const VIEWER = '{ viewer { id } }';
const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';

interface Session { id: string; device: string; current: boolean }

describe('sessions', () => {
  let api: TestApi;
  let owner: Client;
  let agency: TestOrganization;

  beforeAll(async () => {
    api = await bootApi({ features: signInFeatures, settings: { trustedProxyHops: 1 } });
    owner = new Client({ connectionString: api.database.ownerUrl });
    await owner.connect();
    agency = await seedOrganization(api.database);
  });
  afterAll(async () => {
    await owner?.end();
    await api?.close();
  });

  let people = 0;
  const someone = (): Promise<TestUser> => agency.addUser({ name: `Person ${++people}`, roles: ['SALES_AGENT'] });
  const mine = async (client: ApiClient): Promise<Session[]> => (await client.ask<{ mySessions: Session[] }>(MINE)).mySessions;
  const eventsOf = async (user: TestUser, kind: string): Promise<unknown[]> =>
    (await owner.query<{ changes: unknown }>('SELECT d.changes FROM event e JOIN event_detail d ON d.event_id = e.id WHERE e.subject_id = $1 AND e.kind = $2 ORDER BY e.id', [user.id, kind])).rows.map(({ changes }) => changes);
  const connect = async (client: ApiClient): Promise<Socket> => {
    const socket = await Socket.open(api.url, { authorization: `Bearer ${client.cookie(ACCESS_COOKIE)!}` });
    socket.send({ type: 'connection_init' });
    expect(await socket.next()).toEqual({ type: 'connection_ack' });
    return socket;
  };
  const end = async (socket: Socket): Promise<Frame> => {
    for (;;) {
      const frame = await socket.next();
      if ('closed' in frame) return frame;
    }
  };

  it('are listed for their person: where, on what, since when', async () => {
    const user = await someone();
    const there = new ApiClient(api.url);
    await there.send(SIGN_IN, { input: { email: user.email, password: TEST_PASSWORD } }, { 'user-agent': FIREFOX, 'x-forwarded-for': '10.9.8.7' });
    const here = await signInAs(api, user.email);
    const at = expect.any(String) as string;
    expect(await mine(here)).toEqual([
      expect.objectContaining({ current: true, device: 'Unknown device', method: 'PASSWORD' }),
      { id: at, device: 'Firefox on Linux', userAgent: FIREFOX, address: '10.9.8.7', method: 'PASSWORD', current: false, createdAt: at, lastSeenAt: at, expiresAt: at },
    ]);
    await owner.query('UPDATE session SET expires_at = now() WHERE user_id = $1 AND user_agent IS NOT NULL', [user.id]);
    expect(await mine(here)).toHaveLength(1);
    expect(codesOf(await new ApiClient(api.url).send(MINE))).toEqual(['UNAUTHENTICATED']);
  });

  it('are ended one by one by their person, and by nobody else without the right', async () => {
    const user = await someone();
    const [here, there, stranger] = [await signInAs(api, user.email), await signInAs(api, user.email), await signInAs(api, agency.users.HR.email)];
    const other = (await mine(here)).find(({ current }) => !current)!;
    const before = await mine(here);
    expect(codesOf(await stranger.send(END, { input: { id: other.id } }))).toEqual(['NOT_FOUND']);
    expect(codesOf(await new ApiClient(api.url).send(END, { input: { id: other.id } }))).toEqual(['UNAUTHENTICATED']);
    expect(await mine(here)).toEqual(before);
    expect(codesOf(await here.send(END, { input: { id: other.id } }))).toEqual([]);
    expect(codesOf(await there.send(VIEWER))).toEqual(['UNAUTHENTICATED']);
    expect(codesOf(await here.send(END, { input: { id: other.id } }))).toEqual(['NOT_FOUND']);
    expect(await eventsOf(user, 'session.revoked')).toEqual([{ session: { before: null, after: other.id }, reason: { before: null, after: 'ENDED_BY_OWNER' } }]);
  });

  it('are ended all but the present one', async () => {
    const user = await someone();
    const [here, ...others] = await Promise.all([1, 2, 3].map(() => signInAs(api, user.email)));
    expect(await here!.ask(END_OTHERS)).toEqual({ endOtherSessions: { ended: 2, errors: [] } });
    for (const other of others) expect(codesOf(await other.send(VIEWER))).toEqual(['UNAUTHENTICATED']);
    expect(codesOf(await here!.send(VIEWER))).toEqual([]);
    expect(codesOf(await new ApiClient(api.url).send(END_OTHERS))).toEqual(['UNAUTHENTICATED']);
  });

  it('are seen and ended by administrators, the superadmin\'s by nobody', async () => {
    const user = await someone();
    const client = await signInAs(api, user.email);
    const elsewhere = await seedOrganization(api.database, 'Elsewhere');
    const callers = { api, right: await signInAs(api, agency.users.ADMIN.email), wrongPerson: await signInAs(api, agency.users.HR.email), wrongOrganization: await signInAs(api, elsewhere.users.ADMIN.email) };
    expect(await expectFourCallers({ ...callers, operation: OF, variables: { userId: user.id } })).toEqual({ userSessions: [{ id: expect.any(String) as string, device: 'Unknown device', current: false }] });
    expect(await expectFourCallers({ ...callers, operation: END_ALL, variables: { input: { userId: user.id } } })).toEqual({ endSessionsOf: { ended: 1, errors: [] } });
    expect(codesOf(await client.send(VIEWER))).toEqual(['UNAUTHENTICATED']);
    const again = await signInAs(api, user.email);
    expect(codesOf(await callers.right.send(END, { input: { id: (await mine(again))[0]!.id } }))).toEqual([]);
    expect(codesOf(await again.send(VIEWER))).toEqual(['UNAUTHENTICATED']);
    await signInAs(api, agency.users.SUPERADMIN.email);
    expect(codesOf(await callers.right.send(END_ALL, { input: { userId: agency.users.SUPERADMIN.id } }))).toEqual(['FORBIDDEN']);
  });

  it('take their sockets with them within a second, whether they subscribe to something or not', async () => {
    const user = await someone();
    const [here, there] = [await signInAs(api, user.email), await signInAs(api, user.email)];
    const [silent, kept] = [await connect(there), await connect(here)];
    const from = Date.now();
    await here.ask(END_OTHERS);
    expect(await end(silent)).toMatchObject({ closed: 4401 });
    expect(Date.now() - from).toBeLessThan(1_000);
    kept.subscribe('1', 'subscription { recordChanges { type } }');
    expect(await kept.next()).toMatchObject({ type: 'next' });
    kept.close();
  });

  it('tell their person of a device they did not use before, once', async () => {
    const user = await someone();
    const signIn = (client: ApiClient): Promise<GraphqlAnswer> => client.send(SIGN_IN, { input: { email: user.email, password: TEST_PASSWORD } }, { 'user-agent': FIREFOX });
    const [first, second] = [new ApiClient(api.url), new ApiClient(api.url)];
    await signIn(first);
    await signIn(first);
    expect(await eventsOf(user, 'user.newDevice')).toEqual([]);
    await signIn(second);
    await signIn(second);
    await signIn(first);
    expect(await eventsOf(user, 'user.newDevice')).toHaveLength(1);
    const { rows } = await owner.query<{ kind: string; recipient: string }>('SELECT kind, recipient FROM outgoing_mail WHERE user_id = $1', [user.id]);
    expect(rows).toEqual([{ kind: 'user.newDevice', recipient: user.email }]);
  });

  it('know a browser that two people share', async () => {
    const [one, two] = [await someone(), await someone()];
    const browser = new ApiClient(api.url);
    for (const { email } of [one, two, one, two]) await browser.send(SIGN_IN, { input: { email, password: TEST_PASSWORD } });
    const { rows } = await owner.query('SELECT user_id FROM known_device WHERE user_id = ANY ($1)', [[one.id, two.id]]);
    expect(rows).toHaveLength(2);
    expect(browser.cookie('tl_device')!.split('.')).toHaveLength(2);
  });

  it('let the owner in on a known device while strangers are locked out, and nobody guess more', async () => {
    const user = await someone();
    const home = await signInAs(api, user.email);
    const known = home.cookie('tl_device')!;
    const guess = async (address: string, password: string, device?: string): Promise<string> => {
      const client = new ApiClient(api.url);
      client.address = address;
      if (device) client.setCookie('tl_device', device);
      return codesOf(await client.send(SIGN_IN, { input: { email: user.email, password } })).join();
    };
    const outcomes = await Promise.all(Array.from({ length: 100 }, (_, at) => guess(`10.1.0.${at % 50}`, 'a wrong guess')));
    expect(outcomes.filter((code) => code === 'UNAUTHENTICATED')).toHaveLength(40);
    expect(outcomes.filter((code) => code === 'RATE_LIMITED')).toHaveLength(60);
    expect(await guess('10.2.0.1', TEST_PASSWORD)).toBe('RATE_LIMITED');
    expect(await guess('10.2.0.1', TEST_PASSWORD, known)).toBe('');
    // Somebody else's device is a stranger's, and the success gave strangers nothing back.
    const thief = await signInAs(api, agency.users.SALES_AGENT.email);
    expect(await guess('10.2.0.2', TEST_PASSWORD, thief.cookie('tl_device'))).toBe('RATE_LIMITED');
    expect(await guess('10.2.0.3', 'a wrong guess')).toBe('RATE_LIMITED');
    expect(await eventsOf(user, 'user.signInRefused')).toHaveLength(40);
  });
});
