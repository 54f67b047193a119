import { seedOrganization, TEST_PASSWORD, testCode, type TestOrganization, type TestUser } from '@throughline/testing';
import { ApiClient, bootApi, codesOf, expectFourCallers, type GraphqlAnswer, signInAs, type TestApi } from '@throughline/testing/api';
import { Client } from 'pg';
import { signInFeatures } from './support/sign-in-features.js';

const SIGN_IN = 'mutation ($input: SignInInput!) { signIn(input: $input) { viewer { id } challenge { token kind enrolment { secret uri } } errors { code } } }';
const CONFIRM = 'mutation ($input: ConfirmSignInInput!) { confirmSignIn(input: $input) { viewer { id } recoveryCodes errors { code path } } }';
const MINE = '{ mySecondFactor { enrolledAt recoveryCodesLeft demanded } }';
const BEGIN = 'mutation { beginSecondFactor { enrolment { secret uri } errors { code details } } }';
const FINISH = 'mutation ($input: ConfirmSecondFactorInput!) { confirmSecondFactor(input: $input) { recoveryCodes errors { code path } } }';
const REMOVE = 'mutation { removeSecondFactor { errors { code details } } }';
const RENEW = 'mutation { renewRecoveryCodes { recoveryCodes errors { code } } }';
const RESET = 'mutation ($input: ResetSecondFactorInput!) { resetSecondFactor(input: $input) { errors { code } } }';
const VIEWER = '{ viewer { id } }';

interface Challenge { token: string; kind: string; enrolment: { secret: string; uri: string } | null }
interface Confirmed { confirmSignIn: { viewer: { id: string } | null; recoveryCodes: string[] | null; errors: { code: string; path: string[] }[] } }

