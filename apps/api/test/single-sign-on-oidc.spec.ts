import { generateKeyPairSync } from 'node:crypto';
import { seedOrganization, testCode, type TestOrganization } from '@throughline/testing';
import { ApiClient, bootApi, codesOf, expectFourCallers, signInAs, type TestApi } from '@throughline/testing/api';
import { Client } from 'pg';
import { Browser } from './support/browser.js';
import type { Answer } from './support/client.js';
import { idToken, OIDC_CLIENT, OidcTestProvider } from './support/oidc-provider.js';

const FIELDS = 'id version kind name issuer clientId hasClientSecret emailDomains tiers trustsSecondFactor active provisionRole { id }';
const CREATE = `mutation ($input: CreateSignInProviderInput!) { createSignInProvider(input: $input) { signInProvider { ${FIELDS} } errors { code path message } } }`;
const UPDATE = `mutation ($input: UpdateSignInProviderInput!) { updateSignInProvider(input: $input) { signInProvider { ${FIELDS} } errors { code path message } } }`;
const DELETE = 'mutation ($input: DeleteSignInProviderInput!) { deleteSignInProvider(input: $input) { id errors { code path } } }';
const LIST = `{ signInProviders { totalCount nodes { ${FIELDS} } } }`;
const OPTIONS = 'query ($email: String, $organization: String) { signInOptions(email: $email, organization: $organization) { id kind name startAddress } }';
const CONFIRM = 'mutation ($input: ConfirmSignInInput!) { confirmSignIn(input: $input) { viewer { id } errors { code } } }';

interface ProviderShape { id: string; version: number }

