import { createSecretKey, randomBytes } from 'node:crypto';
import { AccessTokens } from '@throughline/identity/auth';
import { JwtService } from '@nestjs/jwt';
import { newId } from '@throughline/platform/kernel';
import { seedOrganization, TEST_PASSWORD, type TestOrganization, type TestUser } from '@throughline/testing';
import { ApiClient, bootApi, type GraphqlAnswer, signInAs, type TestApi } from '@throughline/testing/api';
import { Client } from 'pg';
import { signInFeatures } from './support/sign-in-features.js';

const SIGN_IN = 'mutation ($input: SignInInput!) { signIn(input: $input) { viewer { id } tokens { accessToken expiresInSeconds refreshToken refreshExpiresInSeconds } errors { code message path } } }';
const REFRESH = 'mutation ($input: RefreshSessionInput) { refreshSession(input: $input) { tokens { accessToken refreshToken } errors { code } } }';
const SIGN_OUT = 'mutation { signOut { errors { code } } }';
const VIEWER = '{ viewer { id } }';
const WRONG = 'The e-mail address or the password is wrong.';

interface Tokens { accessToken: string; refreshToken: string; expiresInSeconds: number; refreshExpiresInSeconds: number }

const codes = ({ errors }: GraphqlAnswer): string[] => errors.map(({ extensions }) => extensions.code);