describe('the second factor', () => {
  let api: TestApi;
  let owner: Client;
  let agency: TestOrganization;

  beforeAll(async () => {
    api = await bootApi({ features: signInFeatures });
    owner = new Client({ connectionString: api.database.ownerUrl });
    await owner.connect();
    agency = await seedOrganization(api.database, 'Lantern & Oak');
  });
  afterAll(async () => {
    await owner?.end();
    await api?.close();
  });

  let people = 0;
  const someone = (role: 'ADMIN' | 'SALES_AGENT' = 'SALES_AGENT'): Promise<TestUser> => agency.addUser({ name: `Person ${++people}`, roles: [role] });
  const unenrol = (user: TestUser): Promise<unknown> => owner.query('DELETE FROM second_factor WHERE user_id = $1', [user.id]);
  const challenge = async (user: TestUser, client = new ApiClient(api.url)): Promise<Challenge> =>
    (await client.ask<{ signIn: { viewer: null; challenge: Challenge } }>(SIGN_IN, { input: { email: user.email, password: TEST_PASSWORD } })).signIn.challenge;
  const answer = (token: string, code: string, client = new ApiClient(api.url)): Promise<GraphqlAnswer<Confirmed>> => client.send<Confirmed>(CONFIRM, { input: { challenge: token, code } });
  const eventsOf = async (user: TestUser): Promise<string[]> =>
    (await owner.query<{ kind: string }>('SELECT kind FROM event WHERE subject_id = $1 ORDER BY id', [user.id])).rows.map(({ kind }) => kind);
  const mailsTo = async (user: TestUser): Promise<string[]> =>
    (await owner.query<{ subject: string }>('SELECT subject FROM outgoing_mail WHERE user_id = $1 ORDER BY created_at, id', [user.id])).rows.map(({ subject }) => subject);
  const ownStep = (user: TestUser): Promise<unknown> => owner.query('UPDATE second_factor SET last_step = NULL WHERE user_id = $1', [user.id]);

  it('is asked of administrators at every sign-in; until then there is no session', async () => {
    const user = await someone('ADMIN');
    const client = new ApiClient(api.url);
    const asked = await challenge(user, client);
    expect(asked).toEqual({ token: expect.stringMatching(/^[\w-]{43}$/) as string, kind: 'CODE', enrolment: null });
    expect([client.cookie('tl_access'), client.cookie('tl_refresh'), client.cookie('tl_device')]).toEqual([undefined, undefined, undefined]);
    expect((await owner.query('SELECT 1 FROM session WHERE user_id = $1', [user.id])).rows).toEqual([]);
    expect((await answer(asked.token, testCode(), client)).data!.confirmSignIn).toEqual({ viewer: { id: user.id }, recoveryCodes: null, errors: [] });
    expect(await client.ask(VIEWER)).toEqual({ viewer: { id: user.id } });
    expect((await challenge(user, client)).kind).toBe('CODE');
    expect(await eventsOf(user)).toEqual(['user.signedIn']);
  });

  it('is set up by administrators at their first sign-in, before anything else', async () => {
    const user = await someone('ADMIN');
    await unenrol(user);
    const asked = await challenge(user);
    expect(asked.kind).toBe('ENROL');
    expect(asked.enrolment!.uri).toBe(`otpauth://totp/Lantern%20%26%20Oak:${encodeURIComponent(user.email)}?secret=${asked.enrolment!.secret}&issuer=Lantern%20%26%20Oak&algorithm=SHA1&digits=6&period=30`);
    expect((await answer(asked.token, '000000')).data!.confirmSignIn.errors).toEqual([{ code: 'VALIDATION_FAILED', path: ['code'] }]);
    const done = (await answer(asked.token, testCode(asked.enrolment!.secret))).data!.confirmSignIn;
    expect(done).toEqual({ viewer: { id: user.id }, errors: [], recoveryCodes: expect.any(Array) as string[] });
    expect(new Set(done.recoveryCodes).size).toBe(10);
    for (const code of done.recoveryCodes!) expect(code).toMatch(/^([A-Z2-7]{4}-){3}[A-Z2-7]{4}$/);
    expect(await eventsOf(user)).toEqual(['user.secondFactorRefused', 'user.secondFactorEnrolled', 'user.signedIn']);
    expect((await challenge(user)).kind).toBe('CODE');
  });

  it('cannot be set up anew with the challenge of somebody who has one by now', async () => {
    const user = await someone('ADMIN');
    await unenrol(user);
    const [first, second] = [await challenge(user), await challenge(user)];
    expect(codesOf(await answer(first.token, testCode(second.enrolment!.secret)))).toEqual([]);
    expect(codesOf(await answer(second.token, testCode(second.enrolment!.secret)))).toEqual(['UNAUTHENTICATED']);
  });

  it('is nowhere readable', async () => {
    const user = await someone('ADMIN');
    await unenrol(user);
    const asked = await challenge(user);
    const codes = (await answer(asked.token, testCode(asked.enrolment!.secret))).data!.confirmSignIn.recoveryCodes!;
    const { rows } = await owner.query<{ text: string }>(`SELECT concat((SELECT string_agg(f::text || encode(secret_sealed, 'escape'), '') FROM second_factor f), (SELECT string_agg(c::text, '') FROM recovery_code c),
      (SELECT string_agg(d::text, '') FROM event_detail d), (SELECT string_agg(c::text, '') FROM sign_in_challenge c)) AS text`);
    for (const secret of [asked.enrolment!.secret, asked.token, ...codes, codes[0]!.replaceAll('-', '')]) {
      expect(rows[0]!.text).not.toContain(secret);
      expect(api.log()).not.toContain(secret);
    }
  });

  it('accepts each code once: of twenty submits at once one wins, whatever challenge they answer', async () => {
    const user = await someone('ADMIN');
    // One after the other: so many passwords at once would be slowed.
    const tokens: string[] = [];
    for (let at = 0; at < 20; at++) tokens.push((await challenge(user)).token);
    const code = testCode();
    const answers = await Promise.all(tokens.map((token) => answer(token, code)));
    expect(answers.map((one) => codesOf(one).join()).sort()).toEqual(['', ...Array<string>(19).fill('VALIDATION_FAILED')]);
    // What is left of the budget of codes depends on who of the twenty came first.
    await owner.query('DELETE FROM sign_in_throttle');
    expect(codesOf(await answer((await challenge(user)).token, code))).toEqual(['VALIDATION_FAILED']);
    await ownStep(user);
    const { token } = await challenge(user);
    const same = await Promise.all(Array.from({ length: 20 }, () => answer(token, code)));
    expect(same.filter((one) => codesOf(one).length === 0)).toHaveLength(1);
    expect(codesOf(await answer(token, code))).toEqual(['UNAUTHENTICATED']);
  });

  it('lets a challenge be tried five times, and not after ten minutes', async () => {
    const user = await someone('ADMIN');
    const { token } = await challenge(user);
    for (let wrong = 0; wrong < 5; wrong++) expect(codesOf(await answer(token, '000000'))).toEqual(['VALIDATION_FAILED']);
    expect(codesOf(await answer(token, testCode()))).toEqual(['UNAUTHENTICATED']);
    const late = await challenge(user);
    await owner.query("UPDATE sign_in_challenge SET expires_at = now() - interval '1 second' WHERE user_id = $1", [user.id]);
    expect(codesOf(await answer(late.token, testCode()))).toEqual(['UNAUTHENTICATED']);
    expect(codesOf(await answer('x'.repeat(43), testCode()))).toEqual(['UNAUTHENTICATED']);
  });

  it('is guessed twenty times, then slowly, over all challenges', async () => {
    const user = await someone('ADMIN');
    const outcomes: string[] = [];
    for (let round = 0; round < 5; round++) {
      const { token } = await challenge(user);
      for (let guess = 0; guess < 5; guess++) outcomes.push(codesOf(await answer(token, '000000')).join());
    }
    expect(outcomes).toEqual([...Array<string>(20).fill('VALIDATION_FAILED'), ...Array<string>(5).fill('RATE_LIMITED')]);
  });

  it('can be replaced by a recovery code, each once', async () => {
    const user = await someone();
    const client = await signInAs(api, user.email);
    const { beginSecondFactor: { enrolment } } = await client.ask<{ beginSecondFactor: { enrolment: { secret: string } } }>(BEGIN);
    const { confirmSecondFactor: { recoveryCodes } } = await client.ask<{ confirmSecondFactor: { recoveryCodes: string[] } }>(FINISH, { input: { code: testCode(enrolment.secret) } });
    expect(codesOf(await answer((await challenge(user)).token, recoveryCodes[0]!.toLowerCase().replaceAll('-', ' ')))).toEqual([]);
    expect(codesOf(await answer((await challenge(user)).token, recoveryCodes[0]!))).toEqual(['VALIDATION_FAILED']);
    expect(await client.ask(MINE)).toEqual({ mySecondFactor: { enrolledAt: expect.any(String) as string, recoveryCodesLeft: 9, demanded: false } });
    const { renewRecoveryCodes } = await client.ask<{ renewRecoveryCodes: { recoveryCodes: string[] } }>(RENEW);
    expect(codesOf(await answer((await challenge(user)).token, recoveryCodes[1]!))).toEqual(['VALIDATION_FAILED']);
    expect(codesOf(await answer((await challenge(user)).token, renewRecoveryCodes.recoveryCodes[0]!))).toEqual([]);
    expect(await eventsOf(user)).toEqual(expect.arrayContaining(['user.secondFactorEnrolled', 'user.recoveryCodeUsed', 'user.recoveryCodesRenewed']));
  });

  it('is demanded of other tiers by the policy, and cannot be removed then', async () => {
    const other = await seedOrganization(api.database, 'Strict');
    const user = other.users.SALES_AGENT;
    const before = await signInAs(api, user.email);
    expect(codesOf(await before.send(REMOVE))).toEqual(['PRECONDITION_FAILED']);
    await owner.query("UPDATE security_policy SET second_factor_for = '{EMPLOYEE}' WHERE id = $1", [other.id]);
    expect((await challenge(user)).kind).toBe('ENROL');
    const client = await signInAs(api, user.email);
    expect(await client.ask(MINE)).toMatchObject({ mySecondFactor: { demanded: true, recoveryCodesLeft: 10 } });
    expect((await client.send<{ removeSecondFactor: object }>(REMOVE)).data!.removeSecondFactor).toEqual({ errors: [{ code: 'PRECONDITION_FAILED', details: { reason: 'DEMANDED' } }] });
    await owner.query("UPDATE security_policy SET second_factor_for = '{}' WHERE id = $1", [other.id]);
    expect(codesOf(await client.send(REMOVE))).toEqual([]);
    expect((await client.ask<{ signIn: { challenge: null } }>(SIGN_IN, { input: { email: user.email, password: TEST_PASSWORD } })).signIn.challenge).toBeNull();
    expect(await mailsTo(user)).toContain('The second step was removed from your account (Strict)');
  });

  it('is changed only by who has just proved who they are', async () => {
    const user = await someone('ADMIN');
    const client = await signInAs(api, user.email);
    await owner.query("UPDATE session SET proved_at = now() - interval '11 minutes' WHERE user_id = $1", [user.id]);
    for (const operation of [BEGIN, REMOVE, RENEW]) expect(codesOf(await client.send(operation))).toEqual(['PRECONDITION_FAILED']);
    expect(codesOf(await client.send(FINISH, { input: { code: '123456' } }))).toEqual(['PRECONDITION_FAILED']);
    const prove = (code: string): Promise<GraphqlAnswer> => client.send('mutation ($input: ReauthenticateInput!) { reauthenticate(input: $input) { errors { code path } } }', { input: { code } });
    expect(codesOf(await prove('000000'))).toEqual(['VALIDATION_FAILED']);
    await ownStep(user);
    const code = testCode();
    expect(codesOf(await prove(code))).toEqual([]);
    expect(codesOf(await prove(code))).toEqual(['VALIDATION_FAILED']);
    expect(codesOf(await client.send(RENEW))).toEqual([]);
  });

  it('is taken away by administrators when it is lost: sessions end, the person is told', async () => {
    const lost = await someone('ADMIN');
    const session = await signInAs(api, lost.email);
    const elsewhere = await seedOrganization(api.database, 'Elsewhere');
    const right = await signInAs(api, agency.users.ADMIN.email);
    expect(await expectFourCallers({
      api, operation: 'query ($userId: ID!) { userSecondFactor(userId: $userId) { recoveryCodesLeft demanded } }', variables: { userId: lost.id }, right,
      wrongPerson: await signInAs(api, agency.users.HR.email), wrongOrganization: await signInAs(api, elsewhere.users.ADMIN.email),
    })).toEqual({ userSecondFactor: { recoveryCodesLeft: 0, demanded: true } });
    await expectFourCallers({
      api, operation: RESET, variables: { input: { userId: lost.id } }, right,
      wrongPerson: await signInAs(api, agency.users.HR.email), wrongOrganization: await signInAs(api, elsewhere.users.ADMIN.email),
    });
    expect(codesOf(await session.send(VIEWER))).toEqual(['UNAUTHENTICATED']);
    expect((await challenge(lost)).kind).toBe('ENROL');
    expect(await eventsOf(lost)).toContain('user.secondFactorReset');
    expect(await mailsTo(lost)).toEqual(['Your second step was reset (Lantern & Oak)']);
    const codeOf = async (user: TestUser): Promise<string[]> => codesOf(await right.send(RESET, { input: { userId: user.id } }));
    expect(await codeOf(agency.users.SUPERADMIN)).toEqual(['FORBIDDEN']);
    expect(await codeOf(agency.users.ADMIN)).toEqual(['PRECONDITION_FAILED']);
    expect(await codeOf(agency.users.HR)).toEqual(['PRECONDITION_FAILED']);
  });

  it('refuses strangers everywhere', async () => {
    for (const operation of [MINE, BEGIN, REMOVE, RENEW]) expect(codesOf(await new ApiClient(api.url).send(operation))).toEqual(['UNAUTHENTICATED']);
    expect(codesOf(await new ApiClient(api.url).send(FINISH, { input: { code: '123456' } }))).toEqual(['UNAUTHENTICATED']);
  });
});
