import { X509Certificate } from 'node:crypto';
import { seedOrganization, type TestOrganization } from '@throughline/testing';
import { type ApiClient, bootApi, expectFourCallers, signInAs, type TestApi } from '@throughline/testing/api';
import { Client } from 'pg';
import { Browser } from './support/browser.js';
import { IDP_CERTIFICATE, IDP_KEY, OTHER_CERTIFICATE, OTHER_KEY } from './support/saml-keys.js';
import { type Assertion, type Encryption, SAML_ADDRESS, SAML_ISSUER, SamlTestProvider } from './support/saml-provider.js';

const FACTS = '{ signInProvider { id version requiresEncryption encryptionCertificate encryptionKeySince formerKeyUntil } errors { code path message } }';
const CREATE = `mutation ($input: CreateSignInProviderInput!) { createSignInProvider(input: $input) ${FACTS} }`;
const UPDATE = `mutation ($input: UpdateSignInProviderInput!) { updateSignInProvider(input: $input) ${FACTS} }`;
const ROTATE = `mutation ($input: RotateSignInProviderKeyInput!) { rotateSignInProviderKey(input: $input) ${FACTS} }`;
const NOT_PROVED = '/sign-in?problem=NOT_PROVED';
const XMLENC = 'http://www.w3.org/2001/04/xmlenc#';

interface Facts { id: string; version: number; requiresEncryption: boolean; encryptionCertificate: string | null; encryptionKeySince: string | null; formerKeyUntil: string | null }
type Payload = Record<string, { signInProvider: Facts | null; errors: { code: string; path: string[] }[] }>;

const body = (pem: string): string => pem.replace(/-----[A-Z ]+-----|\s/g, '');

