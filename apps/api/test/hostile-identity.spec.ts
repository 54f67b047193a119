import { EvenAnswers } from '@throughline/identity/links';
import { newId } from '@throughline/platform/kernel';
import { TEST_PASSWORD, testCode, type TestOrganization, type TestUser } from '@throughline/testing';
import { ApiClient, bootApi, codesOf, signInAs, type TestApi } from '@throughline/testing/api';
import { seedOrganization } from '@throughline/testing';
import { Client } from 'pg';
import { insertPrivateChannel } from '../../../libs/collaboration/messages/testing/chat-rows.js';
import { mailsTo, tokenIn } from './support/mails.js';

const mutation = (name: string, selection: string): string =>
  `mutation ($input: ${name[0]!.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { ${selection} errors { code message path } } }`;
const UPDATE_USER = mutation('updateUser', 'user { id }');
const SIGN_IN = mutation('signIn', 'viewer { id } challenge { token kind enrolment { secret } }');
const CONFIRM = mutation('confirmSignIn', 'viewer { id }');
const EXCEPT = mutation('grantException', 'userId');
const PROVIDER = mutation('createSignInProvider', 'signInProvider { id }');
const HISTORY = 'query ($subject: String!, $id: ID!) { recordHistory(subject: $subject, id: $id, first: 100) { entries { kind note changes { field after } } } }';

interface Challenged { signIn: { challenge: { token: string; kind: string; enrolment: { secret: string } | null } | null } }

