import { ACCESS_COOKIE } from '@throughline/identity/auth';
import { KnownNetworks } from '@throughline/identity/risk';
import { newId } from '@throughline/platform/kernel';
import { seedOrganization, TEST_PASSWORD, type TestOrganization, type TestUser } from '@throughline/testing';
import { ApiClient, bootApi, codesOf, expectFourCallers, signInAs, type TestApi } from '@throughline/testing/api';
import { Client } from 'pg';
import { type Frame, Socket } from './support/client.js';
import { signInFeatures } from './support/sign-in-features.js';

const POLICY = `{ securityPolicy {
  version allowedNetworks adminsNeedNetwork secondFactorFor passwordMinLength passwordHistory passwordRefuseCommon registeredDevicesRequired selfRegistration blockedCountries riskAnswer
  adminSessions { idleMinutes longestMinutes } employeeSessions { idleMinutes longestMinutes } clientSessions { idleMinutes longestMinutes } } }`;
const UPDATE = `mutation ($input: UpdateSecurityPolicyInput!) { updateSecurityPolicy(input: $input) {
  securityPolicy { version allowedNetworks adminsNeedNetwork secondFactorFor blockedCountries employeeSessions { idleMinutes longestMinutes } } errors { code message path details } } }`;
const SIGN_IN = 'mutation ($input: SignInInput!) { signIn(input: $input) { viewer { id } errors { code } } }';
const REFRESH = 'mutation { refreshSession { errors { code } } }';
const VIEWER = '{ viewer { id } }';
const CHANGES = 'subscription { recordChanges { position type } }';
const OFFICE = '203.0.113.0/24';
const DEFAULTS = {
  version: 1, allowedNetworks: ['127.0.0.0/8', '::1/128', '10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7', 'fe80::/10'], adminsNeedNetwork: false,
  secondFactorFor: [], passwordMinLength: 12, passwordHistory: 5, passwordRefuseCommon: true, registeredDevicesRequired: false, selfRegistration: false,
  blockedCountries: [], riskAnswer: 'STEP_UP', adminSessions: { idleMinutes: 480, longestMinutes: 1_440 }, employeeSessions: { idleMinutes: 720, longestMinutes: 10_080 },
  clientSessions: { idleMinutes: 10_080, longestMinutes: 43_200 },
};

interface Answer { updateSecurityPolicy: { securityPolicy: { version: number } | null; errors: { code: string; message: string; path: string[]; details: unknown }[] } }

/** How a socket ends, whatever it is told before. */
async function endOf(socket: Socket): Promise<Frame> {
  for (;;) {
    const frame = await socket.next();
    if ('closed' in frame) return frame;
  }
}