describe('encrypted assertions', () => {
  let api: TestApi;
  let owner: Client;
  let ours: TestOrganization;
  let admin: ApiClient;
  let provider: Facts;
  let base: string;

  beforeAll(async () => {
    api = await bootApi();
    owner = new Client({ connectionString: api.database.ownerUrl });
    await owner.connect();
    ours = await seedOrganization(api.database, 'Ours');
    admin = await signInAs(api, ours.users.ADMIN.email);
    provider = await make({});
    base = `${api.url}/api/v1/sign-in/saml/${provider.id}`;
  });
  afterAll(async () => {
    await owner?.end();
    await api?.close();
  });

  const asked = async (document: string, input: object): Promise<Facts> => Object.values(await admin.ask<Payload>(document, { input }))[0]!.signInProvider!;
  const make = (more: object): Promise<Facts> => asked(CREATE, {
    kind: 'SAML', name: 'Company', issuer: SAML_ISSUER, signInAddress: SAML_ADDRESS, certificates: [IDP_CERTIFICATE], emailDomains: [`${ours.slug}.test`], ...more,
  });
  const demand = async (requiresEncryption: boolean): Promise<void> => void (provider = await asked(UPDATE, { id: provider.id, version: provider.version, requiresEncryption }));
  const rotate = async (acceptFormer: boolean): Promise<void> => void (provider = await asked(ROTATE, { id: provider.id, version: provider.version, acceptFormer }));
  const metadata = async (): Promise<string> => (await new Browser().go(`${base}/metadata`)).text;
  const idp = async (encryption: Encryption | null = {}, to = metadata(), key = IDP_KEY, certificate = IDP_CERTIFICATE): Promise<SamlTestProvider> => new SamlTestProvider(await to, key, certificate, encryption);
  /** Leaves for the provider and comes back with what it answers, as a browser does. @returns where that led and what was posted */
  const signOn = async (by: SamlTestProvider, more: Partial<Assertion> = {}, alter = (response: string): string => response): Promise<{ browser: Browser; location: string; sent: string }> => {
    const browser = new Browser();
    const { id, consumer, audience } = await by.read((await browser.go(`${base}/start`)).headers.location ?? '');
    const sent = alter(await by.answer({ recipient: consumer, audience, inResponseTo: id, subject: 'agent', email: ours.users.SALES_AGENT.email, ...more }));
    const headers = { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://idp.example', 'sec-fetch-site': 'cross-site' };
    const posted = (await new Browser().go(`${base}/assertion`, { method: 'POST', headers, body: new URLSearchParams({ SAMLResponse: sent }).toString() })).headers.location ?? '';
    return { browser, sent, location: posted.startsWith('/api/') ? ((await browser.go(`${api.url}${posted}`)).headers.location ?? '') : posted };
  };
  const viewerOf = async (browser: Browser): Promise<unknown> =>
    (await browser.go(`${api.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query: '{ viewer { id } }' }) })).json.data?.['viewer'];

  it('are asked for in the metadata by a certificate of ours, whose key lies sealed', async () => {
    const xml = await metadata();
    expect(xml).toContain('<KeyDescriptor use="encryption">');
    expect(xml.replace(/\s/g, '')).toContain(body(provider.encryptionCertificate!));
    const certificate = new X509Certificate(provider.encryptionCertificate!);
    expect([certificate.publicKey.asymmetricKeyType, certificate.publicKey.asymmetricKeyDetails?.modulusLength, certificate.verify(certificate.publicKey)]).toEqual(['rsa', 3072, true]);
    const { rows: [row] } = await owner.query<{ text: string; sealed: Buffer }>('SELECT k::text AS text, key_sealed AS sealed FROM sign_in_provider_key k WHERE provider_id = $1', [provider.id]);
    expect(row!.text).not.toContain('PRIVATE KEY');
    // What PKCS #8 in DER begins with.
    expect(row!.sealed.includes(Buffer.from('020100300d06092a864886f70d010101', 'hex'))).toBe(false);
    expect(await asked(CREATE, { kind: 'OIDC', name: 'Other', issuer: 'https://login.example', clientId: 'us', requiresEncryption: true })).toMatchObject({ requiresEncryption: false, encryptionCertificate: null });
  });

  it.each([
    ['as most providers do', {}], ['with AES-GCM', { data: 'http://www.w3.org/2009/xmlenc11#aes256-gcm' }],
  ])('sign somebody in, encrypted %s', async (_, encryption) => {
    const { browser, location, sent } = await signOn(await idp(encryption));
    const text = Buffer.from(sent, 'base64').toString();
    expect([text.includes('EncryptedAssertion'), text.includes(ours.users.SALES_AGENT.email)]).toEqual([true, false]);
    expect([location, await viewerOf(browser)]).toEqual(['/', { id: ours.users.SALES_AGENT.id }]);
  });

  it('may be left out, unless the provider is told to encrypt', async () => {
    expect((await signOn(await idp(null))).location).toBe('/');
    await demand(true);
    expect((await signOn(await idp(null))).location).toBe(NOT_PROVED);
    expect((await signOn(await idp())).location).toBe('/');
    await demand(false);
  });

  it('are refused when encrypted to another key, or in a way that gives secrets away', async () => {
    const foreign = (await metadata()).replace(/(<ds:X509Certificate>)[^<]*/, `$1${body(OTHER_CERTIFICATE)}`);
    expect((await signOn(await idp({}, Promise.resolve(foreign)))).location).toBe(NOT_PROVED);
    expect((await signOn(await idp({ key: `${XMLENC}rsa-1_5` }))).location).toBe(NOT_PROVED);
    expect((await signOn(await idp({ data: `${XMLENC}tripledes-cbc` }))).location).toBe(NOT_PROVED);
  });

  it('prove nothing by being encrypted: anybody can do that', async () => {
    expect((await signOn(await idp({}, metadata(), OTHER_KEY, OTHER_CERTIFICATE))).location).toBe(NOT_PROVED);
    expect((await signOn(await idp(), { audience: 'https://another.example' })).location).toBe(NOT_PROVED);
    // Beside an assertion that nobody encrypted, whichever is read.
    const beside = (response: string): string => Buffer.from(Buffer.from(response, 'base64').toString()
      .replace('</samlp:Response>', '<x><saml:Assertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="_b"/></x></samlp:Response>')).toString('base64');
    expect((await signOn(await idp(), {}, beside)).location).toBe(NOT_PROVED);
    const twice = (response: string): string => {
      const xml = Buffer.from(response, 'base64').toString();
      return Buffer.from(xml.replace('</samlp:Response>', `${/<saml:EncryptedAssertion[\s\S]*<\/saml:EncryptedAssertion>/.exec(xml)![0]}</samlp:Response>`)).toString('base64');
    };
    expect((await signOn(await idp(), {}, twice)).location).toBe(NOT_PROVED);
  });

  it('open with the key before as well once there is a new one, until it is given up', async () => {
    const before = await idp();
    const former = provider.encryptionCertificate;
    await rotate(true);
    expect(provider.encryptionCertificate).not.toBe(former);
    expect(Date.parse(provider.formerKeyUntil!)).toBeGreaterThan(Date.now() + 29 * 86_400_000);
    const now = await metadata();
    expect([now.replace(/\s/g, '').includes(body(former!)), now.match(/<KeyDescriptor/g)]).toEqual([false, ['<KeyDescriptor']]);
    expect([(await signOn(before)).location, (await signOn(await idp())).location]).toEqual(['/', '/']);
    await owner.query('UPDATE sign_in_provider_key SET accepted_until = now() WHERE provider_id = $1 AND accepted_until IS NOT NULL', [provider.id]);
    expect([(await signOn(before)).location, (await signOn(await idp())).location]).toEqual([NOT_PROVED, '/']);
    const second = await idp();
    await rotate(false);
    expect([provider.formerKeyUntil, (await signOn(second)).location, (await signOn(await idp())).location]).toEqual([null, NOT_PROVED, '/']);
    const { rows } = await owner.query('SELECT count(*)::int AS keys FROM sign_in_provider_key WHERE provider_id = $1', [provider.id]);
    expect(rows).toEqual([{ keys: 1 }]);
  });

  it('gives a provider from before its key when it is told to encrypt', async () => {
    await owner.query('DELETE FROM sign_in_provider_key WHERE provider_id = $1', [provider.id]);
    expect(await metadata()).not.toContain('KeyDescriptor');
    expect((await signOn(await idp(null))).location).toBe('/');
    await demand(true);
    expect((await signOn(await idp())).location).toBe('/');
    await demand(false);
  });

  it('has its key changed by those who may change providers, and nobody else', async () => {
    const theirs = await seedOrganization(api.database, 'Theirs');
    const [wrongPerson, wrongOrganization] = [await signInAs(api, ours.users.SALES_AGENT.email), await signInAs(api, theirs.users.ADMIN.email)];
    await expectFourCallers({ api, operation: ROTATE, variables: { input: { id: provider.id, version: provider.version } }, right: admin, wrongPerson, wrongOrganization });
  });
});
