import { seedOrganization, type TestOrganization } from '@throughline/testing';
import { ApiClient, bootApi, codesOf, expectFourCallers, signInAs, type TestApi } from '@throughline/testing/api';
import { Client } from 'pg';
import { ReadConnections } from '../../../libs/platform/read/session/read-connections.js';
import { type Frame, send, Socket } from './support/client.js';

const CREATE = 'mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { secret apiKey { id version name prefix active networks expiresAt lastUsedAt createdBy { id } account { id name tier roles { role { id } } exceptions { permission scope } } } errors { code path message } } }';
const ROTATE = 'mutation ($input: RotateApiKeyInput!) { rotateApiKey(input: $input) { secret apiKey { id version prefix } errors { code path } } }';
const REVOKE = 'mutation ($input: RevokeApiKeyInput!) { revokeApiKey(input: $input) { apiKey { id active revokedAt } errors { code path } } }';
const LIST = '{ apiKeys(first: 50) { totalCount nodes { id name prefix active lastUsedAt lastUsedAddress createdBy { name } account { exceptions { permission } roles { role { name } } } } } }';
const LEADS = '{ leads(first: 1) { totalCount } }';
const USERS = '{ users(first: 1) { totalCount } }';
const CREATE_LEAD = 'mutation ($input: CreateLeadInput!) { createLead(input: $input) { lead { id owner { id } } errors { code } } }';
const SECRET = /^tlk_[\w-]{43}$/;

interface Key { id: string; version: number; prefix: string; account: { id: string } }
interface Issued { secret: string; apiKey: Key }

