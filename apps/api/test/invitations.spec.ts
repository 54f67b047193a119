import { FirstAdminService } from '@throughline/identity/invitations';
import { EvenAnswers } from '@throughline/identity/links';
import { createOrganization } from '@throughline/identity/organizations';
import { seedOrganization, type TestOrganization } from '@throughline/testing';
import { ApiClient, bootApi, codesOf, expectFourCallers, signInAs, type TestApi } from '@throughline/testing/api';
import { Client } from 'pg';
import { mailsTo, tokenIn } from './support/mails.js';

const INVITE = 'mutation ($input: InviteUserInput!) { inviteUser(input: $input) { user { id version status email invitationExpiresAt roles { role { key } } } errors { code message path } } }';
const RESEND = 'mutation ($input: ResendInvitationInput!) { resendInvitation(input: $input) { user { id } errors { code message path } } }';
const WITHDRAW = 'mutation ($input: WithdrawInvitationInput!) { withdrawInvitation(input: $input) { user { id status invitationExpiresAt } errors { code message path } } }';
const LOOK = 'query ($token: String!) { invitation(token: $token) { organizationName name email } }';
const ACCEPT = 'mutation ($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { viewer { email tier } challenge { kind } errors { code message path } } }';
const LINK = 'mutation ($input: RequestSignInLinkInput!) { requestSignInLink(input: $input) { errors { code message path } } }';
const WITH_LINK = 'mutation ($input: SignInWithLinkInput!) { signInWithLink(input: $input) { viewer { email tier } errors { code message path } } }';
const REGISTER = 'mutation ($input: RegisterInput!) { register(input: $input) { errors { code message path } } }';
const PASSWORD = 'rowing boats at canary dawn';