describe('sign-in', () => {
  let api: TestApi;
  let owner: Client;
  let agency: TestOrganization;

  beforeAll(async () => {
    // One trusted proxy, so that tests can come from different addresses.
    api = await bootApi({ features: signInFeatures, settings: { trustedProxyHops: 1 } });
    owner = new Client({ connectionString: api.database.ownerUrl });
    await owner.connect();
    agency = await seedOrganization(api.database);
  });
  afterAll(async () => {
    await owner?.end();
    await api?.close();
  });

  /** A person nobody else uses, so that no test depends on another. */
  let people = 0;
  const someone = (): Promise<TestUser> => agency.addUser({ name: `Person ${++people}`, roles: ['SALES_AGENT'], departmentIds: [agency.departments.sales] });
  const eventsOf = async (user: TestUser): Promise<string[]> =>
    (await owner.query<{ kind: string }>('SELECT kind FROM event WHERE subject_id = $1 ORDER BY id', [user.id])).rows.map(({ kind }) => kind);
  const sessionsOf = async (user: TestUser): Promise<{ revoked_reason: string | null }[]> =>
    (await owner.query<{ revoked_reason: string | null }>('SELECT revoked_reason FROM session WHERE user_id = $1 ORDER BY created_at', [user.id])).rows;
  const tokensOf = async (user: TestUser): Promise<Tokens> => {
    const { signIn } = await new ApiClient(api.url).ask<{ signIn: { tokens: Tokens } }>(SIGN_IN, { input: { email: user.email, password: TEST_PASSWORD, delivery: 'TOKENS' } });
    return signIn.tokens;
  };
  const exchange = (refreshToken: string): Promise<GraphqlAnswer<{ refreshSession: { tokens: Tokens } }>> => new ApiClient(api.url).send(REFRESH, { input: { refreshToken } });
  const withBearer = (token: string): ApiClient => Object.assign(new ApiClient(api.url), { bearer: token });

  it('tells who is signed in and what they may do', async () => {
    const { id, email, name } = agency.users.SALES_AGENT;
    const agent = await signInAs(api, email);
    const { viewer } = await agent.ask<{ viewer: { permissions: string[] } }>(
      '{ viewer { id name email tier title customerId organization { id name slug currency timeZone } roles { id key name } departments { id name kind } permissions } }',
    );
    expect(viewer).toEqual({
      id, email, name, tier: 'EMPLOYEE', title: null, customerId: null, permissions: viewer.permissions,
      organization: { id: agency.id, name: 'Agency', slug: agency.slug, currency: 'USD', timeZone: 'UTC' },
      roles: [{ id: agency.roles.SALES_AGENT, key: 'SALES_AGENT', name: 'Sales Agent' }],
      departments: [{ id: agency.departments.sales, name: 'Sales', kind: 'SALES' }],
    });
    expect(viewer.permissions).toContain('deal.win');
    expect(viewer.permissions).not.toContain('deal.reopen');
  });

  it('refuses strangers', async () => {
    expect(codes(await new ApiClient(api.url).send(VIEWER))).toEqual(['UNAUTHENTICATED']);
  });

  it('hands tokens to browsers as cookies that scripts cannot read, and only so', async () => {
    const user = await someone();
    const answer = await new ApiClient(api.url).send<{ signIn: object }>(SIGN_IN, { input: { email: user.email, password: TEST_PASSWORD } });
    expect(answer.data?.signIn).toEqual({ viewer: { id: user.id }, tokens: null, errors: [] });
    expect(answer.headers['set-cookie']?.map((line) => line.replace(/=[^;]+/, '=...'))).toEqual([
      'tl_access=...; Max-Age=600; Path=/; HttpOnly; SameSite=Lax',
      expect.stringMatching(/^tl_refresh=\.\.\.; Max-Age=43(1\d\d|200); Path=\/graphql; HttpOnly; SameSite=Lax$/),
      'tl_device=...; Max-Age=34560000; Path=/; HttpOnly; SameSite=Lax',
    ]);
  });

  it('hands tokens to programs in the answer, and only so', async () => {
    const user = await someone();
    const answer = await new ApiClient(api.url).send<{ signIn: { tokens: Tokens } }>(SIGN_IN, { input: { email: user.email, password: TEST_PASSWORD, delivery: 'TOKENS' } });
    expect(answer.headers['set-cookie']).toBeUndefined();
    const { tokens } = answer.data!.signIn;
    expect(tokens).toMatchObject({ expiresInSeconds: 600, refreshToken: expect.stringMatching(/^[\w-]{43}$/) });
    expect(await withBearer(tokens.accessToken).ask(VIEWER)).toEqual({ viewer: { id: user.id } });
  });

  it('takes the e-mail address in any case', async () => {
    const user = await someone();
    expect(await (await signInAs(api, ` ${user.email.toUpperCase()}`)).ask(VIEWER)).toEqual({ viewer: { id: user.id } });
  });

  it('lets people of a customer in', async () => {
    const customerId = await agency.addCustomer();
    const client = await agency.addUser({ name: 'Cleo Client', roles: ['CLIENT_OWNER'], customerId });
    const { viewer } = await (await signInAs(api, client.email)).ask<{ viewer: object }>('{ viewer { tier customerId permissions } }');
    expect(viewer).toMatchObject({ tier: 'CLIENT', customerId, permissions: expect.arrayContaining(['customer.read']) as string[] });
    expect(viewer).not.toMatchObject({ permissions: expect.arrayContaining(['department.read']) as string[] });
  });

  it.each(['wrong password', 'unknown', 'INACTIVE', 'INVITED', 'suspended organization'])('answers the same to: %s', async (what) => {
    const user = what === 'suspended organization'
      ? (await seedOrganization(api.database, 'Suspended')).users.SALES_AGENT
      : await someone();
    if (what === 'suspended organization') await owner.query("UPDATE organization SET status = 'SUSPENDED' WHERE id = (SELECT organization_id FROM user_account WHERE id = $1)", [user.id]);
    if (what === 'INACTIVE' || what === 'INVITED') await owner.query('UPDATE user_account SET status = $2 WHERE id = $1', [user.id, what]);
    const email = what === 'unknown' ? 'nobody@nowhere.test' : user.email;
    const password = what === 'wrong password' ? 'canary-password-of-a-guess' : TEST_PASSWORD;
    const answer = await new ApiClient(api.url).send(SIGN_IN, { input: { email, password } });
    expect({ status: answer.status, data: answer.data, messages: answer.errors.map(({ message }) => message), codes: codes(answer) })
      .toEqual({ status: 200, data: null, messages: [WRONG], codes: ['UNAUTHENTICATED'] });
    expect(answer.headers['set-cookie']).toBeUndefined();
    expect(await sessionsOf(user)).toEqual([]);
    expect(await eventsOf(user)).toEqual(what === 'wrong password' ? ['user.signInRefused'] : []);
  });

  it('writes down sign-in, refusal and sign-out, and no secret anywhere', async () => {
    const user = await someone();
    await new ApiClient(api.url).send(SIGN_IN, { input: { email: user.email, password: 'canary-password-of-a-guess' } });
    const client = await signInAs(api, user.email);
    await client.ask(SIGN_OUT);
    expect(await eventsOf(user)).toEqual(['user.signInRefused', 'user.signedIn', 'user.signedOut']);
    const { rows } = await owner.query<{ text: string }>('SELECT string_agg(e::text || d::text, $1) AS text FROM event e JOIN event_detail d ON d.event_id = e.id', ['\n']);
    for (const secret of ['canary-password', TEST_PASSWORD]) {
      expect(rows[0]!.text).not.toContain(secret);
      expect(api.log()).not.toContain(secret);
    }
    const { rows: [person] } = await owner.query<{ last_sign_in_at: Date | null; version: number }>('SELECT last_sign_in_at, version FROM user_account WHERE id = $1', [user.id]);
    expect(person).toEqual({ last_sign_in_at: expect.any(Date), version: 1 });
  });

  it('refuses an Idempotency-Key and several guesses in one request', async () => {
    const input = { email: 'nobody@nowhere.test', password: 'x' };
    expect(codes(await new ApiClient(api.url).send(SIGN_IN, { input }, { 'idempotency-key': 'a-key-of-some-length' }))).toEqual(['VALIDATION_FAILED']);
    const twice = 'mutation ($input: SignInInput!) { a: signIn(input: $input) { viewer { id } } b: signIn(input: $input) { viewer { id } } }';
    const answer = await new ApiClient(api.url).send(twice, { input });
    expect(answer.errors).toHaveLength(1);
    expect(answer.data).toBeUndefined();
  });

  describe('access tokens', () => {
    it('are refused when forged, altered, expired or meant for somebody else', async () => {
      const user = await someone();
      const { accessToken } = await tokensOf(user);
      const [header = '', payload = '', signature = ''] = accessToken.split('.');
      const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as { sub: string; sid: string; org: string };
      const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
      const signed = (key = api.app.nest.get(AccessTokens).key, options: object = {}): string =>
        new JwtService({ privateKey: key }).sign({ sid: claims.sid, org: claims.org }, { algorithm: 'HS256', subject: claims.sub, issuer: 'throughline', audience: 'throughline api', expiresIn: 60, ...options });
      // The same claims signed properly are good, so each of the others is refused for its own fault.
      expect(codes(await withBearer(signed()).send(VIEWER))).toEqual([]);
      const bad = {
        none: `${encode({ alg: 'none', typ: 'JWT' })}.${payload}.`,
        otherKey: signed(createSecretKey(randomBytes(32))),
        otherAlgorithm: signed(undefined, { algorithm: 'HS512' }),
        expired: signed(undefined, { expiresIn: -1 }),
        issuer: signed(undefined, { issuer: 'elsewhere' }),
        audience: signed(undefined, { audience: 'elsewhere' }),
        altered: `${header}.${encode({ ...claims, sub: agency.users.SUPERADMIN.id })}.${signature}`,
        cut: accessToken.slice(0, -2),
        notAToken: 'a.b.c',
        empty: '',
      };
      const accepted: string[] = [];
      for (const [name, token] of Object.entries(bad)) {
        if (codes(await withBearer(token).send(VIEWER)).join() !== 'UNAUTHENTICATED') accepted.push(name);
        const browser = new ApiClient(api.url);
        browser.setCookie('tl_access', token);
        if (codes(await browser.send(VIEWER)).join() !== 'UNAUTHENTICATED') accepted.push(`${name} as cookie`);
      }
      expect(accepted).toEqual([]);
    });

    it('do not speak for another session or organization than their own', async () => {
      const [user, other] = [await someone(), await someone()];
      const stranger = (await seedOrganization(api.database, 'Elsewhere')).id;
      const sid = async (of: TestUser): Promise<string> => JSON.parse(Buffer.from((await tokensOf(of)).accessToken.split('.')[1]!, 'base64url').toString()).sid as string;
      const tokens = api.app.nest.get(AccessTokens);
      const mixed = [{ sub: user.id, sid: await sid(other), org: agency.id }, { sub: user.id, sid: await sid(user), org: stranger }];
      for (const claims of mixed) expect(codes(await withBearer(tokens.sign(claims)).send(VIEWER))).toEqual(['UNAUTHENTICATED']);
    });

    it('die with their session, their person and their organization, at the next request', async () => {
      const deaths: ((user: TestUser) => Promise<unknown>)[] = [
        (user) => owner.query("UPDATE session SET revoked_at = now(), revoked_reason = 'ENDED_BY_ADMIN' WHERE user_id = $1", [user.id]),
        (user) => owner.query('UPDATE session SET expires_at = now() WHERE user_id = $1', [user.id]),
        (user) => owner.query("UPDATE user_account SET status = 'INACTIVE' WHERE id = $1", [user.id]),
      ];
      for (const die of deaths) {
        const user = await someone();
        const client = await signInAs(api, user.email);
        await client.ask(VIEWER);
        await die(user);
        expect(codes(await client.send(VIEWER))).toEqual(['UNAUTHENTICATED']);
        expect(codes(await client.send(REFRESH))).toEqual(['UNAUTHENTICATED']);
      }
    });

    it('carry the rights of now, not of sign-in', async () => {
      const user = await someone();
      const client = await signInAs(api, user.email);
      const permissions = async (): Promise<string[]> => (await client.ask<{ viewer: { permissions: string[] } }>('{ viewer { permissions } }')).viewer.permissions;
      expect(await permissions()).not.toContain('deal.reopen');
      await owner.query('INSERT INTO user_role (id, organization_id, user_id, role_id) VALUES ($1, $2, $3, $4)', [newId(), agency.id, user.id, agency.roles.SALES_MANAGER]);
      expect(await permissions()).toContain('deal.reopen');
      await owner.query('DELETE FROM user_role WHERE user_id = $1', [user.id]);
      expect(await permissions()).toEqual([]);
    });
  });

  describe('refresh tokens', () => {
    it('are exchanged for new ones, by cookie for cookies', async () => {
      const user = await someone();
      const client = await signInAs(api, user.email);
      const before = client.cookie('tl_refresh');
      const answer = await client.send(REFRESH);
      expect(answer.data).toEqual({ refreshSession: { tokens: null, errors: [] } });
      expect(client.cookie('tl_refresh')).not.toEqual(before);
      expect(await client.ask(VIEWER)).toEqual({ viewer: { id: user.id } });
      expect(await sessionsOf(user)).toEqual([{ revoked_reason: null }]);
    });

    it('stay one chain when twenty exchanges of one token come at once', async () => {
      const user = await someone();
      let { refreshToken } = await tokensOf(user);
      for (let round = 0; round < 3; round++) {
        const answers = await Promise.all(Array.from({ length: 20 }, () => exchange(refreshToken)));
        const successors = new Set(answers.map((answer) => answer.data?.refreshSession.tokens.refreshToken));
        expect([...successors]).toEqual([expect.stringMatching(/^[\w-]{43}$/)]);
        refreshToken = [...successors][0]!;
      }
      const { rows } = await owner.query('SELECT count(*)::int AS tokens, count(*) FILTER (WHERE t.used_at IS NULL)::int AS open FROM refresh_token t JOIN session s ON s.id = t.session_id WHERE s.user_id = $1', [user.id]);
      expect(rows).toEqual([{ tokens: 4, open: 1 }]);
      expect(await sessionsOf(user)).toEqual([{ revoked_reason: null }]);
    });

    it('end their whole family when a used one comes back after its successor was used', async () => {
      const user = await someone();
      const first = await tokensOf(user);
      const second = (await exchange(first.refreshToken)).data!.refreshSession.tokens;
      const third = (await exchange(second.refreshToken)).data!.refreshSession.tokens;
      expect(codes(await exchange(first.refreshToken))).toEqual(['UNAUTHENTICATED']);
      expect(codes(await exchange(third.refreshToken))).toEqual(['UNAUTHENTICATED']);
      expect(codes(await withBearer(third.accessToken).send(VIEWER))).toEqual(['UNAUTHENTICATED']);
      expect(await sessionsOf(user)).toEqual([{ revoked_reason: 'REFRESH_REUSED' }]);
      expect(await eventsOf(user)).toEqual(['user.signedIn', 'user.refreshTokenReused']);
    });

    it('end their whole family when a used one comes back too late', async () => {
      const user = await someone();
      const { refreshToken } = await tokensOf(user);
      const next = (await exchange(refreshToken)).data!.refreshSession.tokens;
      await owner.query("UPDATE refresh_token SET used_at = used_at - interval '11 seconds' WHERE used_at IS NOT NULL AND session_id IN (SELECT id FROM session WHERE user_id = $1)", [user.id]);
      expect(codes(await exchange(refreshToken))).toEqual(['UNAUTHENTICATED']);
      expect(codes(await exchange(next.refreshToken))).toEqual(['UNAUTHENTICATED']);
      expect(await sessionsOf(user)).toEqual([{ revoked_reason: 'REFRESH_REUSED' }]);
    });

    it('are refused when nobody made them', async () => {
      expect(codes(await exchange(randomBytes(32).toString('base64url')))).toEqual(['UNAUTHENTICATED']);
      expect(codes(await new ApiClient(api.url).send(REFRESH))).toEqual(['UNAUTHENTICATED']);
    });

    it('are nowhere in the database', async () => {
      const { refreshToken } = await tokensOf(await someone());
      await exchange(refreshToken);
      const { rows } = await owner.query<{ text: string }>("SELECT string_agg(t::text || encode(t.token_hash, 'escape'), '') AS text FROM refresh_token t");
      expect(rows[0]!.text).not.toContain(refreshToken);
    });
  });

  describe('sign-out', () => {
    it('ends the session at once and takes the cookies back', async () => {
      const user = await someone();
      const client = await signInAs(api, user.email);
      const [access, refresh] = [client.cookie('tl_access')!, client.cookie('tl_refresh')!];
      await client.ask(SIGN_OUT);
      expect([client.cookie('tl_access'), client.cookie('tl_refresh')]).toEqual([undefined, undefined]);
      expect(codes(await withBearer(access).send(VIEWER))).toEqual(['UNAUTHENTICATED']);
      expect(codes(await exchange(refresh))).toEqual(['UNAUTHENTICATED']);
      expect(await sessionsOf(user)).toEqual([{ revoked_reason: 'SIGNED_OUT' }]);
    });

    it('works when the access token has run out, and twice', async () => {
      const user = await someone();
      const client = await signInAs(api, user.email);
      const refresh = client.cookie('tl_refresh')!;
      const later = new ApiClient(api.url);
      later.setCookie('tl_refresh', refresh, '/graphql');
      await later.ask(SIGN_OUT);
      await client.ask(SIGN_OUT);
      expect(await sessionsOf(user)).toEqual([{ revoked_reason: 'SIGNED_OUT' }]);
      expect(await eventsOf(user)).toEqual(['user.signedIn', 'user.signedOut']);
    });

    it('leaves other sessions alone', async () => {
      const user = await someone();
      const [here, there] = [await signInAs(api, user.email), await signInAs(api, user.email)];
      await here.ask(SIGN_OUT);
      expect(await there.ask(VIEWER)).toEqual({ viewer: { id: user.id } });
    });
  });

  describe('guessing', () => {
    const guess = (email: string, address: string, password = 'a wrong guess'): Promise<GraphqlAnswer> =>
      new ApiClient(api.url).send(SIGN_IN, { input: { email, password } }, { 'x-forwarded-for': address });

    it.each(['known', 'unknown'])('is slowed after ten failures from one address, %s account', async (which) => {
      const email = which === 'known' ? (await someone()).email : 'ghost@nowhere.test';
      const answers = await Promise.all(Array.from({ length: 14 }, () => guess(email, '10.0.113.7')));
      expect(answers.map((answer) => codes(answer).join()).sort()).toEqual([
        ...Array<string>(4).fill('RATE_LIMITED'), ...Array<string>(10).fill('UNAUTHENTICATED'),
      ]);
      expect(codes(await guess(email, '10.0.113.7', TEST_PASSWORD))).toEqual(['RATE_LIMITED']);
      const elsewhere = await guess(email, '10.0.113.8', TEST_PASSWORD);
      expect(codes(elsewhere)).toEqual(which === 'known' ? [] : ['UNAUTHENTICATED']);
    });

    it('forgives typos once the password is right', async () => {
      const { email } = await someone();
      for (let round = 0; round < 3; round++) {
        for (let typo = 0; typo < 4; typo++) expect(codes(await guess(email, '10.0.113.9'))).toEqual(['UNAUTHENTICATED']);
        expect(codes(await guess(email, '10.0.113.9', TEST_PASSWORD))).toEqual([]);
      }
    });
  });
});

describe('sign-in over https', () => {
  it('marks the cookies Secure', async () => {
    const api = await bootApi({ features: signInFeatures, settings: { publicUrl: 'https://agency.example', allowedOrigins: ['https://agency.example'] } });
    try {
      const { users } = await seedOrganization(api.database);
      const answer = await new ApiClient(api.url).send(SIGN_IN, { input: { email: users.SALES_AGENT.email, password: TEST_PASSWORD } });
      expect(answer.headers['set-cookie']?.map((line) => /; Secure(;|$)/.test(line))).toEqual([true, true, true]);
    } finally {
      await api.close();
    }
  });
});