describe('single sign-on by OpenID Connect', () => {
  let api: TestApi;
  let owner: Client;
  let ours: TestOrganization;
  let theirs: TestOrganization;
  let admin: ApiClient;
  let agent: ApiClient;
  let stranger: ApiClient;
  let idp: OidcTestProvider;
  let provider: ProviderShape;

  beforeAll(async () => {
    idp = await OidcTestProvider.start();
    api = await bootApi({ settings: { allowedPrivateHosts: ['localhost'] } });
    owner = new Client({ connectionString: api.database.ownerUrl });
    await owner.connect();
    [ours, theirs] = [await seedOrganization(api.database, 'Ours'), await seedOrganization(api.database, 'Theirs')];
    [admin, agent, stranger] = [await signInAs(api, ours.users.ADMIN.email), await signInAs(api, ours.users.SALES_AGENT.email), await signInAs(api, theirs.users.ADMIN.email)];
    provider = await create({ tiers: ['EMPLOYEE', 'ADMIN'] });
    idp.register([`${api.config.publicUrl}/api/v1/sign-in/oidc/${provider.id}/callback`]);
  });
  afterAll(async () => {
    await idp?.close();
    await owner?.end();
    await api?.close();
  });
  beforeEach(() => {
    idp.accounts = {};
    idp.forge = null;
  });

  const facts = (more: object = {}): object => ({ kind: 'OIDC', name: `Provider ${Math.random()}`, issuer: idp.issuer, ...OIDC_CLIENT, ...more });
  const create = async (more: object = {}): Promise<ProviderShape> => (await admin.ask<{ createSignInProvider: { signInProvider: ProviderShape } }>(CREATE, { input: facts(more) })).createSignInProvider.signInProvider;
  const change = async (more: object): Promise<void> => {
    const { updateSignInProvider } = await admin.ask<{ updateSignInProvider: { signInProvider: ProviderShape } }>(UPDATE, { input: { id: provider.id, version: provider.version, ...more } });
    provider = updateSignInProvider.signInProvider;
  };
  const here = (address: string): string => address.replace(api.config.publicUrl, api.url);
  const to = ({ headers }: Answer): string => headers.location ?? '';
  const start = async (browser: Browser, next = ''): Promise<string> => to(await browser.go(`${api.url}/api/v1/sign-in/oidc/${provider.id}/start${next}`));
  /** Goes through the provider's pages to the address it sends the browser back to. */
  const throughProvider = async (browser: Browser, address: string): Promise<string> => {
    let at = address;
    while (at.startsWith(idp.issuer)) at = new URL(to(await browser.go(at)), at).href;
    return here(at);
  };
  const signOn = async (sub: string, browser = new Browser(), next = ''): Promise<string> => {
    idp.signedIn = sub;
    return to(await browser.go(await throughProvider(browser, await start(browser, next))));
  };
  const viewerOf = async (browser: Browser): Promise<unknown> => {
    const answer = await browser.go(`${api.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query: '{ viewer { id } }' }) });
    return (answer.json.data?.['viewer'] as { id: string } | null)?.id;
  };
  const described = (email: string, more: object = {}): object => ({ email, email_verified: true, name: 'Somebody', ...more });

  it('signs somebody in whose verified address has an account, and knows them by their subject from then on', async () => {
    const { id, email } = ours.users.SALES_AGENT;
    idp.accounts['agent'] = described(email.toUpperCase());
    const browser = new Browser();
    expect(await signOn('agent', browser, '?next=/leads%3Fview%3Dmine')).toBe('/leads?view=mine');
    expect(await viewerOf(browser)).toBe(id);
    expect(browser.names(api.url)).toEqual(['tl_access', 'tl_device', 'tl_refresh']);
    idp.accounts['agent'] = { email: 'new@elsewhere.example', email_verified: false };
    const again = new Browser();
    expect(await signOn('agent', again)).toBe('/');
    expect(await viewerOf(again)).toBe(id);
    const { rows } = await owner.query<{ method: string }>('SELECT DISTINCT method FROM session WHERE user_id = $1 AND method <> \'PASSWORD\'', [id]);
    expect(rows).toEqual([{ method: 'OIDC' }]);
    const events = await owner.query<{ kind: string }>('SELECT kind FROM event WHERE subject_id = $1 AND kind IN (\'user.identityLinked\', \'user.signedIn\') ORDER BY id', [id]);
    expect(events.rows.map(({ kind }) => kind).filter((kind) => kind === 'user.identityLinked')).toHaveLength(1);
  });

  it('sends nobody to another site afterwards', async () => {
    idp.accounts['agent'] = {};
    for (const next of ['//evil.example', 'https://evil.example', '/\\evil.example', 'javascript:alert(1)']) expect(await signOn('agent', new Browser(), `?next=${encodeURIComponent(next)}`)).toBe('/');
  });

  it('lets nobody in whose address is not verified, unknown, of somebody else, of another tier, organization or domain, or inactive', async () => {
    const problem = async (sub: string, account: object): Promise<string> => {
      idp.accounts[sub] = account;
      return signOn(sub);
    };
    const client = await ours.addUser({ name: 'Client', roles: ['CLIENT_OWNER'], customerId: await ours.addCustomer() });
    const left = await ours.addUser({ name: 'Left', roles: ['SALES_AGENT'] });
    await owner.query(`UPDATE user_account SET status = 'INACTIVE' WHERE id = $1`, [left.id]);
    const { email } = ours.users.SALES_MANAGER;
    expect(await problem('a', described(email, { email_verified: false }))).toBe('/sign-in?problem=EMAIL_NOT_VERIFIED');
    expect(await problem('b', {})).toBe('/sign-in?problem=EMAIL_NOT_VERIFIED');
    expect(await problem('c', described('nobody@ours.test'))).toBe('/sign-in?problem=NO_ACCOUNT');
    expect(await problem('d', described(theirs.users.SALES_AGENT.email))).toBe('/sign-in?problem=NO_ACCOUNT');
    expect(await problem('e', described(client.email))).toBe('/sign-in?problem=NOT_ALLOWED');
    expect(await problem('f', described(left.email))).toBe('/sign-in?problem=NO_ACCOUNT');
    // The address was given to somebody else at the provider: the account belongs to the subject that came first.
    expect(await problem('g', described(email))).toBe('/');
    expect(await problem('h', described(email))).toBe('/sign-in?problem=NO_ACCOUNT');
    await change({ emailDomains: ['elsewhere.example'] });
    expect(await problem('i', described(ours.users.HR.email))).toBe('/sign-in?problem=NOT_ALLOWED');
    await change({ emailDomains: [] });
    await owner.query(`UPDATE user_account SET status = 'INACTIVE' WHERE id = $1`, [ours.users.SALES_MANAGER.id]);
    expect(await signOn('g')).toBe('/sign-in?problem=NO_ACCOUNT');
    await owner.query(`UPDATE user_account SET status = 'ACTIVE' WHERE id = $1`, [ours.users.SALES_MANAGER.id]);
  });

  it('still asks an administrator for a code, unless a trusted provider says that a second factor was given', async () => {
    const { id, email } = await ours.addUser({ name: 'Bo Boss', roles: ['ADMIN'] });
    idp.accounts['boss'] = described(email, { amr: ['pwd', 'otp'] });
    const browser = new Browser();
    const location = await signOn('boss', browser);
    const [, challenge] = /^\/sign-in#challenge=([\w-]{43})&kind=CODE$/.exec(location) ?? [];
    expect(challenge).toBeDefined();
    expect(await viewerOf(browser)).toBeUndefined();
    const { confirmSignIn } = await new ApiClient(api.url).ask<{ confirmSignIn: { viewer: { id: string } } }>(CONFIRM, { input: { challenge, code: testCode() } });
    expect(confirmSignIn.viewer.id).toBe(id);
    await change({ trustsSecondFactor: true });
    const trusted = new Browser();
    expect(await signOn('boss', trusted)).toBe('/');
    expect(await viewerOf(trusted)).toBe(id);
    idp.accounts['boss'] = described(email, { amr: ['pwd'] });
    expect(await signOn('boss')).toContain('/sign-in#challenge=');
    await change({ trustsSecondFactor: false });
  });

  it('lets the superadmin in only where nobody but they set it up: whoever says who somebody is could be them', async () => {
    const { id, email } = ours.users.SUPERADMIN;
    idp.accounts['superadmin'] = described(email, { amr: ['pwd', 'otp'] });
    expect(await signOn('superadmin')).toBe('/sign-in?problem=NOT_ALLOWED');
    const superadmin = await signInAs(api, email);
    const own = (await superadmin.ask<{ createSignInProvider: { signInProvider: ProviderShape } }>(CREATE, { input: facts({ tiers: ['ADMIN'], trustsSecondFactor: true }) })).createSignInProvider.signInProvider;
    const before = provider;
    provider = own;
    idp.register([`${api.config.publicUrl}/api/v1/sign-in/oidc/${own.id}/callback`]);
    const browser = new Browser();
    expect(await signOn('superadmin', browser)).toBe('/');
    expect(await viewerOf(browser)).toBe(id);
    // Known by their subject or not: what somebody else has changed is not theirs any more.
    await change({ name: 'Changed by an administrator' });
    expect(await signOn('superadmin')).toBe('/sign-in?problem=NOT_ALLOWED');
    provider = before;
    idp.register([`${api.config.publicUrl}/api/v1/sign-in/oidc/${before.id}/callback`]);
  });

  it('takes an answer once, in the browser that began, with the state it began with', async () => {
    idp.signedIn = 'agent';
    idp.accounts['agent'] = {};
    const expired = '/sign-in?problem=EXPIRED';
    const browser = new Browser();
    const callback = await throughProvider(browser, await start(browser));
    expect(to(await new Browser().go(callback))).toBe(expired);
    expect(to(await browser.go(callback.replace(provider.id, ours.id)))).toBe(expired);
    expect(to(await browser.go(callback, { headers: { cookie: 'tl_sign_on=e30.AAAA' } }))).toBe(expired);
    const stolen = new Browser();
    await start(stolen);
    expect(to(await stolen.go(callback))).toBe('/sign-in?problem=NOT_PROVED');
    const cookies: string[] = [];
    const replayed = new Browser();
    const first = await replayed.go(`${api.url}/api/v1/sign-in/oidc/${provider.id}/start`);
    cookies.push(first.headers['set-cookie']![0]!.split(';')[0]!);
    const back = await throughProvider(replayed, to(first));
    expect(to(await new Browser().go(back, { headers: { cookie: cookies[0]! } }))).toBe('/');
    expect(to(await new Browser().go(back, { headers: { cookie: cookies[0]! } }))).toBe(expired);
    const refused = new Browser();
    const address = new URL(await start(refused));
    expect(to(await refused.go(`${api.url}/api/v1/sign-in/oidc/${provider.id}/callback?error=access_denied&state=${address.searchParams.get('state')}&iss=${encodeURIComponent(idp.issuer)}`))).toBe('/sign-in?problem=NOT_PROVED');
  });

  it('asks with PKCE, state and nonce', async () => {
    const { searchParams } = new URL(await start(new Browser()));
    expect(Object.fromEntries(searchParams)).toMatchObject({ response_type: 'code', code_challenge_method: 'S256', scope: 'openid email profile', client_id: 'throughline' });
    for (const name of ['state', 'nonce', 'code_challenge']) expect(searchParams.get(name)).toMatch(/^[\w-]{43}$/);
  });

  it('believes no ID token that is meant for another, signed by another, for another sign-in, or over', async () => {
    const other = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
    const claims = (nonce: string): Record<string, unknown> => ({ iss: idp.issuer, aud: 'throughline', sub: 'agent', nonce, email: 'agent@ours.test', email_verified: true });
    const forged = async (forge: (nonce: string) => string): Promise<string> => {
      idp.forge = forge;
      const browser = new Browser();
      const state = await start(browser);
      const nonce = new URL(state).searchParams.get('nonce')!;
      idp.forge = () => forge(nonce);
      const query = new URLSearchParams({ code: 'x', state: new URL(state).searchParams.get('state')!, iss: idp.issuer });
      return to(await browser.go(`${api.url}/api/v1/sign-in/oidc/${provider.id}/callback?${query}`));
    };
    const no = '/sign-in?problem=NOT_PROVED';
    expect(await forged((nonce) => idToken(idp.key, claims(nonce)))).toBe('/');
    expect(await forged((nonce) => idToken(idp.key, { ...claims(nonce), aud: 'another' }))).toBe(no);
    expect(await forged((nonce) => idToken(idp.key, { ...claims(nonce), iss: 'https://another.example' }))).toBe(no);
    expect(await forged(() => idToken(idp.key, claims('another')))).toBe(no);
    expect(await forged((nonce) => idToken(idp.key, { ...claims(nonce), exp: 1 }))).toBe(no);
    expect(await forged((nonce) => idToken(other, claims(nonce)))).toBe(no);
    expect(await forged((nonce) => idToken(other, claims(nonce), 'none'))).toBe(no);
    expect(await forged((nonce) => idToken(idp.key, claims(nonce)).replace(/\.[\w-]+\./, `.${Buffer.from(JSON.stringify({ ...claims(nonce), sub: 'boss', exp: 9e9, iat: 1 })).toString('base64url')}.`))).toBe(no);
  });

  it('is not there once the provider is switched off, and at addresses that are no provider', async () => {
    await change({ active: false });
    expect(await start(new Browser())).toBe('/sign-in?problem=UNAVAILABLE');
    await change({ active: true });
    for (const id of [ours.id, 'nonsense', '%00']) expect(to(await new Browser().go(`${api.url}/api/v1/sign-in/oidc/${id}/start`))).toBe('/sign-in?problem=UNAVAILABLE');
    expect(to(await new Browser().go(`${api.url}/api/v1/sign-in/saml/${provider.id}/start`))).toBe('/sign-in?problem=UNAVAILABLE');
  });

  it('asks no address inside that an operator has not named', async () => {
    const { id } = await create({ issuer: idp.issuer.replace('http://localhost', 'https://127.0.0.1') });
    expect(to(await new Browser().go(`${api.url}/api/v1/sign-in/oidc/${id}/start`))).toBe('/sign-in?problem=UNAVAILABLE');
    expect(api.log()).toContain('ALLOWED_PRIVATE_HOSTS');
  });

  it('makes accounts for people of its domains where it is set to, with the role that was chosen', async () => {
    idp.accounts['new'] = described('newcomer@fresh.example', { name: 'New Comer' });
    idp.accounts['other'] = described('other@stale.example');
    idp.accounts['taken'] = described('taken@fresh.example');
    expect(codesOf(await admin.send(UPDATE, { input: { id: provider.id, version: provider.version, provisionRoleId: ours.roles.SALES_AGENT, emailDomains: [] } }))).toEqual(['VALIDATION_FAILED']);
    expect(codesOf(await admin.send(UPDATE, { input: { id: provider.id, version: provider.version, provisionRoleId: ours.roles.ADMIN, emailDomains: ['fresh.example'] } }))).toEqual(['VALIDATION_FAILED']);
    await change({ provisionRoleId: ours.roles.SALES_AGENT, emailDomains: ['Fresh.example', '@fresh.example'] });
    const browser = new Browser();
    expect(await signOn('new', browser)).toBe('/');
    const { rows } = await owner.query('SELECT u.name, u.tier, u.status, u.organization_id, r.key FROM user_account u JOIN user_role ur ON ur.user_id = u.id JOIN role r ON r.id = ur.role_id WHERE u.email = $1', ['newcomer@fresh.example']);
    expect(rows).toEqual([{ name: 'New Comer', tier: 'EMPLOYEE', status: 'ACTIVE', organization_id: ours.id, key: 'SALES_AGENT' }]);
    expect(await signOn('other')).toBe('/sign-in?problem=NOT_ALLOWED');
    await owner.query('UPDATE user_account SET email = $2 WHERE id = $1', [theirs.users.ANALYST.id, 'taken@fresh.example']);
    expect(await signOn('taken')).toBe('/sign-in?problem=NO_ACCOUNT');
    await change({ provisionRoleId: null, emailDomains: [] });
  });

  it('is offered by e-mail domain or organization, by name and address only', async () => {
    await change({ emailDomains: ['ours.example'] });
    const client = new ApiClient(api.url);
    const asked = async (variables: object): Promise<unknown[]> => (await client.ask<{ signInOptions: unknown[] }>(OPTIONS, variables)).signInOptions;
    const option = { id: provider.id, kind: 'OIDC', name: expect.any(String) as string, startAddress: `/api/v1/sign-in/oidc/${provider.id}/start` };
    expect(await asked({ email: 'Anybody@OURS.example' })).toEqual([option]);
    expect(await asked({ organization: ours.slug })).toContainEqual(option);
    expect([await asked({ email: 'a@theirs.example' }), await asked({ organization: theirs.slug }), await asked({})]).toEqual([[], [], []]);
    await change({ emailDomains: [] });
  });

  it('is set up by administrators who have just proved who they are', async () => {
    const callers = { api, right: admin, wrongPerson: agent, wrongOrganization: stranger };
    const input = { ...facts({ name: 'Company', emailDomains: ['b.example', 'a.example'] }) };
    const { createSignInProvider } = await expectFourCallers<{ createSignInProvider: { signInProvider: ProviderShape } }>({ ...callers, operation: CREATE, variables: { input }, separately: ours.id });
    const { id } = createSignInProvider.signInProvider;
    expect(createSignInProvider.signInProvider).toEqual({
      id, version: 1, kind: 'OIDC', name: 'Company', issuer: idp.issuer, clientId: 'throughline', hasClientSecret: true, emailDomains: ['a.example', 'b.example'], tiers: ['EMPLOYEE'],
      trustsSecondFactor: false, active: true, provisionRole: null,
    });
    await expectFourCallers({ ...callers, operation: UPDATE, variables: { input: { id, version: 1, name: 'Firm', clientSecret: null } } });
    const { signInProviders } = await admin.ask<{ signInProviders: { nodes: ProviderShape[] } }>(LIST);
    expect(signInProviders.nodes.find((node) => node.id === id)).toMatchObject({ version: 2, name: 'Firm', hasClientSecret: false });
    expect(codesOf(await admin.send(UPDATE, { input: { id, version: 1, name: 'Late' } }))).toEqual(['CONFLICT']);
    await owner.query(`UPDATE session SET proved_at = now() - interval '11 minutes' WHERE user_id = $1`, [ours.users.ADMIN.id]);
    for (const [operation, given] of [[CREATE, facts()], [UPDATE, { id, version: 2, name: 'Late' }], [DELETE, { id, version: 2 }]] as const) expect(codesOf(await admin.send(operation, { input: given }))).toEqual(['PRECONDITION_FAILED']);
    await owner.query('UPDATE session SET proved_at = now() WHERE user_id = $1', [ours.users.ADMIN.id]);
    await expectFourCallers({ ...callers, operation: DELETE, variables: { input: { id, version: 2 } } });
    expect(codesOf(await agent.send(LIST))).toEqual(['FORBIDDEN']);
  });

  it.each([
    ['issuer', { issuer: 'provider.example' }], ['issuer', { issuer: 'ftp://provider.example' }], ['issuer', { issuer: 'https://me:pw@provider.example' }], ['clientId', { clientId: ' ' }],
    ['name', { name: ' ' }], ['emailDomains', { emailDomains: ['not a domain'] }], ['tiers', { tiers: [] }], ['signInAddress', { kind: 'SAML', signInAddress: 'x', certificates: ['x'], emailDomains: ['a.example'] }],
    ['certificates', { kind: 'SAML', signInAddress: 'https://a.example/', certificates: [], emailDomains: ['a.example'] }], ['certificates', { kind: 'SAML', signInAddress: 'https://a.example/', certificates: ['x'], emailDomains: ['a.example'] }],
  ])('says what is wrong with %s', async (path, more) => {
    const { data } = await admin.send<{ createSignInProvider: { errors: { code: string; path: string[] }[] } }>(CREATE, { input: facts(more) });
    expect(data?.createSignInProvider.errors.map((error) => [error.code, error.path[0]])).toEqual([['VALIDATION_FAILED', path]]);
  });

  it('keeps secrets sealed and out of logs and events', async () => {
    const { rows } = await owner.query<{ text: string }>(`SELECT (SELECT string_agg(p::text, '') FROM sign_in_provider p) || (SELECT string_agg(d.changes::text, '') FROM event_detail d) AS text`);
    expect([rows[0]!.text.includes(OIDC_CLIENT.clientSecret), rows[0]!.text.includes(Buffer.from(OIDC_CLIENT.clientSecret).toString('hex')), api.log().includes(OIDC_CLIENT.clientSecret)]).toEqual([false, false, false]);
  });
});