describe('API keys', () => {
  let api: TestApi;
  let owner: Client;
  let ours: TestOrganization;
  let theirs: TestOrganization;
  let admin: ApiClient;
  let agent: ApiClient;
  let stranger: ApiClient;

  beforeAll(async () => {
    api = await bootApi({ settings: { trustedProxyHops: 1 } });
    owner = new Client({ connectionString: api.database.ownerUrl });
    await owner.connect();
    [ours, theirs] = [await seedOrganization(api.database, 'Ours'), await seedOrganization(api.database, 'Theirs')];
    [admin, agent, stranger] = [await signInAs(api, ours.users.ADMIN.email), await signInAs(api, ours.users.SALES_AGENT.email), await signInAs(api, theirs.users.ADMIN.email)];
  });
  afterAll(async () => {
    await owner?.end();
    await api?.close();
  });

  const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();
  const facts = (more: object = {}): object => ({ name: 'Warehouse', grants: [{ permission: 'lead.read', scope: 'ORGANIZATION' }], expiresAt: inDays(30), ...more });
  const issue = async (more: object = {}, by = admin): Promise<Issued> => (await by.ask<{ createApiKey: Issued }>(CREATE, { input: facts(more) })).createApiKey;
  const program = (secret: string, address: string | null = null): ApiClient => Object.assign(new ApiClient(api.url), { bearer: secret, address });
  const connect = async (secret: string): Promise<Socket> => {
    const socket = await Socket.open(api.url);
    socket.send({ type: 'connection_init', payload: { authorization: `Bearer ${secret}` } });
    expect(await socket.next()).toEqual({ type: 'connection_ack' });
    return socket;
  };
  const end = async (socket: Socket): Promise<Frame> => {
    for (;;) {
      const frame = await socket.next();
      if ('closed' in frame) return frame;
    }
  };

  it('are made by whoever may, show their secret once, and keep its hash only', async () => {
    const { createApiKey } = await expectFourCallers<{ createApiKey: Issued }>({
      api, operation: CREATE, variables: { input: facts() }, right: admin, wrongPerson: agent, wrongOrganization: stranger, separately: ours.id,
    });
    const { secret, apiKey } = createApiKey;
    expect(secret).toMatch(SECRET);
    expect(apiKey).toMatchObject({
      name: 'Warehouse', prefix: secret.slice(0, 10), active: true, networks: null, lastUsedAt: null, createdBy: { id: ours.users.ADMIN.id },
      account: { name: 'Warehouse', tier: 'SERVICE', roles: [], exceptions: [{ permission: 'lead.read', scope: 'ORGANIZATION' }] },
    });
    const { rows } = await owner.query<{ hash: Buffer }>('SELECT secret_hash AS hash FROM api_key_secret WHERE key_id = $1', [apiKey.id]);
    expect(rows.map(({ hash }) => hash.length)).toEqual([32]);
    expect(codesOf(await admin.send(CREATE, { input: facts() }, { 'idempotency-key': 'once-and-again' }))).toEqual(['VALIDATION_FAILED']);
  });

  it('do what they were given and nothing else, over GraphQL, WebSocket and REST, without cookies', async () => {
    const { secret, apiKey } = await issue({ grants: [{ permission: 'lead.read', scope: 'ORGANIZATION' }, { permission: 'lead.create', scope: 'ORGANIZATION' }, { permission: 'audit.export', scope: 'ORGANIZATION' }] });
    const key = program(secret);
    const answer = await key.send<{ viewer: unknown }>('{ viewer { id tier } }');
    expect(answer.data).toEqual({ viewer: { id: apiKey.account.id, tier: 'SERVICE' } });
    expect(answer.headers['set-cookie']).toBeUndefined();
    expect(codesOf(await key.send(LEADS))).toEqual([]);
    expect(codesOf(await key.send(USERS))).toEqual(['FORBIDDEN']);
    expect(codesOf(await key.send(CREATE, { input: facts() }))).toEqual(['FORBIDDEN']);
    const socket = await connect(secret);
    socket.subscribe('1', 'subscription { recordChanges(subjects: ["lead"]) { type } }');
    expect(await socket.next()).toMatchObject({ type: 'next', payload: { data: { recordChanges: { type: expect.any(String) as string } } } });
    socket.close();
    const { createLead } = await key.ask<{ createLead: { lead: { id: string } } }>(CREATE_LEAD, { input: { name: 'Ada', company: 'Bakery', email: 'ada@bakery.example' } });
    const { rows } = await owner.query('SELECT actor_id, actor_tier FROM event WHERE subject_id = $1', [createLead.lead.id]);
    expect(rows).toEqual([{ actor_id: apiKey.account.id, actor_tier: 'SERVICE' }]);
    const rest = async (bearer: string): Promise<number> => (await send(`${api.url}/files/audit/events.csv`, { headers: { authorization: `Bearer ${bearer}` } })).status;
    expect([await rest(secret), await rest((await issue()).secret), await rest(`${secret.slice(0, -1)}${secret.endsWith('A') ? 'B' : 'A'}`)]).toEqual([200, 403, 401]);
  });

  it('carry a role for programs, and no other', async () => {
    const { createRole } = await admin.ask<{ createRole: { role: { id: string } } }>(
      'mutation ($input: CreateRoleInput!) { createRole(input: $input) { role { id } errors { code message } } }', { input: { name: 'Integration', tiers: ['SERVICE'], copyOf: ours.roles.SALES_MANAGER } });
    const { secret } = await issue({ roleId: createRole.role.id, grants: null });
    expect(codesOf(await program(secret).send(LEADS))).toEqual([]);
    const refused = async (more: object): Promise<unknown> => (await admin.send<{ createApiKey: { errors: unknown[] } }>(CREATE, { input: facts({ grants: null, ...more }) })).data?.createApiKey.errors;
    expect(await refused({ roleId: ours.roles.SALES_AGENT })).toMatchObject([{ code: 'VALIDATION_FAILED', path: ['roleId'] }]);
    expect(await refused({ roleId: theirs.roles.SALES_AGENT })).toMatchObject([{ code: 'NOT_FOUND', path: ['roleId'] }]);
    expect(await refused({})).toMatchObject([{ code: 'VALIDATION_FAILED', path: ['roleId'] }]);
    for (const [more, path] of [
      [{ expiresAt: inDays(366) }, ['expiresAt']], [{ expiresAt: inDays(-1) }, ['expiresAt']], [{ networks: ['office'] }, ['networks', '0']],
      [{ grants: [{ permission: 'lead.dance', scope: 'OWN' }] }, ['grants', '0', 'permission']], [{ grants: [{ permission: 'lead.read', scope: 'OWN', effect: 'DENY' }] }, ['grants', '0', 'effect']],
    ] as const) expect(await refused({ grants: [{ permission: 'lead.read', scope: 'ORGANIZATION' }], ...more })).toMatchObject([{ code: 'VALIDATION_FAILED', path }]);
  });

  it('get no more than their maker holds', async () => {
    await admin.ask('mutation ($input: GrantExceptionInput!) { grantException(input: $input) { errors { code } } }', { input: { userId: ours.users.SALES_MANAGER.id, grant: { permission: 'apiKey.create', scope: 'ORGANIZATION' }, reason: 'Builds the shop.' } });
    const manager = await signInAs(api, ours.users.SALES_MANAGER.email);
    const made = async (permission: string): Promise<string[]> => codesOf(await manager.send(CREATE, { input: facts({ grants: [{ permission, scope: 'ORGANIZATION' }] }) }));
    expect(await made('audit.read')).toEqual(['FORBIDDEN']);
    expect(await made('apiKey.create')).toEqual([]);
  });

  it('need a recent proof of whoever makes them', async () => {
    await owner.query(`UPDATE session SET proved_at = now() - interval '11 minutes' WHERE user_id = $1`, [ours.users.ADMIN.id]);
    const { data } = await admin.send<{ createApiKey: { errors: { code: string }[] } }>(CREATE, { input: facts() });
    await owner.query('UPDATE session SET proved_at = now() WHERE user_id = $1', [ours.users.ADMIN.id]);
    expect(data?.createApiKey.errors).toMatchObject([{ code: 'PRECONDITION_FAILED' }]);
  });

  it('cannot make sensitive changes themselves', async () => {
    const { secret } = await issue({ grants: [{ permission: 'apiKey.create', scope: 'ORGANIZATION' }] });
    expect(codesOf(await program(secret).send(CREATE, { input: facts() }))).toEqual(['PRECONDITION_FAILED']);
  });

  it('work from their networks only', async () => {
    const { secret } = await issue({ networks: ['10.20.0.0/16', '2001:db8::7'] });
    const codes = async (address: string): Promise<string[]> => codesOf(await program(secret, address).send(LEADS));
    expect([await codes('10.20.3.4'), await codes('2001:db8::7'), await codes('10.21.0.1')]).toEqual([[], [], ['NETWORK_NOT_ALLOWED']]);
  });

  it('end when their time is over', async () => {
    const { secret, apiKey } = await issue();
    await owner.query('UPDATE api_key SET expires_at = now() WHERE id = $1', [apiKey.id]);
    expect(codesOf(await program(secret).send(LEADS))).toEqual(['UNAUTHENTICATED']);
  });

  it('show when and from where they were last used, written at most once a minute', async () => {
    const { secret, apiKey } = await issue();
    const used = async (): Promise<unknown> => (await owner.query('SELECT last_used_at, last_used_address, version FROM api_key WHERE id = $1', [apiKey.id])).rows[0];
    await program(secret, '10.0.0.1').ask(LEADS);
    const first = await used();
    expect(first).toEqual({ last_used_at: expect.any(Date) as Date, last_used_address: '10.0.0.1', version: 1 });
    await program(secret, '10.0.0.2').ask(LEADS);
    expect(await used()).toEqual(first);
    await owner.query(`UPDATE api_key SET last_used_at = now() - interval '61 seconds' WHERE id = $1`, [apiKey.id]);
    await program(secret, '10.0.0.2').ask(LEADS);
    expect(await used()).toMatchObject({ last_used_address: '10.0.0.2' });
  });

  it('are replaced, the old secret working on for the time chosen', async () => {
    const { secret, apiKey } = await issue();
    const socket = await connect(secret);
    const { rotateApiKey } = await expectFourCallers<{ rotateApiKey: Issued }>({
      api, operation: ROTATE, variables: { input: { id: apiKey.id, version: 1, graceMinutes: 5 } }, right: admin, wrongPerson: agent, wrongOrganization: stranger,
    });
    expect(rotateApiKey.secret).toMatch(SECRET);
    expect(rotateApiKey.apiKey).toEqual({ id: apiKey.id, version: 2, prefix: rotateApiKey.secret.slice(0, 10) });
    const codes = (token: string): Promise<string[]> => program(token).send(LEADS).then(codesOf);
    expect([await codes(secret), await codes(rotateApiKey.secret)]).toEqual([[], []]);
    await owner.query(`UPDATE session SET expires_at = expires_at - interval '5 minutes' WHERE user_id = $1 AND expires_at < now() + interval '6 minutes'`, [apiKey.account.id]);
    expect([await codes(secret), await codes(rotateApiKey.secret)]).toEqual([['UNAUTHENTICATED'], []]);
    expect(await end(socket)).toMatchObject({ closed: 4401 });
    const again = await admin.ask<{ rotateApiKey: Issued }>(ROTATE, { input: { id: apiKey.id, version: 2, graceMinutes: 0 } });
    expect([await codes(rotateApiKey.secret), await codes(again.rotateApiKey.secret)]).toEqual([['UNAUTHENTICATED'], []]);
    expect(codesOf(await admin.send(ROTATE, { input: { id: apiKey.id, version: 2, graceMinutes: 0 } }))).toEqual(['CONFLICT']);
  });

  it('are ended at once, open connections within a second', async () => {
    const { secret, apiKey } = await issue();
    const socket = await connect(secret);
    const { revokeApiKey } = await expectFourCallers<{ revokeApiKey: { apiKey: object } }>({
      api, operation: REVOKE, variables: { input: { id: apiKey.id, version: 1 } }, right: admin, wrongPerson: agent, wrongOrganization: stranger,
    });
    const at = Date.now();
    expect(revokeApiKey.apiKey).toEqual({ id: apiKey.id, active: false, revokedAt: expect.any(String) as string });
    expect(codesOf(await program(secret).send(LEADS))).toEqual(['UNAUTHENTICATED']);
    expect(await end(socket)).toMatchObject({ closed: 4401 });
    expect(Date.now() - at).toBeLessThan(1_500);
    expect(codesOf(await admin.send(ROTATE, { input: { id: apiKey.id, version: 2, graceMinutes: 0 } }))).toEqual(['ILLEGAL_TRANSITION']);
    expect(codesOf(await admin.send(REVOKE, { input: { id: apiKey.id, version: 2 } }))).toEqual(['ILLEGAL_TRANSITION']);
  });

  it('end with whoever made them', async () => {
    const leaver = await ours.addUser({ name: 'Leaver', roles: ['ADMIN'] });
    const { secret, apiKey } = await issue({}, await signInAs(api, leaver.email));
    expect(codesOf(await program(secret).send(LEADS))).toEqual([]);
    await admin.ask('mutation ($input: DeactivateUserInput!) { deactivateUser(input: $input) { errors { code } } }', { input: { id: leaver.id, version: 1 } });
    expect(codesOf(await program(secret).send(LEADS))).toEqual(['UNAUTHENTICATED']);
    const { rows } = await owner.query<{ kind: string }>(`SELECT kind FROM event WHERE subject_id = $1 ORDER BY id`, [apiKey.id]);
    expect(rows.map(({ kind }) => kind)).toEqual(['apiKey.created', 'apiKey.revoked']);
  });

  it('do no more than their maker still may, and that again once they may', async () => {
    const maker = await ours.addUser({ name: 'Maker', roles: ['ADMIN'] });
    const { secret } = await issue({ name: 'Inherited', grants: [{ permission: 'lead.read', scope: 'ORGANIZATION' }, { permission: 'user.read', scope: 'ORGANIZATION' }] }, await signInAs(api, maker.email));
    const key = program(secret);
    const tried = async (): Promise<string[][]> => [codesOf(await key.send(LEADS)), codesOf(await key.send(USERS))];
    expect(await tried()).toEqual([[], []]);
    const give = async (): Promise<unknown> => owner.query('INSERT INTO user_role (id, organization_id, user_id, role_id) VALUES (gen_random_uuid(), $1, $2, $3)', [ours.id, maker.id, ours.roles.ADMIN]);
    const take = async (): Promise<unknown> => owner.query('DELETE FROM user_role WHERE user_id = $1', [maker.id]);
    await take();
    expect(await tried()).toEqual([['FORBIDDEN'], ['FORBIDDEN']]);
    await give();
    expect(await tried()).toEqual([[], []]);
    // By an exception that runs out, and by a denial.
    await take();
    await owner.query(`INSERT INTO user_grant (id, organization_id, user_id, permission, scope, effect, reason, granted_by, expires_at) VALUES (gen_random_uuid(), $1, $2, 'lead.read', 'ORGANIZATION', 'ALLOW', 'x', $3, now() + interval '1 hour')`, [ours.id, maker.id, ours.users.ADMIN.id]);
    expect(await tried()).toEqual([[], ['FORBIDDEN']]);
    await give();
    await owner.query(`UPDATE user_grant SET effect = 'DENY', fields = '{budget}' WHERE user_id = $1`, [maker.id]);
    expect(await tried()).toEqual([['FORBIDDEN'], []]);
    // Brings the administrator's own rights up to date.
    await admin.ask(LIST);
  });

  it('are listed in one statement, and for those of the organization who may see them', async () => {
    const run = jest.spyOn(api.app.nest.get(ReadConnections, { strict: false }), 'run');
    const { apiKeys } = await admin.ask<{ apiKeys: { totalCount: number; nodes: { prefix: string }[] } }>(LIST);
    const statements = run.mock.calls.flatMap(([sent]) => sent.filter(({ name }) => name !== 'enter')).length;
    run.mockRestore();
    expect(statements).toBe(1);
    expect(apiKeys.nodes.length).toBe(apiKeys.totalCount);
    expect(apiKeys.totalCount).toBeGreaterThan(5);
    expect(JSON.stringify(apiKeys)).not.toMatch(/tlk_[\w-]{20}/);
    expect((await stranger.ask<{ apiKeys: { totalCount: number } }>(LIST)).apiKeys.totalCount).toBe(1);
    expect(codesOf(await agent.send(LIST))).toEqual(['FORBIDDEN']);
  });

  it('reach neither the log of the process nor the events', async () => {
    const { secret, apiKey } = await issue();
    const canary = secret.slice(10);
    await program(secret).send('{ nonsense');
    await program(secret).send(USERS);
    const { rows } = await owner.query<{ text: string }>('SELECT string_agg(d.changes::text, $1) AS text FROM event_detail d', [' ']);
    expect([api.log().includes(canary), rows[0]!.text.includes(canary), rows[0]!.text.includes(apiKey.prefix)]).toEqual([false, false, true]);
  });
});