describe('invitations, sign-in links and registration', () => {
  let api: TestApi;
  let ours: TestOrganization;
  let theirs: TestOrganization;
  let owner: Client;
  let [hr, agent, theirHr]: ApiClient[] = [];
  let role: string;

  beforeAll(async () => {
    api = await bootApi({ settings: { embedded: true, mail: null } });
    [ours, theirs] = [await seedOrganization(api.database, 'Ours'), await seedOrganization(api.database, 'Theirs')];
    owner = new Client({ connectionString: api.database.ownerUrl });
    await owner.connect();
    [hr, agent, theirHr] = [await signInAs(api, ours.users.HR.email), await signInAs(api, ours.users.SALES_AGENT.email), await signInAs(api, theirs.users.HR.email)];
    role = ours.roles.SALES_AGENT;
  });
  afterAll(async () => {
    await owner?.end();
    await api?.close();
  });

  const stranger = (): ApiClient => new ApiClient(api.url);
  const callers = () => ({ api, right: hr!, wrongPerson: agent!, wrongOrganization: theirHr! });
  const errorsOf = async (client: ApiClient, operation: string, input: object): Promise<string[]> => codesOf(await client.send(operation, { input }));
  const settled = (): Promise<void> => api.app.nest.get(EvenAnswers).settled();
  let count = 0;
  const person = () => ({ name: `Grace Hopper${++count}`, email: `grace${count}@ours.example`, tier: 'EMPLOYEE', departmentIds: [ours.departments.sales] });
  const invite = async (more: object = {}): Promise<{ id: string; version: number; email: string; token: string }> => {
    const { inviteUser: { user } } = await hr!.ask<{ inviteUser: { user: { id: string; version: number; email: string } } }>(INVITE, { input: { ...person(), ...more } });
    return { ...user, token: await lastToken(user.email) };
  };
  const lastToken = async (email: string): Promise<string> => {
    const mail = (await mailsTo(api, ours.id, email)).at(-1);
    if (!mail) throw new Error(`No mail to ${email}.`);
    return tokenIn(mail);
  };
  const client = async () => ours.addUser({ name: `Client Person${++count}`, roles: ['CLIENT_OWNER'], customerId: await ours.addCustomer(`Bakery ${count}`) });

  describe('an invitation', () => {
    it('is made by those who may create people, and mailed', async () => {
      const input = person();
      const refused = { ...callers(), wrongOrganization: agent! };
      const { inviteUser } = await expectFourCallers<{ inviteUser: { user: Record<string, unknown> } }>({ ...refused, operation: INVITE, variables: { input }, codes: { wrongOrganization: 'FORBIDDEN' } });
      expect(inviteUser.user).toMatchObject({ status: 'INVITED', email: input.email });
      expect(Date.parse(String(inviteUser.user['invitationExpiresAt'])) - Date.now()).toBeGreaterThan(6.9 * 86_400_000);
      const [mail] = await mailsTo(api, ours.id, input.email);
      expect(mail).toMatchObject({ kind: 'user.invitation', subject: 'Ours invites you', text: expect.stringContaining('The link works once, for 7 days.') as string });
      expect(mail?.text).toContain(`${api.config.publicUrl}/invitation#`);
      expect(mail?.text).toContain('hr has made an account for you at Ours.');
      expect((await hr!.send<{ inviteUser: { errors: object[] } }>(INVITE, { input })).data?.inviteUser.errors).toMatchObject([{ code: 'DUPLICATE' }]);
    });

    it('gives no role that its sender may not give', async () => {
      const { email } = person();
      expect(await errorsOf(hr!, INVITE, { ...person(), email, roles: [{ roleId: role }] })).toEqual(['FORBIDDEN']);
      expect(await mailsTo(api, ours.id, email)).toEqual([]);
    });

    it('says whom it is for, and lets them in with a password of their own, once', async () => {
      const { email, token, id } = await invite();
      const look = { data: { invitation: { organizationName: 'Ours', email } } };
      expect(await stranger().send(LOOK, { token })).toMatchObject(look);
      expect(await stranger().send(LOOK, { token })).toMatchObject(look);
      const browser = stranger();
      expect(await errorsOf(browser, ACCEPT, { token, password: 'short' })).toEqual(['VALIDATION_FAILED']);
      expect(await browser.ask(ACCEPT, { input: { token, password: PASSWORD } })).toEqual({ acceptInvitation: { viewer: { email, tier: 'EMPLOYEE' }, challenge: null, errors: [] } });
      expect(await browser.ask('{ viewer { id } }')).toEqual({ viewer: { id } });
      expect(await errorsOf(stranger(), ACCEPT, { token, password: `${PASSWORD} two` })).toEqual(['PRECONDITION_FAILED']);
      expect(await signInAs(api, email, PASSWORD)).toBeDefined();
      expect((await owner.query(`SELECT kind FROM event WHERE subject_id = $1 AND kind LIKE 'user.invit%' ORDER BY kind`, [id])).rows).toEqual([{ kind: 'user.invitationAccepted' }, { kind: 'user.invited' }]);
    });

    it('has one winner when it is accepted twice at once', async () => {
      const { token } = await invite();
      const outcomes = await Promise.all(['one', 'two', 'three'].map((word) => errorsOf(stranger(), ACCEPT, { token, password: `${PASSWORD} ${word}` })));
      expect(outcomes.filter((codes) => codes.length === 0)).toHaveLength(1);
    });

    it('is sent again with a new link, and the earlier one ends', async () => {
      const { id, email, token } = await invite();
      await expectFourCallers({ ...callers(), operation: RESEND, variables: { input: { id } } });
      const again = await lastToken(email);
      expect((await stranger().send(LOOK, { token })).errors[0]?.extensions.code).toBe('PRECONDITION_FAILED');
      expect((await stranger().send(LOOK, { token: again })).data).toMatchObject({ invitation: { email } });
      await stranger().ask(ACCEPT, { input: { token: again, password: PASSWORD } });
      expect(await errorsOf(hr!, RESEND, { id })).toEqual(['ILLEGAL_TRANSITION']);
    });

    it('is withdrawn for good', async () => {
      const { id, version, token } = await invite();
      const answer = await expectFourCallers({ ...callers(), operation: WITHDRAW, variables: { input: { id, version } } });
      expect(answer).toEqual({ withdrawInvitation: { user: { id, status: 'INACTIVE', invitationExpiresAt: null }, errors: [] } });
      expect(await errorsOf(stranger(), ACCEPT, { token, password: PASSWORD })).toEqual(['PRECONDITION_FAILED']);
      expect(await errorsOf(hr!, WITHDRAW, { id, version: version + 1 })).toEqual(['ILLEGAL_TRANSITION']);
    });

    it('expires after its week', async () => {
      const { id, token } = await invite();
      await owner.query(`UPDATE one_time_link SET expires_at = now() - interval '1 second' WHERE user_id = $1`, [id]);
      expect(await errorsOf(stranger(), ACCEPT, { token, password: PASSWORD })).toEqual(['PRECONDITION_FAILED']);
    });

    it('of an administrator is touched by administrators only', async () => {
      const admin = await ours.addUser({ name: `Admin Invited${++count}`, roles: ['ADMIN'] });
      await owner.query(`UPDATE user_account SET status = 'INVITED' WHERE id = $1`, [admin.id]);
      const { rows: [row] } = await owner.query<{ version: number }>('SELECT version FROM user_account WHERE id = $1', [admin.id]);
      expect(await errorsOf(hr!, RESEND, { id: admin.id })).toEqual(['FORBIDDEN']);
      expect(await errorsOf(hr!, WITHDRAW, { id: admin.id, version: row?.version })).toEqual(['FORBIDDEN']);
    });

    it('is no link for anything else, and no other link is an invitation', async () => {
      const { token } = await invite();
      expect(await errorsOf(stranger(), WITH_LINK, { token })).toEqual(['PRECONDITION_FAILED']);
      expect(await errorsOf(stranger(), 'mutation ($input: ResetPasswordInput!) { resetPassword(input: $input) { errors { code } } }', { token, password: PASSWORD })).toEqual(['PRECONDITION_FAILED']);
      for (const wrong of ['x', `${token}x`, token.toLowerCase(), 'x'.repeat(43)]) expect(await errorsOf(stranger(), ACCEPT, { token: wrong, password: PASSWORD })).toEqual(['PRECONDITION_FAILED']);
    });

    it('lets nobody search for tokens', async () => {
      await owner.query('DELETE FROM request_throttle');
      const codes = new Set<string>();
      for (let tries = 0; tries < 101; tries++) codes.add((await stranger().send(LOOK, { token: `guess-${tries}` })).errors[0]?.extensions.code ?? 'let in');
      expect([...codes]).toEqual(['PRECONDITION_FAILED', 'RATE_LIMITED']);
      await owner.query('DELETE FROM request_throttle');
    });
  });

  describe('a sign-in link', () => {
    it('lets a client in, once', async () => {
      const { email } = await client();
      expect(await errorsOf(stranger(), LINK, { email: ` ${email.toUpperCase()} ` })).toEqual([]);
      await settled();
      expect((await mailsTo(api, ours.id, email))[0]).toMatchObject({ kind: 'user.signInLink', subject: 'Your sign-in link for Ours', text: expect.stringContaining('The link works once, for 15 minutes.') as string });
      const token = await lastToken(email);
      const browser = stranger();
      expect(await browser.ask(WITH_LINK, { input: { token } })).toEqual({ signInWithLink: { viewer: { email, tier: 'CLIENT' }, errors: [] } });
      expect(await errorsOf(stranger(), WITH_LINK, { token })).toEqual(['PRECONDITION_FAILED']);
      expect(browser.cookie('tl_access')).toBeDefined();
    });

    it('has one winner when it is used many times at once', async () => {
      const { email } = await client();
      await errorsOf(stranger(), LINK, { email });
      await settled();
      const token = await lastToken(email);
      const outcomes = await Promise.all(Array.from({ length: 10 }, () => errorsOf(stranger(), WITH_LINK, { token })));
      expect(outcomes.filter((codes) => codes.length === 0)).toHaveLength(1);
    });

    it('is for clients only; everybody is answered alike', async () => {
      for (const email of [ours.users.SALES_AGENT.email, ours.users.ADMIN.email, 'nobody@nowhere.example']) {
        expect(await errorsOf(stranger(), LINK, { email })).toEqual([]);
        await settled();
        expect(await mailsTo(api, ours.id, email)).toEqual([]);
      }
    });

    it('expires, and does not work for who has left', async () => {
      for (const sql of [`UPDATE one_time_link SET expires_at = now() - interval '1 second' WHERE user_id = $1`, `UPDATE user_account SET status = 'INACTIVE' WHERE id = $1`]) {
        const { id, email } = await client();
        await errorsOf(stranger(), LINK, { email });
        await settled();
        const token = await lastToken(email);
        await owner.query(sql, [id]);
        expect(await errorsOf(stranger(), WITH_LINK, { token })).toEqual(['PRECONDITION_FAILED']);
      }
    });
  });

  describe('registration', () => {
    const register = async (more: object = {}): Promise<{ email: string; codes: string[] }> => {
      const input = { organization: ours.slug, name: 'Rosalind Franklin', email: `rosalind${++count}@elsewhere.example`, ...more };
      const codes = await errorsOf(stranger(), REGISTER, input);
      await settled();
      return { email: input.email, codes };
    };
    const open = (): Promise<unknown> => owner.query('UPDATE security_policy SET self_registration = true WHERE organization_id = $1; ', [ours.id]);

    it('is off unless the organization switches it on', async () => {
      const { email, codes } = await register();
      expect(codes).toEqual(['PRECONDITION_FAILED']);
      expect((await register({ organization: 'no-such-organization' })).codes).toEqual(['PRECONDITION_FAILED']);
      expect((await owner.query('SELECT 1 FROM user_account WHERE email = $1', [email])).rows).toEqual([]);
    });

    it('makes an account of the lowest role once the mailed link is confirmed', async () => {
      await open();
      await owner.query('UPDATE organization SET access_version = access_version + 1 WHERE id = $1', [ours.id]);
      const { email, codes } = await register();
      expect(codes).toEqual([]);
      expect((await mailsTo(api, ours.id, email))[0]).toMatchObject({ kind: 'user.registration', subject: 'Confirm your account at Ours' });
      expect(await errorsOf(stranger(), 'mutation ($input: SignInInput!) { signIn(input: $input) { errors { code } } }', { email, password: PASSWORD })).toEqual(['UNAUTHENTICATED']);
      await stranger().ask(ACCEPT, { input: { token: await lastToken(email), password: PASSWORD } });
      const browser = await signInAs(api, email, PASSWORD);
      expect(await browser.ask('{ viewer { tier roles { key } departments { id } } }')).toEqual({ viewer: { tier: 'EMPLOYEE', roles: [{ key: 'TEAM_MEMBER' }], departments: [] } });
      for (const list of ['leads', 'deals']) expect((await browser.send(`{ ${list} { nodes { id } } }`)).errors[0]?.extensions.code).toBe('FORBIDDEN');
      expect(await browser.ask('{ tasks { totalCount } projects { totalCount } }')).toEqual({ tasks: { totalCount: 0 }, projects: { totalCount: 0 } });
    });

    it('says the same to an address that has an account, and changes nothing of it', async () => {
      const { email, id } = ours.users.SALES_CLOSER;
      expect((await register({ email })).codes).toEqual([]);
      expect(await mailsTo(api, ours.id, email)).toEqual([]);
      expect((await owner.query('SELECT name, status FROM user_account WHERE id = $1', [id])).rows).toEqual([{ name: 'sales closer', status: 'ACTIVE' }]);
      expect((await register({ email: theirs.users.HR.email })).codes).toEqual([]);
    });

    it('refuses bad input by name', async () => {
      expect((await register({ email: 'nonsense' })).codes).toEqual(['VALIDATION_FAILED']);
      expect((await register({ name: '  ' })).codes).toEqual(['VALIDATION_FAILED']);
    });
  });

  describe('sign-up of organizations', () => {
    const SIGN_UP = 'mutation ($input: SignUpInput!) { signUp(input: $input) { errors { code message path } } }';
    const organizations = async (): Promise<string[]> => (await owner.query<{ slug: string }>('SELECT slug FROM organization ORDER BY created_at, slug')).rows.map(({ slug }) => slug);
    const open = (settings: object): Promise<TestApi> => bootApi({ database: api.database, settings: { publicSignUp: true, ...settings } });
    const founder = (): { organization: string; name: string; email: string } => ({ organization: 'Café Ämter & Co.', name: 'Fay Founder', email: `fay${++count}@founders.example` });

    it('is off unless the operator switches it on: for strangers and for whoever is signed in, of any organization', async () => {
      const before = await organizations();
      const callers = [stranger(), await signInAs(api, ours.users.ADMIN.email), await signInAs(api, ours.users.TEAM_MEMBER.email), await signInAs(api, theirs.users.SUPERADMIN.email)];
      for (const caller of callers) expect(await errorsOf(caller, SIGN_UP, founder())).toEqual(['PRECONDITION_FAILED']);
      expect(await callers[0]!.ask('{ signInLook { mayFound } }')).toEqual({ signInLook: { mayFound: false } });
      expect(await organizations()).toEqual(before);
    });

    it('makes an organization with its superadmin, who gets in by the mailed link; known addresses get the same answer and nothing else', async () => {
      const second = await open({});
      try {
        const done = (): Promise<void> => second.app.nest.get(EvenAnswers, { strict: false }).settled();
        const before = await organizations();
        const browser = new ApiClient(second.url);
        const { email } = founder();
        for (const input of [{ ...founder(), email }, { ...founder(), email }, { ...founder(), email: ours.users.HR.email }]) {
          expect(await errorsOf(browser, SIGN_UP, input)).toEqual([]);
          await done();
        }
        const made = (await organizations()).filter((slug) => !before.includes(slug));
        expect(made).toEqual(['cafe-amter-co']);
        const { rows: [organization] } = await owner.query<{ id: string; roles: number }>('SELECT o.id, (SELECT count(*)::int FROM role r WHERE r.organization_id = o.id) AS roles FROM organization o WHERE slug = $1', made);
        expect(organization!.roles).toBeGreaterThan(10);
        const [mail] = await mailsTo(second, organization!.id, email);
        expect(mail).toMatchObject({ kind: 'user.invitation', subject: 'Café Ämter & Co. invites you' });
        const { rows: [user] } = await owner.query('SELECT u.tier, u.status, r.key FROM user_account u JOIN user_role ur ON ur.user_id = u.id JOIN role r ON r.id = ur.role_id WHERE u.email = $1', [email]);
        expect(user).toEqual({ tier: 'ADMIN', status: 'INVITED', key: 'SUPERADMIN' });
        const another = founder();
        expect(await errorsOf(browser, SIGN_UP, another)).toEqual([]);
        await done();
        expect((await organizations()).filter((slug) => /^cafe-amter-co-[0-9a-f]{5}$/.test(slug))).toHaveLength(1);
        for (const wrong of [{ organization: ' ' }, { name: ' ' }, { email: 'nonsense' }]) expect(await errorsOf(browser, SIGN_UP, { ...founder(), ...wrong })).toEqual(['VALIDATION_FAILED']);
      } finally {
        await second.close();
      }
    });

    it('is asked so often only from one place', async () => {
      const second = await open({ trustedProxyHops: 1 });
      try {
        const browser = Object.assign(new ApiClient(second.url), { address: '198.51.100.77' });
        const outcomes: string[] = [];
        for (let time = 0; time < 6; time += 1) outcomes.push((await errorsOf(browser, SIGN_UP, founder())).join());
        expect(outcomes).toEqual(['', '', '', '', '', 'RATE_LIMITED']);
        await second.app.nest.get(EvenAnswers, { strict: false }).settled();
      } finally {
        await second.close();
      }
    });
  });

  it('leave no trace of password, token or mail in the log or the events', async () => {
    const { rows } = await owner.query<{ text: string }>('SELECT to_jsonb(e)::text || coalesce(to_jsonb(d)::text, \'\') AS text FROM event e LEFT JOIN event_detail d ON d.event_id = e.id');
    const written = [api.log(), ...rows.map(({ text }) => text)].join('\n');
    expect(rows.length).toBeGreaterThan(20);
    for (const secret of ['canary', '/invitation#', '/sign-in/link#', 'has made an account for you']) expect(written).not.toContain(secret);
  });
});