describe('the security policy', () => {
  let api: TestApi;
  let owner: Client;
  let agency: TestOrganization;
  let admin: ApiClient;

  beforeAll(async () => {
    api = await bootApi({ features: signInFeatures, settings: { trustedProxyHops: 1 } });
    owner = new Client({ connectionString: api.database.ownerUrl });
    await owner.connect();
  });
  afterAll(async () => {
    await owner?.end();
    await api?.close();
  });
  // Each test has an organization of its own, so that no policy depends on another test.
  beforeEach(async () => {
    agency = await seedOrganization(api.database);
    admin = await signInAs(api, agency.users.ADMIN.email);
  });

  const at = (address: string, client = new ApiClient(api.url)): ApiClient => Object.assign(client, { address });
  const signInFrom = async (address: string, user: TestUser): Promise<string> =>
    codesOf(await at(address).send(SIGN_IN, { input: { email: user.email, password: TEST_PASSWORD } })).join();
  const update = async (input: object, by = admin): Promise<Answer['updateSecurityPolicy']> => {
    const { rows: [row] } = await owner.query<{ version: number }>('SELECT version FROM security_policy WHERE id = $1', [agency.id]);
    const { data } = await by.send<Answer>(UPDATE, { input: { version: row!.version, ...input } });
    return data!.updateSecurityPolicy;
  };
  const eventsOf = async (kind: string, subjectId: string): Promise<unknown[]> =>
    (await owner.query('SELECT d.changes FROM event e JOIN event_detail d ON d.event_id = e.id WHERE e.kind = $1 AND e.subject_id = $2', [kind, subjectId])).rows;

  it('begins with local networks, and is for administrators only', async () => {
    const elsewhere = await seedOrganization(api.database, 'Elsewhere');
    await owner.query("UPDATE security_policy SET blocked_countries = '{KP}' WHERE id = $1", [elsewhere.id]);
    const callers = { api, right: admin, wrongPerson: await signInAs(api, agency.users.HR.email), wrongOrganization: await signInAs(api, elsewhere.users.HR.email), codes: { wrongOrganization: 'FORBIDDEN' } as const };
    expect(await expectFourCallers({ ...callers, operation: POLICY })).toEqual({ securityPolicy: DEFAULTS });
    const changed = await expectFourCallers<Answer>({ ...callers, operation: UPDATE, variables: { input: { version: 1, secondFactorFor: ['CLIENT', 'EMPLOYEE', 'CLIENT'] } } });
    expect(changed.updateSecurityPolicy.securityPolicy).toMatchObject({ version: 2, secondFactorFor: ['CLIENT', 'EMPLOYEE'] });
    expect(await eventsOf('policy.updated', agency.id)).toEqual([{ changes: { secondFactorFor: { before: [], after: ['CLIENT', 'EMPLOYEE'] } } }]);
    const stranger = await signInAs(api, elsewhere.users.ADMIN.email);
    expect(await stranger.ask(POLICY)).toEqual({ securityPolicy: { ...DEFAULTS, blockedCountries: ['KP'] } });
  });

  it('is changed by who saw it as it is, and has just proved who they are', async () => {
    await update({ passwordHistory: 3 });
    expect((await admin.send<Answer>(UPDATE, { input: { version: 1, passwordHistory: 4 } })).data!.updateSecurityPolicy.errors).toMatchObject([{ code: 'CONFLICT' }]);
    await owner.query("UPDATE session SET proved_at = now() - interval '11 minutes' WHERE user_id = $1", [agency.users.ADMIN.id]);
    expect((await update({ passwordHistory: 4 })).errors).toMatchObject([{ code: 'PRECONDITION_FAILED', details: { reason: 'REAUTHENTICATE' } }]);
    const prove = (password: string): Promise<unknown> => admin.send('mutation ($input: ReauthenticateInput!) { reauthenticate(input: $input) { errors { code path } } }', { input: { password } }).then(({ data }) => data);
    expect(await prove('not the password')).toEqual({ reauthenticate: { errors: [{ code: 'VALIDATION_FAILED', path: ['password'] }] } });
    expect((await update({ passwordHistory: 4 })).errors).toMatchObject([{ code: 'PRECONDITION_FAILED' }]);
    expect(await prove(TEST_PASSWORD)).toEqual({ reauthenticate: { errors: [] } });
    expect((await update({ passwordHistory: 4 })).errors).toEqual([]);
  });

  it.each([
    [{ allowedNetworks: ['10.0.0.0/8', 'office'] }, 'allowedNetworks.1'], [{ allowedNetworks: ['10.0.0.0/33'] }, 'allowedNetworks.0'], [{ blockedCountries: ['Germany'] }, 'blockedCountries.0'],
    [{ passwordMinLength: 11 }, 'passwordMinLength'], [{ passwordHistory: 25 }, 'passwordHistory'], [{ adminSessions: { idleMinutes: 14, longestMinutes: 60 } }, 'sessions.admin.idleMinutes'],
    [{ clientSessions: { idleMinutes: 61, longestMinutes: 60 } }, 'sessions.client.idleMinutes'],
  ])('refuses %j', async (input, path) => {
    expect((await update(input)).errors).toMatchObject([{ code: 'VALIDATION_FAILED', path: path.split('.') }]);
  });

  it('lets staff in from allowed networks only, administrators and clients from anywhere', async () => {
    const client = await agency.addUser({ name: 'Cleo Client', roles: ['CLIENT_OWNER'], customerId: await agency.addCustomer() });
    const { TEAM_MEMBER: member } = agency.users;
    expect((await update({ allowedNetworks: [OFFICE, '::ffff:198.51.100.7', '2001:DB8:1::/48'] })).securityPolicy).toMatchObject({ allowedNetworks: [OFFICE, '198.51.100.7/32', '2001:db8:1::/48'] });
    const inside = ['203.0.113.1', '198.51.100.7', '::ffff:203.0.113.255', '2001:db8:1::5'];
    const outside = ['203.0.114.1', '198.51.100.8', '2001:db8:2::5', '127.0.0.1'];
    for (const address of inside) expect(await signInFrom(address, member)).toBe('');
    for (const address of outside) expect(await signInFrom(address, member)).toBe('NETWORK_NOT_ALLOWED');
    expect([await signInFrom('127.0.0.1', client), await signInFrom('127.0.0.1', agency.users.ADMIN)]).toEqual(['', '']);
    expect(await eventsOf('user.networkRefused', member.id)).toHaveLength(outside.length);
  });

  it('believes no address that a client makes up', async () => {
    await update({ allowedNetworks: [OFFICE] });
    const { TEAM_MEMBER: member } = agency.users;
    const made = new ApiClient(api.url);
    const answer = await made.send(SIGN_IN, { input: { email: member.email, password: TEST_PASSWORD } }, { 'x-forwarded-for': '203.0.113.1, 192.0.2.1', forwarded: 'for=203.0.113.1', 'x-real-ip': '203.0.113.1' });
    expect(codesOf(answer)).toEqual(['NETWORK_NOT_ALLOWED']);
  });

  it('holds for every request, refresh and rights of open sessions, at once', async () => {
    const { TEAM_MEMBER: user } = agency.users;
    await update({ allowedNetworks: [OFFICE] });
    const member = at('203.0.113.5');
    await member.signIn(user.email);
    expect(await member.ask(VIEWER)).toEqual({ viewer: { id: user.id } });
    // The notebook goes home.
    member.address = '192.0.2.9';
    for (const operation of [VIEWER, REFRESH, '{ roles { nodes { id } } }', 'mutation { reauthenticate(input: { password: "x" }) { errors { code } } }']) {
      expect(codesOf(await member.send(operation))).toEqual(['NETWORK_NOT_ALLOWED']);
    }
    for (let again = 0; again < 20; again++) await member.send(VIEWER);
    expect(await eventsOf('user.networkRefused', user.id)).toHaveLength(6);
    // Back in the office everything is as before; then the office moves.
    member.address = '203.0.113.5';
    expect(codesOf(await member.send(REFRESH))).toEqual([]);
    expect(codesOf(await member.send(VIEWER))).toEqual([]);
    await update({ allowedNetworks: ['192.0.2.0/24'] });
    expect(codesOf(await member.send(VIEWER))).toEqual(['NETWORK_NOT_ALLOWED']);
    // What is open to strangers stays open, and so does the way out.
    expect(codesOf(await member.send('mutation { signOut { errors { code } } }'))).toEqual([]);
  });

  it('ends open pages of those it shuts out, within a second', async () => {
    const { TEAM_MEMBER: user } = agency.users;
    const member = await signInAs(api, user.email);
    const socket = await Socket.open(api.url, { authorization: `Bearer ${member.cookie(ACCESS_COOKIE)!}` });
    socket.send({ type: 'connection_init' });
    expect(await socket.next()).toEqual({ type: 'connection_ack' });
    socket.subscribe('1', CHANGES);
    await socket.next();
    const from = Date.now();
    expect((await update({ allowedNetworks: [OFFICE] })).errors).toEqual([]);
    expect(await endOf(socket)).toMatchObject({ closed: 4401 });
    expect(Date.now() - from).toBeLessThan(1_000);
    const again = await Socket.open(api.url, { authorization: `Bearer ${member.cookie(ACCESS_COOKIE)!}` });
    again.send({ type: 'connection_init' });
    expect(await endOf(again)).toMatchObject({ closed: 4401, reason: expect.stringContaining('network') as string });
  });

  it('binds administrators only where the organization says so, and never shuts out who says it', async () => {
    const office = at('203.0.113.5', admin);
    expect((await update({ allowedNetworks: ['198.51.100.0/24'], adminsNeedNetwork: true }, office)).errors).toMatchObject([
      { code: 'PRECONDITION_FAILED', path: ['allowedNetworks'], message: expect.stringContaining('203.0.113.5') as string, details: { reason: 'OWN_NETWORK', address: '203.0.113.5' } },
    ]);
    expect((await update({ allowedNetworks: [OFFICE], adminsNeedNetwork: true }, office)).errors).toEqual([]);
    expect(await signInFrom('192.0.2.1', agency.users.ADMIN)).toBe('NETWORK_NOT_ALLOWED');
    expect(codesOf(await at('192.0.2.1', admin).send(VIEWER))).toEqual(['NETWORK_NOT_ALLOWED']);
  });

  it('asks for approved devices only where whoever says so stays in, and can approve others', async () => {
    const roleId = newId();
    await owner.query("INSERT INTO role (id, organization_id, key, name, tiers) VALUES ($1, $2, 'KEEPER', 'Keeper', '{EMPLOYEE}')", [roleId, agency.id]);
    const allow = (permission: string): Promise<unknown> => owner.query("INSERT INTO role_grant (id, organization_id, role_id, permission, scope) VALUES ($1, $2, $3, $4, 'ORGANIZATION')", [newId(), agency.id, roleId, permission]);
    for (const permission of ['securityPolicy.read', 'securityPolicy.update']) await allow(permission);
    const keeper = await agency.addUser({ name: 'Kay Keeper', roles: [] });
    await owner.query('INSERT INTO user_role (id, organization_id, user_id, role_id) VALUES ($1, $2, $3, $4)', [newId(), agency.id, keeper.id, roleId]);
    const client = await signInAs(api, keeper.email);
    const refused = (reason: string): object[] => [{ code: 'PRECONDITION_FAILED', path: ['registeredDevicesRequired'], details: { reason } }];
    expect((await update({ registeredDevicesRequired: true }, client)).errors).toMatchObject(refused('NO_APPROVER'));
    await allow('device.read');
    await allow('device.approve');
    expect((await update({ registeredDevicesRequired: true }, client)).errors).toMatchObject(refused('OWN_DEVICE'));
    await owner.query("INSERT INTO registered_device (id, organization_id, user_id, name, kind, fingerprint, status) VALUES ($1, $2, $3, 'Laptop', 'KEY', $4, 'APPROVED')", [newId(), agency.id, keeper.id, Buffer.from(roleId)]);
    expect((await update({ registeredDevicesRequired: true }, client)).errors).toEqual([]);
  });

  it('blocks no country with whoever blocks it', async () => {
    const facts = jest.spyOn(api.app.nest.get(KnownNetworks, { strict: false }), 'of').mockReturnValue({ country: 'AQ', bad: false });
    expect((await update({ blockedCountries: ['AQ'] })).errors).toMatchObject([{ code: 'PRECONDITION_FAILED', path: ['blockedCountries'], details: { reason: 'OWN_COUNTRY', country: 'AQ' } }]);
    facts.mockRestore();
    expect((await update({ blockedCountries: ['AQ'] })).errors).toEqual([]);
  });

  it('shortens open sessions of the tier it makes stricter, and no others', async () => {
    const { TEAM_MEMBER: user } = agency.users;
    await signInAs(api, user.email);
    const minutes = async (id: string): Promise<unknown> => (await owner.query(
      'SELECT idle_minutes AS idle, round(extract(epoch FROM expires_at - last_refreshed_at) / 60)::int AS expires, round(extract(epoch FROM ends_at - created_at) / 60)::int AS ends FROM session WHERE user_id = $1', [id])).rows[0];
    expect(await minutes(user.id)).toEqual({ idle: 720, expires: 720, ends: 10_080 });
    await update({ employeeSessions: { idleMinutes: 30, longestMinutes: 600 } });
    expect(await minutes(user.id)).toEqual({ idle: 30, expires: 30, ends: 600 });
    expect(await minutes(agency.users.ADMIN.id)).toEqual({ idle: 480, expires: 480, ends: 1_440 });
    await update({ employeeSessions: { idleMinutes: 60, longestMinutes: 600 } });
    expect(await minutes(user.id)).toEqual({ idle: 30, expires: 30, ends: 600 });
  });
});
