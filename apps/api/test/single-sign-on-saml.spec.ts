import { seedOrganization, type TestOrganization } from '@throughline/testing';
import { type ApiClient, bootApi, signInAs, type TestApi } from '@throughline/testing/api';
import { Client } from 'pg';
import { Browser } from './support/browser.js';
import type { Answer } from './support/client.js';
import { IDP_CERTIFICATE, OTHER_CERTIFICATE, OTHER_KEY } from './support/saml-keys.js';
import { type Assertion, SAML_ADDRESS, SAML_ISSUER, SamlTestProvider } from './support/saml-provider.js';

const CREATE = 'mutation ($input: CreateSignInProviderInput!) { createSignInProvider(input: $input) { signInProvider { id version } errors { code path message } } }';
const UPDATE = 'mutation ($input: UpdateSignInProviderInput!) { updateSignInProvider(input: $input) { signInProvider { id version } errors { code path message } } }';
const NOT_PROVED = '/sign-in?problem=NOT_PROVED';
const EXPIRED = '/sign-in?problem=EXPIRED';
const MFA = 'https://refeds.org/profile/mfa';

interface Begun { browser: Browser; id: string; consumer: string; audience: string }

describe('single sign-on by SAML', () => {
  let api: TestApi;
  let owner: Client;
  let ours: TestOrganization;
  let admin: ApiClient;
  let provider: { id: string; version: number };
  let base: string;
  let idp: SamlTestProvider;

  beforeAll(async () => {
    api = await bootApi();
    owner = new Client({ connectionString: api.database.ownerUrl });
    await owner.connect();
    ours = await seedOrganization(api.database, 'Ours');
    admin = await signInAs(api, ours.users.ADMIN.email);
    const input = { kind: 'SAML', name: 'Company', issuer: SAML_ISSUER, signInAddress: SAML_ADDRESS, certificates: [IDP_CERTIFICATE], emailDomains: [`${ours.slug}.test`], tiers: ['EMPLOYEE', 'ADMIN'] };
    provider = (await admin.ask<{ createSignInProvider: { signInProvider: { id: string; version: number } } }>(CREATE, { input })).createSignInProvider.signInProvider;
    base = `${api.url}/api/v1/sign-in/saml/${provider.id}`;
    idp = new SamlTestProvider(await metadata());
  });
  afterAll(async () => {
    await owner?.end();
    await api?.close();
  });

  const metadata = async (): Promise<string> => (await new Browser().go(`${base}/metadata`)).text;
  const change = async (more: object): Promise<void> => {
    provider = (await admin.ask<{ updateSignInProvider: { signInProvider: { id: string; version: number } } }>(UPDATE, { input: { id: provider.id, version: provider.version, ...more } })).updateSignInProvider.signInProvider;
  };
  const to = ({ headers }: Answer): string => headers.location ?? '';
  const begin = async (): Promise<Begun> => {
    const browser = new Browser();
    const address = to(await browser.go(`${base}/start`));
    expect(address.startsWith(`${SAML_ADDRESS}?SAMLRequest=`)).toBe(true);
    return { browser, ...(await idp.read(address)) };
  };
  /** As browsers post from the identity provider's page: no cookies of ours, a foreign origin. */
  const post = async (response: string): Promise<string> => to(await new Browser().go(`${base}/assertion`, {
    method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://idp.example', 'sec-fetch-site': 'cross-site' }, body: new URLSearchParams({ SAMLResponse: response }).toString(),
  }));
  const answerTo = ({ id, consumer, audience }: Begun, more: Partial<Assertion> = {}, by = idp, responseTo?: string): Promise<string> =>
    by.answer({ recipient: consumer, audience, inResponseTo: id, subject: 'agent', email: ours.users.SALES_AGENT.email, ...more }, responseTo);
  const signOn = async (more: Partial<Assertion> = {}): Promise<{ browser: Browser; location: string }> => {
    const begun = await begin();
    const finish = await post(await answerTo(begun, more));
    return { browser: begun.browser, location: finish.startsWith('/api/') ? to(await begun.browser.go(`${api.url}${finish}`)) : finish };
  };
  const viewerOf = async (browser: Browser): Promise<unknown> => {
    const answer = await browser.go(`${api.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query: '{ viewer { id } }' }) });
    return (answer.json.data?.['viewer'] as { id: string } | null)?.id;
  };

  it('says in its metadata what an identity provider needs', async () => {
    const answer = await new Browser().go(`${base}/metadata`);
    expect([answer.status, answer.headers['content-type']]).toEqual([200, 'application/samlmetadata+xml; charset=utf-8']);
    expect(answer.text).toContain(`entityID="${api.config.publicUrl}/api/v1/sign-in/saml/${provider.id}/metadata"`);
    expect(answer.text).toContain(`Location="${api.config.publicUrl}/api/v1/sign-in/saml/${provider.id}/assertion"`);
    expect(answer.text).toContain('WantAssertionsSigned="true"');
    expect((await new Browser().go(`${api.url}/api/v1/sign-in/saml/${ours.id}/metadata`)).status).toBe(404);
  });

  it('is set up by what the identity provider publishes', async () => {
    const read = async (id: string): Promise<unknown> => (await owner.query('SELECT issuer, sign_in_address AS address, certificates FROM sign_in_provider WHERE id = $1', [id])).rows[0];
    const published = idp.metadata();
    const { createSignInProvider: { signInProvider: made } } = await admin.ask<{ createSignInProvider: { signInProvider: { id: string; version: number } } }>(CREATE, { input: { kind: 'SAML', name: 'Imported', metadata: published, emailDomains: ['imported.example'] } });
    expect(await read(made.id)).toEqual({ issuer: SAML_ISSUER, address: SAML_ADDRESS, certificates: [`${IDP_CERTIFICATE}\n`] });
    const refused = await admin.send<{ updateSignInProvider: { errors: object[] } }>(UPDATE, { input: { id: made.id, version: made.version, metadata: '<html/>' } });
    expect(refused.data?.updateSignInProvider.errors).toMatchObject([{ code: 'VALIDATION_FAILED', path: ['metadata'] }]);
  });

  it('signs somebody in by a signed assertion, and knows them by their subject from then on', async () => {
    const { browser, location } = await signOn();
    expect(location).toBe('/');
    expect(await viewerOf(browser)).toBe(ours.users.SALES_AGENT.id);
    const again = await signOn({ email: 'new@elsewhere.example' });
    expect([again.location, await viewerOf(again.browser)]).toEqual(['/', ours.users.SALES_AGENT.id]);
    expect((await signOn({ subject: 'other' })).location).toBe('/sign-in?problem=NO_ACCOUNT');
    expect((await signOn({ subject: 'third', email: 'a@elsewhere.example' })).location).toBe('/sign-in?problem=NOT_ALLOWED');
    const { rows } = await owner.query('SELECT count(*)::int AS n FROM session WHERE user_id = $1 AND method = \'SAML\'', [ours.users.SALES_AGENT.id]);
    expect(rows).toEqual([{ n: 2 }]);
  });

  it('believes no assertion that is unsigned, altered, signed by another, or for another', async () => {
    const begun = await begin();
    const honest = Buffer.from(await answerTo(begun), 'base64').toString();
    const altered = (change: (xml: string) => string): Promise<string> => post(Buffer.from(change(honest)).toString('base64'));
    expect(honest).toContain('<ds:Signature');
    expect(await altered((xml) => xml.replace(/<ds:Signature[\s\S]*<\/ds:Signature>/, ''))).toBe(NOT_PROVED);
    expect(await altered((xml) => xml.replace('>agent<', '>boss<'))).toBe(NOT_PROVED);
    // A second assertion, unsigned, before the signed one.
    expect(await altered((xml) => xml.replace('<saml:Assertion', `${/<saml:Assertion[\s\S]*<\/saml:Assertion>/.exec(xml)![0].replace('>agent<', '>boss<').replace(/ ID="[^"]*"/, ' ID="_forged"')}<saml:Assertion`))).toBe(NOT_PROVED);
    expect(await post(await answerTo(begun, {}, new SamlTestProvider(await metadata(), OTHER_KEY, OTHER_CERTIFICATE)))).toBe(NOT_PROVED);
    for (const wrong of [
      { audience: 'https://another.example' }, { issuer: 'https://another.example' }, { recipient: `${api.config.publicUrl}/elsewhere` },
      { notOnOrAfter: new Date(Date.now() - 120_000) }, { notBefore: new Date(Date.now() + 120_000) }, { inResponseTo: '_01a1fd8b-236d-786f-8574-29373d4c4377' }, { inResponseTo: '' },
    ]) expect([wrong, await post(await answerTo(begun, wrong, idp, begun.id))]).toEqual([wrong, NOT_PROVED]);
    for (const nonsense of ['', 'x', Buffer.from('<a/>').toString('base64'), Buffer.from('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>').toString('base64')]) expect(await post(nonsense)).toBe(NOT_PROVED);
    expect(await post(Buffer.from(honest).toString('base64'))).toContain('/finish?token=');
  });

  it('takes an assertion once, whatever the unsigned response around it says', async () => {
    const [begun, other] = [await begin(), await begin()];
    const response = await answerTo(begun);
    expect(await post(response)).toContain('/finish?token=');
    expect(await post(response)).toBe(NOT_PROVED);
    const moved = Buffer.from(response, 'base64').toString().replace(`InResponseTo="${begun.id}"`, `InResponseTo="${other.id}"`);
    expect(await post(Buffer.from(moved).toString('base64'))).toBe(NOT_PROVED);
    const id = '_the-same-assertion';
    expect(await post(await answerTo(await begin(), { assertionId: id }))).toContain('/finish?token=');
    expect(await post(await answerTo(await begin(), { assertionId: id }))).toBe(EXPIRED);
  });

  it('opens the session in the browser that began and nowhere else, once', async () => {
    const [begun, other] = [await begin(), await begin()];
    const finish = `${api.url}${await post(await answerTo(begun))}`;
    expect(to(await new Browser().go(finish))).toBe(EXPIRED);
    expect(to(await other.browser.go(finish))).toBe(EXPIRED);
    expect(to(await begun.browser.go(finish.replace(/token=.*/, 'token=x')))).toBe(EXPIRED);
    const cookie = (await new Browser().go(`${base}/start`)).headers['set-cookie']![0]!.split(';')[0]!;
    expect(to(await new Browser().go(finish, { headers: { cookie } }))).toBe(EXPIRED);
    expect(to(await begun.browser.go(finish))).toBe('/');
    expect(to(await begun.browser.go(finish))).toBe(EXPIRED);
  });

  it('still asks an administrator for a code, unless a trusted provider says that a second factor was given', async () => {
    const boss = { subject: 'boss', email: ours.users.ADMIN.email };
    expect((await signOn({ ...boss, context: MFA })).location).toContain('/sign-in#challenge=');
    await change({ trustsSecondFactor: true });
    const { browser, location } = await signOn({ ...boss, context: MFA });
    expect([location, await viewerOf(browser)]).toEqual(['/', ours.users.ADMIN.id]);
    expect((await signOn(boss)).location).toContain('/sign-in#challenge=');
  });

  it('lets nobody in who is inactive, or once the provider is switched off', async () => {
    await signOn({ subject: 'left', email: ours.users.ANALYST.email });
    await owner.query(`UPDATE user_account SET status = 'INACTIVE' WHERE id = $1`, [ours.users.ANALYST.id]);
    expect((await signOn({ subject: 'left' })).location).toBe('/sign-in?problem=NO_ACCOUNT');
    const begun = await begin();
    const response = await answerTo(begun);
    await change({ active: false });
    expect(await post(response)).toBe('/sign-in?problem=UNAVAILABLE');
    await change({ active: true });
  });

  it('takes posts of other sites at this one address only', async () => {
    const answer = await new Browser().go(`${api.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', origin: 'https://idp.example' }, body: '{}' });
    const beside = await new Browser().go(`${base}/start`, { method: 'POST', headers: { origin: 'https://idp.example' } });
    expect([answer.status, beside.status]).toEqual([403, 403]);
  });
});