describe('the first administrator', () => {
  let api: TestApi;
  beforeAll(async () => (api = await bootApi({ settings: { embedded: true, mail: null } })));
  afterAll(() => api?.close());

  it('is invited by the operator, once, and owes a second factor before anything', async () => {
    const owner = new Client({ connectionString: api.database.ownerUrl });
    await owner.connect();
    const { id } = await createOrganization({ query: async (sql, parameters) => (await owner.query(sql, parameters)).rows }, { name: 'New Agency', slug: 'new-agency' });
    const service = api.app.nest.get(FirstAdminService, { strict: false });
    const outcomes = await Promise.allSettled(['one', 'two'].map((name) => service.invite(id, { name: `Founder ${name}`, email: `${name}@new.example` })));
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const invited = outcomes.find((outcome) => outcome.status === 'fulfilled');
    const token = invited?.value.split('#')[1];
    const answer = await new ApiClient(api.url).ask(ACCEPT, { input: { token, password: PASSWORD } });
    expect(answer).toEqual({ acceptInvitation: { viewer: null, challenge: { kind: 'ENROL' }, errors: [] } });
    expect((await owner.query(`SELECT r.key, u.tier, u.status FROM user_account u JOIN user_role ur ON ur.user_id = u.id JOIN role r ON r.id = ur.role_id WHERE u.organization_id = $1`, [id])).rows)
      .toEqual([{ key: 'SUPERADMIN', tier: 'ADMIN', status: 'ACTIVE' }]);
    await owner.end();
  });
});