/** Ways into accounts and to rights that nobody gave, beyond what the matrix of `verify:access` asks. */
describe('hostile: identity', () => {
  let api: TestApi;
  let owner: Client;
  let agency: TestOrganization;
  let admin: ApiClient;
  let hr: ApiClient;
  let member: ApiClient;

  beforeAll(async () => {
    api = await bootApi({ settings: { embedded: true, mail: null, trustedProxyHops: 1, publicSignUp: true } });
    owner = new Client({ connectionString: api.database.ownerUrl });
    await owner.connect();
    agency = await seedOrganization(api.database);
    [admin, hr, member] = await Promise.all([agency.users.ADMIN.email, agency.users.HR.email, agency.users.TEAM_MEMBER.email].map((email) => signInAs(api, email))) as [ApiClient, ApiClient, ApiClient];
  });
  afterAll(async () => {
    await owner?.end();
    await api?.close();
  });

  const settled = (): Promise<void> => api.app.nest.get(EvenAnswers).settled();
  const versionOf = async (id: string): Promise<number> => (await owner.query<{ version: number }>('SELECT version FROM user_account WHERE id = $1', [id])).rows[0]!.version;
  const stranger = (): ApiClient => new ApiClient(api.url);
  const codes = async (who: ApiClient, document: string, input: object): Promise<string[]> => codesOf(await who.send(document, { input }));

  describe('whoever looks after people\'s facts', () => {
    const move = async (who: ApiClient, id: string, email: string): Promise<string[]> => codes(who, UPDATE_USER, { id, version: await versionOf(id), email });

    it('takes nobody\'s account over who may do more than they: the address receives the links that let in', async () => {
      const client = await agency.addUser({ name: 'Cleo Owner', roles: ['CLIENT_OWNER'], customerId: await agency.addCustomer() });
      const invited = await agency.addUser({ name: 'Ina Invited', roles: ['SALES_MANAGER'] });
      await owner.query(`UPDATE user_account SET status = 'INVITED' WHERE id = $1`, [invited.id]);
      for (const { id } of [agency.users.SALES_MANAGER, agency.users.ACCOUNTANT, client, invited, agency.users.ADMIN, agency.users.SUPERADMIN]) {
        expect(await move(hr, id, `taken-over-${id}@evil.example`)).toEqual(['FORBIDDEN']);
      }
      expect(await move(admin, agency.users.SUPERADMIN.id, 'superadmin@evil.example')).toEqual(['FORBIDDEN']);
    });

    it('still corrects the address of who may do nothing that they may not, and administrators everybody\'s', async () => {
      const newcomer = await agency.addUser({ name: 'Nina New', roles: [] });
      expect(await move(hr, newcomer.id, 'nina.new@elsewhere.example')).toEqual([]);
      const agent = await agency.addUser({ name: 'Sam Agent', roles: ['SALES_AGENT'] });
      expect(await move(admin, agent.id, 'sam.agent@elsewhere.example')).toEqual([]);
      const client = await agency.addUser({ name: 'Cora Client', roles: ['CLIENT_OWNER'], customerId: await agency.addCustomer() });
      expect(await move(admin, client.id, 'cora.client@elsewhere.example')).toEqual([]);
      expect(await move(hr, agency.users.HR.id, 'hr.herself@elsewhere.example')).toEqual([]);
    });
  });

  describe('a sign-in that waits for its code', () => {
    const RESET = mutation('resetPassword', '__typename');
    const forgotten = async ({ email }: TestUser): Promise<string> => {
      await codes(stranger(), mutation('requestPasswordReset', '__typename'), { email });
      await settled();
      return tokenIn((await mailsTo(api, agency.id, email)).at(-1)!);
    };
    const challenged = async (email: string): Promise<NonNullable<Challenged['signIn']['challenge']>> => {
      const { signIn: { challenge } } = await stranger().ask<Challenged>(SIGN_IN, { input: { email, password: TEST_PASSWORD } });
      return challenge!;
    };
    const bare = async (name: string): Promise<TestUser> => {
      const user = await agency.addUser({ name, roles: ['ADMIN'] });
      await owner.query('DELETE FROM second_factor WHERE user_id = $1', [user.id]);
      return user;
    };

    it('is over when the password is replaced: who knew the old one sets up no authenticator of theirs', async () => {
      const user = await bare('Ava Admin');
      const challenge = await challenged(user.email);
      expect(challenge.kind).toBe('ENROL');
      expect(await codes(stranger(), RESET, { token: await forgotten(user), password: 'rowing boats at canary dawn' })).toEqual([]);
      expect(await codes(stranger(), CONFIRM, { challenge: challenge.token, code: testCode(challenge.enrolment!.secret) })).toEqual(['UNAUTHENTICATED']);
    });

    it('is over when an administrator ends all of somebody\'s sessions, or resets their second step', async () => {
      const user = await bare('Abe Admin');
      const first = await challenged(user.email);
      await admin.ask(mutation('endSessionsOf', 'ended'), { input: { userId: user.id } });
      expect(await codes(stranger(), CONFIRM, { challenge: first.token, code: testCode(first.enrolment!.secret) })).toEqual(['UNAUTHENTICATED']);
    });

    it('is over when its person changes their password', async () => {
      const user = await agency.addUser({ name: 'Ann Admin', roles: ['ADMIN'] });
      const session = await signInAs(api, user.email);
      const challenge = await challenged(user.email);
      await session.ask(mutation('changePassword', '__typename'), { input: { currentPassword: TEST_PASSWORD, newPassword: 'rowing boats at canary dusk' } });
      await owner.query('UPDATE second_factor SET last_step = NULL WHERE user_id = $1', [user.id]);
      expect(await codes(stranger(), CONFIRM, { challenge: challenge.token, code: testCode() })).toEqual(['UNAUTHENTICATED']);
    });

    it('is guessed at only so often, however many are opened', async () => {
      const user = await agency.addUser({ name: 'Amy Admin', roles: ['ADMIN'] });
      const told: string[] = [];
      for (let opened = 0; opened < 6; opened += 1) {
        const { token } = await challenged(user.email);
        for (let guess = 0; guess < 5; guess += 1) told.push(...(await codes(stranger(), CONFIRM, { challenge: token, code: String(100_000 + opened * 5 + guess) })));
      }
      expect(told.filter((code) => code === 'VALIDATION_FAILED').length).toBeLessThanOrEqual(20);
      expect(told.filter((code) => code === 'RATE_LIMITED').length).toBeGreaterThanOrEqual(10);
    });
  });

  describe('single sign-on', () => {
    it('is set up by administrators only: whoever says who somebody is can be anybody', async () => {
      const smith = await agency.addUser({ name: 'Sid Smith', roles: [] });
      for (const permission of ['signInProvider.create', 'signInProvider.read', 'signInProvider.update']) {
        await admin.ask(EXCEPT, { input: { userId: smith.id, grant: { permission, scope: 'ORGANIZATION' }, reason: 'Looks after the servers' } });
      }
      const input = { kind: 'OIDC', name: 'Mine', issuer: 'https://idp.evil.example', clientId: 'x', tiers: ['ADMIN', 'EMPLOYEE'], trustsSecondFactor: true };
      expect(await codes(await signInAs(api, smith.email), PROVIDER, input)).toEqual(['FORBIDDEN']);
    });
  });

  describe('the superadmin', () => {
    it('is touched by no administrator in any way that the product knows', async () => {
      const { id } = agency.users.SUPERADMIN;
      const version = await versionOf(id);
      const dueAt = new Date(Date.now() + 3_600_000).toISOString();
      const tried: Record<string, string[]> = {};
      const attempts: [string, object][] = [
        ['updateUser', { id, version, name: 'Nobody' }], ['deactivateUser', { id, version, leaveRecords: true }], ['setUserRoles', { id, version, roles: [] }], ['endSessionsOf', { userId: id }],
        ['resetSecondFactor', { userId: id }], ['grantException', { userId: id, grant: { permission: 'user.assignRoles', scope: 'ORGANIZATION', effect: 'DENY' }, reason: 'x', expiresAt: dueAt }],
        ['updateRole', { id: agency.roles.SUPERADMIN, version: 1, name: 'Nobody' }], ['setRoleGrants', { id: agency.roles.SUPERADMIN, version: 1, grants: [] }],
      ];
      for (const [name, input] of attempts) tried[name] = await codes(admin, mutation(name, '__typename'), input);
      expect(Object.entries(tried).filter(([, found]) => (found.length === 0 || found.includes('INTERNAL') || found.includes('VALIDATION_FAILED')))).toEqual([]);
      const { rows } = await owner.query<{ name: string; status: string; roles: number }>('SELECT name, status, (SELECT count(*)::int FROM user_role WHERE user_id = u.id) AS roles FROM user_account u WHERE id = $1', [id]);
      expect(rows).toEqual([{ name: 'superadmin', status: 'ACTIVE', roles: 1 }]);
    });

    it('is not touched by an administrator\'s key either, nor are administrators', async () => {
      const grants = ['user.read', 'user.update', 'user.deactivate', 'user.assignRoles', 'secondFactor.reset', 'session.end'].map((permission) => ({ permission, scope: 'ORGANIZATION' }));
      const { createApiKey } = await admin.ask<{ createApiKey: { secret: string } }>(mutation('createApiKey', 'secret'), { input: { name: 'Sync', grants, expiresAt: new Date(Date.now() + 86_400_000).toISOString() } });
      const key = stranger();
      key.bearer = createApiKey.secret;
      for (const { id } of [agency.users.SUPERADMIN, agency.users.ADMIN]) {
        const version = await versionOf(id);
        for (const [name, input] of [['updateUser', { id, version, email: 'key@evil.example' }], ['deactivateUser', { id, version, leaveRecords: true }], ['setUserRoles', { id, version, roles: [] }], ['endSessionsOf', { userId: id }], ['resetSecondFactor', { userId: id }]] as const) {
          expect([name, await codes(key, mutation(name, '__typename'), input)]).toEqual([name, ['FORBIDDEN']]);
        }
      }
      // Nor does it take an account over: nobody is behind it who could prove anything again.
      expect(await codes(key, UPDATE_USER, { id: agency.users.SALES_AGENT.id, version: await versionOf(agency.users.SALES_AGENT.id), email: 'key@evil.example' })).not.toEqual([]);
    });
  });

  describe('how far one reaches', () => {
    /** Looks after departments, and works somewhere besides. */
    const clerk = async (name: string): Promise<{ id: string; client: ApiClient }> => {
      const user = await agency.addUser({ name, roles: ['HR', 'TEAM_MEMBER'], departmentIds: [agency.departments.hr] });
      return { id: user.id, client: await signInAs(api, user.email) };
    };
    const departmentVersion = async (id: string): Promise<number> => (await owner.query<{ version: number }>('SELECT version FROM department WHERE id = $1', [id])).rows[0]!.version;

    it('is given by nobody to themselves, through no department and no team', async () => {
      const { id, client } = await clerk('Cora Clerk');
      const { seo, hr: own, web } = agency.departments;
      const update = async (input: { id: string; managerId?: string | null; parentId?: string; name?: string }): Promise<string[]> => codes(client, mutation('updateDepartment', 'department { id }'), { version: await departmentVersion(input.id), ...input });
      expect(await update({ id: seo, managerId: id })).toEqual(['FORBIDDEN']);
      expect(await update({ id: seo, parentId: own })).toEqual(['FORBIDDEN']);
      expect(await codes(client, mutation('createDepartment', 'department { id }'), { name: 'Mine', kind: 'DELIVERY', parentId: web, managerId: id })).toEqual(['FORBIDDEN']);
      expect(await codes(client, mutation('createTeam', 'team { id }'), { name: 'Mine', departmentId: seo, leadId: id })).toEqual(['FORBIDDEN']);
      expect(await codes(client, mutation('createTeam', 'team { id }'), { name: 'Mine too', departmentId: seo, memberIds: [id] })).toEqual(['FORBIDDEN']);
      const { createTeam: { team } } = await client.ask<{ createTeam: { team: { id: string; version: number } } }>(mutation('createTeam', 'team { id version }'), { input: { name: 'Theirs', departmentId: seo } });
      expect(await codes(client, mutation('updateTeam', 'team { id }'), { ...team, memberIds: [id] })).toEqual(['FORBIDDEN']);
      expect(await codes(client, mutation('updateTeam', 'team { id }'), { ...team, leadId: id })).toEqual(['FORBIDDEN']);
    });

    it('is still theirs to arrange for others, and within what they reach already for themselves', async () => {
      const { id, client } = await clerk('Carl Clerk');
      const { seo, qa, hr: own } = agency.departments;
      const other = agency.users.TEAM_LEAD.id;
      const change = async (input: { id: string; managerId?: string | null; parentId?: string; name?: string }): Promise<string[]> => codes(client, mutation('updateDepartment', 'department { id }'), { version: await departmentVersion(input.id), ...input });
      expect(await change({ id: seo, managerId: other })).toEqual([]);
      expect(await change({ id: seo, managerId: null })).toEqual([]);
      expect(await change({ id: own, managerId: id })).toEqual([]);
      expect(await change({ id: own, managerId: id, name: 'Human Resources' })).toEqual([]);
      expect(await change({ id: own, managerId: null, name: 'HR' })).toEqual([]);
      expect(await change({ id: seo, parentId: qa })).toEqual([]);
      expect(await change({ id: seo, parentId: agency.departments.delivery })).toEqual([]);
      expect(await codes(client, mutation('createTeam', 'team { id }'), { name: 'People team', departmentId: own, leadId: id, memberIds: [id, other] })).toEqual([]);
    });
  });

  it('a key that may do more than somebody gives its secret to an administrator only who may do as much', async () => {
    const { createApiKey } = await admin.ask<{ createApiKey: { apiKey: { id: string; version: number } } }>(mutation('createApiKey', 'apiKey { id version }'), {
      input: { name: 'Wide', grants: [{ permission: 'user.deactivate', scope: 'ORGANIZATION' }], expiresAt: new Date(Date.now() + 86_400_000).toISOString() },
    });
    const keeper = await agency.addUser({ name: 'Kim Keeper', roles: [] });
    for (const permission of ['apiKey.read', 'apiKey.rotate']) await admin.ask(EXCEPT, { input: { userId: keeper.id, grant: { permission, scope: 'ORGANIZATION' }, reason: 'Looks after keys' } });
    const ROTATE = mutation('rotateApiKey', 'secret');
    expect(await codes(await signInAs(api, keeper.email), ROTATE, { ...createApiKey.apiKey, graceMinutes: 0 })).toEqual(['FORBIDDEN']);
    expect(await codes(admin, ROTATE, { ...createApiKey.apiKey, graceMinutes: 0 })).toEqual([]);
  });

  describe('histories', () => {
    it('tell colleagues nothing of how somebody gets in', async () => {
      const person = await agency.addUser({ name: 'Paula Private', roles: ['SALES_AGENT'] });
      const own = await signInAs(api, person.email);
      await own.ask(mutation('reauthenticate', '__typename'), { input: { password: TEST_PASSWORD } });
      await codes(stranger(), SIGN_IN, { email: person.email, password: 'a wrong one' });
      await codes(stranger(), mutation('requestPasswordReset', '__typename'), { email: person.email });
      await settled();
      const watcher = await signInAs(api, agency.users.ADMIN.email);
      await watcher.ask(mutation('startViewAs', 'started'), { input: { userId: person.id, reason: 'Something they must not know' } });
      await watcher.send('{ customers(first: 1) { totalCount } }');
      const kinds = async (who: ApiClient): Promise<string[]> => {
        const { data } = await who.send<{ recordHistory: { entries: { kind: string }[] } }>(HISTORY, { subject: 'user', id: person.id });
        return (data?.recordHistory.entries ?? []).map(({ kind }) => kind);
      };
      const hidden = /signedIn|signInRefused|passwordReset|reauthenticated|newDevice|session|view\./;
      expect((await kinds(member)).filter((kind) => hidden.test(kind))).toEqual([]);
      expect((await kinds(hr)).filter((kind) => hidden.test(kind))).toEqual([]);
      expect((await kinds(own)).filter((kind) => /view\./.test(kind))).toEqual([]);
      // Who looks after security finds all of it there.
      expect((await kinds(admin)).filter((kind) => hidden.test(kind))).toEqual(expect.arrayContaining(['user.signedIn', 'user.signInRefused', 'view.started']));
    });
  });

  describe('viewing as somebody else', () => {
    it('opens no private conversations and nothing that is a person\'s alone', async () => {
      const { SALES_AGENT: one, SALES_MANAGER: two } = agency.users;
      const channelId = await insertPrivateChannel(owner, agency.id, [one.id, two.id], 'DIRECT');
      const agent = await signInAs(api, one.email);
      const POST = mutation('postMessage', 'message { id }');
      const { postMessage: { message } } = await agent.ask<{ postMessage: { message: { id: string } } }>(POST, { input: { channelId, side: 'INTERNAL', body: 'Between the two of us: ultramarine' } });
      await agent.ask(mutation('createReminder', 'reminder { id }'), { input: { note: 'See the ultramarine doctor', dueAt: new Date(Date.now() + 86_400_000).toISOString() } });
      const watcher = await signInAs(api, agency.users.ADMIN.email);
      await watcher.ask(mutation('startViewAs', 'started'), { input: { userId: one.id, reason: 'A question' } });
      const answers = [
        await watcher.send('query ($id: ID!) { messages(channelId: $id) { nodes { body } } }', { id: channelId }), await watcher.send('query ($id: ID!) { message(id: $id) { body } }', { id: message.id }),
        await watcher.send('{ searchMessages(search: "ultramarine", first: 10) { nodes { body } } }'), await watcher.send('{ channels(first: 50) { nodes { id title } } }'),
        await watcher.send('{ reminders(first: 50) { nodes { note } } }'), await watcher.send('{ notifications(first: 50) { nodes { title body } } }'),
      ];
      expect(JSON.stringify(answers)).not.toContain('ultramarine');
      expect(JSON.stringify(answers)).not.toContain(channelId);
      // What they see with records stays to be seen.
      expect((await watcher.ask<{ viewer: { viewing: { name: string } } }>('{ viewer { viewing { name } } }')).viewer.viewing.name).toBe('sales agent');
      expect(codesOf(await watcher.send('{ channels(first: 50) { nodes { id } } notificationCounts { unread } }'))).toEqual([]);
    });
  });

  describe('strangers', () => {
    it('have no more tries because they own a whole IPv6 network', async () => {
      const told = await Promise.all(Array.from({ length: 12 }, (_, index) => {
        const client = stranger();
        client.address = `2001:db8:77:1::${(index + 1).toString(16)}`;
        return codes(client, mutation('signUp', '__typename'), { organization: `Spam ${index} Ltd`, name: 'Eve', email: `eve${index}@spam.example` });
      }));
      await settled();
      expect(told.filter(([code]) => code === 'RATE_LIMITED').length).toBe(12 - 5);
    });

    it('decide nothing of where mailed links lead', async () => {
      const { email } = agency.users.QA_REVIEWER;
      await stranger().send(mutation('requestPasswordReset', '__typename'), { input: { email } }, { host: 'evil.example', 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https', forwarded: 'host=evil.example' });
      await settled();
      const mail = (await mailsTo(api, agency.id, email)).at(-1)!;
      expect(`${mail.text}${mail.html}`).not.toContain('evil.example');
      expect(mail.text).toContain(`${api.config.publicUrl}/reset-password#`);
    });

    it('write nobody mails with words and addresses of their own choice', async () => {
      await owner.query('UPDATE security_policy SET self_registration = true WHERE organization_id = $1', [agency.id]);
      for (const name of ['Win a prize at https://evil.example/now', 'www.evil.example', 'Call evil.example/prize today']) {
        expect([name, await codes(stranger(), mutation('register', '__typename'), { organization: agency.slug, name, email: `victim${newId()}@elsewhere.example` })]).toEqual([name, ['VALIDATION_FAILED']]);
        expect([name, await codes(stranger(), mutation('signUp', '__typename'), { organization: name, name: 'Eve', email: `victim${newId()}@elsewhere.example` })]).toEqual([name, ['VALIDATION_FAILED']]);
      }
      expect(await codes(stranger(), mutation('register', '__typename'), { organization: agency.slug, name: 'María J. O\'Neill-Şen, Ph.D.', email: `real${newId()}@elsewhere.example` })).toEqual([]);
      await settled();
    });
  });
});
