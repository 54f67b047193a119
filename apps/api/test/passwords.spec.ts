import { EvenAnswers } from '@throughline/identity/links';
import { seedOrganization, TEST_PASSWORD, type TestOrganization, type TestUser } from '@throughline/testing';
import { ApiClient, bootApi, codesOf, signInAs, type TestApi } from '@throughline/testing/api';
import { Client } from 'pg';
import { mailsTo, tokenIn } from './support/mails.js';

const CHANGE = 'mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { errors { code message path } } }';
const REQUEST = 'mutation ($input: RequestPasswordResetInput!) { requestPasswordReset(input: $input) { errors { code message path } } }';
const RESET = 'mutation ($input: ResetPasswordInput!) { resetPassword(input: $input) { errors { code message path } } }';
const SIGN_IN = 'mutation ($input: SignInInput!) { signIn(input: $input) { viewer { id } errors { code } } }';
const NEW = 'rowing boats at canary dawn';

describe('passwords', () => {
  let api: TestApi;
  let ours: TestOrganization;
  let owner: Client;

  beforeAll(async () => {
    api = await bootApi({ settings: { embedded: true, mail: null } });
    ours = await seedOrganization(api.database, 'Ours');
    owner = new Client({ connectionString: api.database.ownerUrl });
    await owner.connect();
  });
  afterAll(async () => {
    await owner?.end();
    await api?.close();
  });

  let count = 0;
  const somebody = (): Promise<TestUser> => ours.addUser({ name: `Person Number${++count}x`, roles: ['SALES_AGENT'], departmentIds: [ours.departments.sales] });
  const stranger = (): ApiClient => new ApiClient(api.url);
  const errorsOf = async (client: ApiClient, operation: string, input: object): Promise<string[]> => codesOf(await client.send(operation, { input }));
  const letsIn = async (email: string, password: string): Promise<boolean> => (await errorsOf(stranger(), SIGN_IN, { email, password })).length === 0;
  const settled = (): Promise<void> => api.app.nest.get(EvenAnswers).settled();
  const ask = async (email: string): Promise<string[]> => {
    const errors = await errorsOf(stranger(), REQUEST, { email });
    await settled();
    return errors;
  };
  const resetToken = async ({ email }: TestUser): Promise<string> => {
    expect(await ask(email)).toEqual([]);
    const mail = (await mailsTo(api, ours.id, email)).at(-1);
    if (!mail) throw new Error('There is no mail.');
    expect(mail).toMatchObject({ kind: 'user.passwordReset', subject: 'Choose a new password for Ours', text: expect.stringContaining('The link works once, for 1 hour.') as string });
    return tokenIn(mail);
  };

  describe('changed by their person', () => {
    it('need the present one, end the other sessions and are told by mail', async () => {
      const person = await somebody();
      const [here, there] = [await signInAs(api, person.email), await signInAs(api, person.email)];
      expect(await errorsOf(here, CHANGE, { currentPassword: TEST_PASSWORD, newPassword: NEW })).toEqual([]);
      expect(await errorsOf(here, CHANGE, { currentPassword: TEST_PASSWORD, newPassword: `${NEW} two` })).toEqual(['VALIDATION_FAILED']);
      expect((await there.send('{ viewer { id } }')).errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
      expect(await letsIn(person.email, NEW)).toBe(true);
      expect(await letsIn(person.email, TEST_PASSWORD)).toBe(false);
      expect((await mailsTo(api, ours.id, person.email)).filter(({ kind }) => kind === 'user.passwordChanged')).toHaveLength(1);
      const { rows } = await owner.query<{ kind: string }>(`SELECT kind FROM event WHERE subject_id = $1 AND kind = 'user.passwordChanged'`, [person.id]);
      expect(rows).toHaveLength(1);
    });

    it.each([
      [{ newPassword: NEW }, 'currentPassword', 'Enter your present password.'],
      [{ currentPassword: 'wrong', newPassword: NEW }, 'currentPassword', 'This is not your present password.'],
      [{ currentPassword: TEST_PASSWORD, newPassword: 'short' }, 'newPassword', 'Choose a password of 12 characters or more. Several words in a row are easy to remember.'],
      [{ currentPassword: TEST_PASSWORD, newPassword: 'Password1234' }, 'newPassword', 'This password is among those that are tried first. Choose another.'],
      [{ currentPassword: TEST_PASSWORD, newPassword: TEST_PASSWORD }, 'newPassword', 'You have used this password before. Choose another.'],
    ])('say what is wrong with %j', async (input, field, message) => {
      const client = await signInAs(api, (await somebody()).email);
      const { data } = await client.send<{ changePassword: { errors: object[] } }>(CHANGE, { input });
      expect(data?.changePassword.errors).toEqual([{ code: 'VALIDATION_FAILED', message, path: [field] }]);
    });

    it('are none of the last five', async () => {
      const client = await signInAs(api, (await somebody()).email);
      const used = [TEST_PASSWORD, ...[1, 2, 3, 4, 5].map((number) => `${NEW} ${number}`)];
      for (const [index, newPassword] of used.slice(1).entries()) {
        expect(await errorsOf(client, CHANGE, { currentPassword: used[index], newPassword })).toEqual([]);
      }
      expect(await errorsOf(client, CHANGE, { currentPassword: used[5], newPassword: used[1] })).toEqual(['VALIDATION_FAILED']);
      expect(await errorsOf(client, CHANGE, { currentPassword: used[5], newPassword: TEST_PASSWORD })).toEqual([]);
    });

    it('are for people who are signed in', async () => {
      expect(await errorsOf(stranger(), CHANGE, { currentPassword: TEST_PASSWORD, newPassword: NEW })).toEqual(['UNAUTHENTICATED']);
    });

    it('cannot be guessed inside a session', async () => {
      const client = await signInAs(api, (await somebody()).email);
      const guess = (): Promise<string[]> => errorsOf(client, CHANGE, { currentPassword: 'a guess', newPassword: NEW });
      for (let tries = 0; tries < 10; tries++) expect(await guess()).toEqual(['VALIDATION_FAILED']);
      expect(await guess()).toEqual(['RATE_LIMITED']);
    });
  });

  describe('forgotten', () => {
    it('are replaced by a mailed link, once; all sessions end', async () => {
      const person = await somebody();
      const session = await signInAs(api, person.email);
      const token = await resetToken(person);
      expect(await errorsOf(stranger(), RESET, { token, password: 'short' })).toEqual(['VALIDATION_FAILED']);
      expect(await errorsOf(stranger(), RESET, { token, password: NEW })).toEqual([]);
      expect(await errorsOf(stranger(), RESET, { token, password: `${NEW} two` })).toEqual(['PRECONDITION_FAILED']);
      expect((await session.send('{ viewer { id } }')).errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
      expect([await letsIn(person.email, NEW), await letsIn(person.email, TEST_PASSWORD)]).toEqual([true, false]);
    });

    it('have one winner when the link is used twice at once', async () => {
      const token = await resetToken(await somebody());
      const outcomes = await Promise.all(['one', 'two', 'three'].map((word) => errorsOf(stranger(), RESET, { token, password: `${NEW} ${word}` })));
      expect(outcomes.filter((codes) => codes.length === 0)).toHaveLength(1);
    });

    it('have links that end with a newer one, with their hour, with a new address and with the account', async () => {
      const ends: [string, (person: TestUser) => Promise<unknown>][] = [
        ['a newer link', async (person) => resetToken(person)],
        ['an hour', async ({ id }) => owner.query(`UPDATE one_time_link SET expires_at = now() - interval '1 second' WHERE user_id = $1`, [id])],
        ['a new address', async ({ id }) => owner.query(`UPDATE user_account SET email = 'new.' || email WHERE id = $1`, [id])],
        ['a leaver', async ({ id }) => owner.query(`UPDATE user_account SET status = 'INACTIVE' WHERE id = $1`, [id])],
      ];
      for (const [, end] of ends) {
        const person = await somebody();
        const token = await resetToken(person);
        await end(person);
        const { data } = await stranger().send<{ resetPassword: { errors: object[] } }>(RESET, { input: { token, password: NEW } });
        expect(data?.resetPassword.errors).toEqual([{ code: 'PRECONDITION_FAILED', message: 'This link does not work any more: it was used, has expired, or a newer one was sent. Ask for a new one.', path: ['token'] }]);
      }
    });

    it('are asked for alike whether there is an account or not', async () => {
      const person = await somebody();
      await owner.query(`UPDATE user_account SET status = 'INACTIVE' WHERE id = $1`, [person.id]);
      const answer = async (email: string): Promise<unknown> => (await stranger().send(REQUEST, { input: { email } })).data;
      expect(await answer('nobody@nowhere.example')).toEqual(await answer((await somebody()).email));
      expect(await answer(person.email)).toEqual(await answer('nobody@nowhere.example'));
      await settled();
      expect(await mailsTo(api, ours.id, person.email)).toEqual([]);
    });

    it('take as long for unknown as for known addresses', async () => {
      const people = await Promise.all(Array.from({ length: 12 }, somebody));
      const times: Record<'known' | 'unknown', number[]> = { known: [], unknown: [] };
      for (const [index, { email }] of people.entries()) {
        for (const [kind, address] of [['known', email], ['unknown', `nobody${index}@nowhere.example`]] as const) {
          const from = performance.now();
          await errorsOf(stranger(), REQUEST, { email: address });
          times[kind].push(performance.now() - from);
        }
      }
      await settled();
      const median = (list: number[]): number => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;
      const ratio = median(times.known) / median(times.unknown);
      expect(ratio).toBeGreaterThan(0.95);
      expect(ratio).toBeLessThan(1.05);
    });

    it('bring five mails an hour and no more, without saying so', async () => {
      const person = await somebody();
      for (let times = 0; times < 7; times++) expect(await ask(person.email)).toEqual([]);
      expect(await mailsTo(api, ours.id, person.email)).toHaveLength(5);
    });

    it('refuse bad input by name', async () => {
      for (const [operation, input] of [[REQUEST, { email: '' }], [RESET, { token: '', password: NEW }], [RESET, { token: 'x', password: '' }]] as const) {
        expect(await errorsOf(stranger(), operation, input)).toEqual(['VALIDATION_FAILED']);
      }
    });
  });

  it('leave no trace of password, token or mail in the log or the events', async () => {
    const { rows } = await owner.query<{ text: string }>('SELECT to_jsonb(e)::text || coalesce(to_jsonb(d)::text, \'\') AS text FROM event e LEFT JOIN event_detail d ON d.event_id = e.id');
    const written = [api.log(), ...rows.map(({ text }) => text)].join('\n');
    expect(rows.length).toBeGreaterThan(10);
    for (const secret of ['canary', TEST_PASSWORD, '/reset-password#', 'Choose a new password for']) expect(written).not.toContain(secret);
  });
});
