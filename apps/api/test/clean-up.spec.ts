import { CleanUpService } from '@throughline/identity/clean-up';
import { EvenAnswers } from '@throughline/identity/links';
import { verifyLog } from '@throughline/platform/events';
import { seedOrganization, type TestOrganization } from '@throughline/testing';
import { ApiClient, bootApi, signInAs, type TestApi } from '@throughline/testing/api';
import { Client } from 'pg';

const SIGN_UP = 'mutation ($input: SignUpInput!) { signUp(input: $input) { errors { code message path } } }';
const REGISTER = 'mutation ($input: RegisterInput!) { register(input: $input) { errors { code message path } } }';
const INVITE = 'mutation ($input: InviteUserInput!) { inviteUser(input: $input) { user { id } errors { code message path } } }';

describe('what is left over of ways in', () => {
  let api: TestApi;
  let owner: Client;
  let ours: TestOrganization;
  let hr: ApiClient;
  let count = 0;

  beforeAll(async () => {
    api = await bootApi({ settings: { embedded: true, mail: null, publicSignUp: true } });
    owner = new Client({ connectionString: api.database.ownerUrl });
    await owner.connect();
    ours = await seedOrganization(api.database, 'Ours');
    hr = await signInAs(api, ours.users.HR.email);
    await owner.query('UPDATE security_policy SET self_registration = true WHERE organization_id = $1', [ours.id]);
  });
  afterAll(async () => {
    await owner?.end();
    await api?.close();
  });

  const run = () => api.app.nest.get(CleanUpService).run();
  const settled = (): Promise<void> => api.app.nest.get(EvenAnswers).settled();
  const rows = async (sql: string, values: unknown[] = []): Promise<Record<string, unknown>[]> => (await owner.query<Record<string, unknown>>(sql, values)).rows;
  const person = async (email: string): Promise<Record<string, unknown> | undefined> => (await rows('SELECT id, status, organization_id AS organization FROM user_account WHERE email = $1', [email]))[0];
  /** As if everything about them had happened so many days earlier. */
  const age = async (id: unknown, days: number): Promise<void> => {
    await owner.query('UPDATE user_account SET created_at = now() - make_interval(days => $2), updated_at = now() - make_interval(days => $2) WHERE id = $1', [id, days]);
    await owner.query(`UPDATE one_time_link SET created_at = now() - make_interval(days => $2), expires_at = now() - make_interval(days => $2) + interval '7 days' WHERE user_id = $1`, [id, days]);
  };
  const register = async (): Promise<string> => {
    const email = `visitor${++count}@strangers.example`;
    await new ApiClient(api.url).ask(REGISTER, { input: { organization: ours.slug, name: `Visitor Nobody${count}`, email } });
    await settled();
    return email;
  };
  const invite = async (): Promise<string> => {
    const email = `invited${++count}@ours.example`;
    await hr.ask(INVITE, { input: { name: `Invited Person${count}`, email, tier: 'EMPLOYEE', departmentIds: [ours.departments.sales] } });
    return email;
  };
  const found = async (): Promise<string> => {
    const email = `founder${++count}@elsewhere.example`;
    await new ApiClient(api.url).ask(SIGN_UP, { input: { organization: `Start-up ${count}`, name: `Founder Someone${count}`, email } });
    await settled();
    return email;
  };

  it.each([
    ['one_time_link', 'id, organization_id, user_id, purpose, token_hash, expires_at', (at: string) => `gen_random_uuid(), $1, $2, 'SIGN_IN', uuid_send(gen_random_uuid()), ${at}`, 90],
    ['sign_in_challenge', 'id, organization_id, user_id, token_hash, method, enrol, expires_at', (at: string) => `gen_random_uuid(), $1, $2, uuid_send(gen_random_uuid()), 'PASSWORD', false, ${at}`, 1],
    ['recovery_code', 'id, organization_id, user_id, code_hash, used_at', (at: string) => `gen_random_uuid(), $1, $2, uuid_send(gen_random_uuid()), ${at}`, 30],
    ['idempotency_key', 'organization_id, actor, key, operation, digest, created_at', (at: string) => `$1, $2::uuid::text, gen_random_uuid()::text, 'x', 'x', ${at}`, 7],
    ['answered_device_challenge', 'hash, answered_at', (at: string) => `uuid_send(gen_random_uuid()), ${at} + CASE WHEN $1::uuid = $2::uuid THEN interval '0' ELSE interval '0' END`, 1],
    ['refused_stranger', 'id, request_id, email_key, refused_at', (at: string) => `gen_random_uuid(), $1::uuid::text || $2::uuid::text, '', ${at}`, 30],
  ])('goes from %s at its bound and not before', async (table, columns, values, days) => {
    await owner.query(`DELETE FROM ${table}`);
    const at = (seconds: number): string => `now() - make_interval(days => ${days}) + make_interval(secs => ${seconds})`;
    for (const seconds of [-60, 60]) await owner.query(`INSERT INTO ${table} (${columns}) SELECT ${values(at(seconds))}`, [ours.id, ours.users.HR.id]);
    expect((await run()).rows).toMatchObject({ [table]: 1 });
    expect(await rows(`SELECT count(*)::int AS n FROM ${table}`)).toEqual([{ n: 1 }]);
    expect((await run()).rows).not.toHaveProperty(table);
  });

  it('goes from what throttles once it throttles nobody, and never before', async () => {
    for (const table of ['sign_in_throttle (key, spent_until)', 'request_throttle (key, expires_at, requests)']) {
      const name = table.split(' ')[0]!;
      await owner.query(`DELETE FROM ${name}`);
      for (const when of ["'1 minute'", "'-1 minute'"]) await owner.query(`INSERT INTO ${table} SELECT uuid_send(gen_random_uuid()), now() + interval ${when}${name === 'request_throttle' ? ', 1' : ''}`);
      expect((await run()).rows).toMatchObject({ [name]: 1 });
      expect(await rows(`SELECT count(*)::int AS n FROM ${name}`)).toEqual([{ n: 1 }]);
    }
  });

  it('goes from sessions that ended long ago, with every token of theirs, and from no other', async () => {
    const newSession = async (set: string): Promise<string> => {
      const one = await ours.addUser({ name: `Session Person${++count}`, roles: ['SALES_AGENT'] });
      await signInAs(api, one.email);
      const [session] = await rows(`UPDATE session SET ${set} WHERE user_id = $1 RETURNING id`, [one.id]);
      return session!['id'] as string;
    };
    const over = [await newSession(`revoked_at = now() - interval '91 days', revoked_reason = 'SIGNED_OUT'`), await newSession(`created_at = now() - interval '120 days', expires_at = now() - interval '91 days'`)];
    const kept = [await newSession(`revoked_at = now() - interval '89 days', revoked_reason = 'SIGNED_OUT'`), await newSession(`expires_at = now() - interval '89 days'`), await newSession('proved_at = now()')];
    // A chain of two: the first points at the second.
    await owner.query(`WITH second AS (INSERT INTO refresh_token (id, organization_id, session_id, token_hash) VALUES (gen_random_uuid(), $1, $2, 'x') RETURNING id)
      UPDATE refresh_token SET used_at = now(), successor_id = (SELECT id FROM second) WHERE session_id = $2`, [ours.id, over[0]]);
    expect((await run()).rows).toMatchObject({ session: 2 });
    expect(await rows('SELECT id FROM session WHERE id = ANY ($1)', [[...over, ...kept]])).toHaveLength(3);
    expect(await rows('SELECT count(*)::int AS n FROM refresh_token WHERE session_id = ANY ($1)', [over])).toEqual([{ n: 0 }]);
  });

  it('keeps the session that a key of a program stands on', async () => {
    const { createApiKey } = await (await signInAs(api, ours.users.ADMIN.email)).ask<{ createApiKey: { apiKey: { id: string } } }>(
      'mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { apiKey { id } errors { code message path } } }', { input: { name: 'Key', grants: [{ permission: 'lead.read', scope: 'ORGANIZATION' }], expiresAt: new Date(Date.now() + 86_400_000).toISOString() } });
    await owner.query(`UPDATE session SET created_at = now() - interval '200 days', expires_at = now() - interval '100 days', ends_at = now() - interval '100 days' WHERE method = 'API_KEY'`);
    await run();
    expect(createApiKey.apiKey.id).toBeDefined();
    expect(await rows(`SELECT count(*)::int AS n FROM session WHERE method = 'API_KEY'`)).toEqual([{ n: 1 }]);
  });

  it('is a registration that nobody confirmed within 30 days: gone with its values, and the address is free again', async () => {
    const [late, soon] = [await register(), await register()];
    const gone = (await person(late))!['id'];
    await age(gone, 31);
    await age((await person(soon))!['id'], 29);
    expect(await run()).toMatchObject({ registrations: 1, invitations: 0, organizations: 0 });
    expect([await person(late), (await person(soon))!['status']]).toEqual([undefined, 'INVITED']);
    expect((await rows('SELECT string_agg(d.changes::text, $1) AS text FROM event e JOIN event_detail d ON d.event_id = e.id WHERE e.subject_id = $2', [' ', gone]))[0]!['text']).not.toMatch(/visitor|Visitor/);
    expect((await rows(`SELECT kind FROM event WHERE subject_id = $1 ORDER BY id DESC LIMIT 1`, [gone]))).toEqual([{ kind: 'user.registrationRemoved' }]);
    await new ApiClient(api.url).ask(REGISTER, { input: { organization: ours.slug, name: 'Visitor Again', email: late } });
    await settled();
    expect((await person(late))!['status']).toBe('INVITED');
  });

  it('is an invitation that nobody answered within 90 days: the account stays, without a way in', async () => {
    const [late, again, soon, registered] = [await invite(), await invite(), await invite(), await register()];
    for (const email of [late, again, registered]) await age((await person(email))!['id'], 91);
    await age((await person(soon))!['id'], 89);
    // Invited once more, and somebody has given the registered one a task since.
    await owner.query(`UPDATE one_time_link SET created_at = now() - interval '40 days' WHERE user_id = $1`, [(await person(again))!['id']]);
    await owner.query('UPDATE department SET manager_id = $1 WHERE id = $2', [(await person(registered))!['id'], ours.departments.sales]);
    expect(await run()).toMatchObject({ registrations: 0, invitations: 2, organizations: 0 });
    expect(await Promise.all([late, again, soon, registered].map(async (email) => (await person(email))!['status']))).toEqual(['INACTIVE', 'INVITED', 'INVITED', 'INACTIVE']);
    expect(await rows(`SELECT count(*)::int AS n FROM event WHERE kind = 'user.invitationExpired'`)).toEqual([{ n: 2 }]);
    await owner.query('UPDATE department SET manager_id = NULL');
  });

  it('is an organization that nobody confirmed within 30 days: empty but for its log, which still verifies', async () => {
    const [late, soon, confirmed] = [await found(), await found(), await found()];
    const whose = async (email: string): Promise<unknown> => (await person(email))?.['organization'];
    const [gone, waits, lives] = [await whose(late), await whose(soon), await whose(confirmed)];
    await owner.query(`UPDATE organization SET signed_up_at = now() - interval '31 days' WHERE id = ANY ($1)`, [[gone, lives]]);
    await owner.query(`UPDATE organization SET signed_up_at = now() - interval '29 days' WHERE id = $1`, [waits]);
    await owner.query(`UPDATE user_account SET status = 'ACTIVE' WHERE email = $1`, [confirmed]);
    expect(await run()).toMatchObject({ organizations: 1 });
    expect([await person(late), await whose(soon), await whose(confirmed)]).toEqual([undefined, waits, lives]);
    expect(await rows('SELECT name, slug, status FROM organization WHERE id = $1', [gone])).toEqual([{ name: 'Never confirmed', slug: `never-confirmed-${String(gone)}`, status: 'SUSPENDED' }]);
    for (const table of ['role', 'role_grant', 'user_role', 'organization_settings', 'outgoing_mail', 'security_policy', 'pick_list_item']) {
      expect([table, await rows(`SELECT count(*)::int AS n FROM ${table} WHERE organization_id = $1`, [gone])]).toEqual([table, [{ n: 0 }]]);
    }
    expect((await rows('SELECT string_agg(d.changes::text, $1) AS text FROM event_detail d WHERE organization_id = $2', [' ', gone]))[0]!['text']).not.toMatch(/founder|Founder/);
    await owner.query('SELECT * FROM app.assign_positions(100000)');
    // Their address is free again.
    await new ApiClient(api.url).ask(SIGN_UP, { input: { organization: 'Second try', name: 'Founder Again', email: late } });
    await settled();
    expect(await whose(late)).toBeDefined();
    expect((await verifyLog(owner, { files: [], keys: [] })).findings).toEqual([]);
  });

  it('is nothing of the operator\'s own organizations, nor of one that somebody is in', async () => {
    const id = (await rows(`INSERT INTO organization (id, name, slug) VALUES (gen_random_uuid(), 'By hand', 'by-hand') RETURNING id`))[0]!['id'];
    await owner.query(`UPDATE organization SET created_at = now() - interval '400 days'`);
    await owner.query(`UPDATE organization SET signed_up_at = now() - interval '400 days' WHERE id = $1`, [ours.id]);
    expect(await run()).toMatchObject({ organizations: 0 });
    expect(await rows('SELECT status FROM organization WHERE id = ANY ($1)', [[id, ours.id]])).toEqual([{ status: 'ACTIVE' }, { status: 'ACTIVE' }]);
  });
});
