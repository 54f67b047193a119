import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { forgetUsedCodes, seedOrganization, TEST_PASSWORD, testCode, type TestOrganization, type TestUser } from '@throughline/testing';
import { ApiClient, bootApi, codesOf, expectFourCallers, type GraphqlAnswer, signInAs, type TestApi } from '@throughline/testing/api';
import { Client } from 'pg';
import { signInFeatures } from './support/sign-in-features.js';

const SIGN_IN = 'mutation ($input: SignInInput!) { signIn(input: $input) { viewer { id } errors { code } } }';
const REFRESH = 'mutation ($input: RefreshSessionInput) { refreshSession(input: $input) { errors { code } } }';
const LIST = '{ registeredDevices { id version userId userName name kind status createdAt lastUsedAt } }';
const DECIDE = 'mutation ($input: DecideDeviceInput!) { decideDevice(input: $input) { device { version status } errors { code } } }';
const VIEWER = '{ viewer { id } }';

interface Device { id: string; version: number; status: string; name: string }
interface Proof { publicKey: string; challenge: string; signature: string; name?: string }

describe('registered devices', () => {
  let api: TestApi;
  let owner: Client;
  let agency: TestOrganization;
  let user: TestUser;
  let admin: ApiClient;

  beforeAll(async () => {
    api = await bootApi({ features: signInFeatures, settings: { trustedProxyHops: 1, certificateHeader: 'x-client-certificate' } });
    owner = new Client({ connectionString: api.database.ownerUrl });
    await owner.connect();
  });
  afterAll(async () => {
    await owner?.end();
    await api?.close();
  });
  beforeEach(async () => {
    agency = await seedOrganization(api.database);
    user = agency.users.SALES_AGENT;
    admin = await signInAs(api, agency.users.ADMIN.email);
    await owner.query('UPDATE security_policy SET registered_devices_required = true WHERE id = $1', [agency.id]);
  });

  const newKey = (): { publicKey: KeyObject; privateKey: KeyObject } => generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const challenge = async (): Promise<string> => (await new ApiClient(api.url).ask<{ deviceChallenge: string }>('{ deviceChallenge }')).deviceChallenge;
  const answerTo = (key: ReturnType<typeof newKey>, asked: string, name = 'Desk'): Proof => ({
    publicKey: JSON.stringify(key.publicKey.export({ format: 'jwk' })), challenge: asked, name,
    signature: sign('sha256', Buffer.from(`throughline device proof\n${asked}`), { key: key.privateKey, dsaEncoding: 'ieee-p1363' }).toString('base64url'),
  });
  const prove = async (key: ReturnType<typeof newKey>): Promise<Proof> => answerTo(key, await challenge());
  const signIn = (device: Proof | null, client = new ApiClient(api.url), headers: Record<string, string> = {}, who = user): Promise<GraphqlAnswer> =>
    client.send(SIGN_IN, { input: { email: who.email, password: TEST_PASSWORD, device } }, headers);
  const reasonOf = ({ errors }: GraphqlAnswer): unknown => errors.map(({ extensions }) => [extensions.code, (extensions['details'] as { reason: string }).reason]).flat();
  const devices = async (): Promise<Device[]> => (await admin.ask<{ registeredDevices: Device[] }>(LIST)).registeredDevices;
  const decide = async (decision: string): Promise<void> => {
    const [device] = await devices();
    await admin.ask(DECIDE, { input: { id: device!.id, version: device!.version, decision } });
  };

  it('are enrolled at sign-in, approved once, and let their person in from then on', async () => {
    const key = newKey();
    expect(reasonOf(await signIn(null))).toEqual(['DEVICE_NOT_ALLOWED', 'PROOF_REQUIRED']);
    for (let twice = 0; twice < 2; twice++) expect(reasonOf(await signIn(await prove(key)))).toEqual(['DEVICE_NOT_ALLOWED', 'PENDING']);
    const at = expect.any(String) as string;
    expect(await devices()).toEqual([{ id: at, version: 1, userId: user.id, userName: user.name, name: 'Desk', kind: 'KEY', status: 'PENDING', createdAt: at, lastUsedAt: null }]);
    await decide('APPROVE');
    const client = new ApiClient(api.url);
    expect(codesOf(await signIn(await prove(key), client))).toEqual([]);
    expect(codesOf(await client.send(VIEWER))).toEqual([]);
    expect(reasonOf(await signIn(await prove(newKey())))).toEqual(['DEVICE_NOT_ALLOWED', 'PENDING']);
    const { rows } = await owner.query<{ kind: string }>("SELECT kind FROM event WHERE kind LIKE 'device.%' OR kind = 'user.deviceRefused' ORDER BY id");
    expect(rows.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['user.deviceRefused', 'device.registered', 'device.approved']));
  });

  it('bind the session: renewing it needs the same key', async () => {
    const [key, other] = [newKey(), newKey()];
    await signIn(await prove(other));
    await decide('APPROVE');
    await signIn(await prove(key));
    await decide('APPROVE');
    const client = new ApiClient(api.url);
    await signIn(await prove(key), client);
    expect(reasonOf(await client.send(REFRESH))).toEqual(['DEVICE_NOT_ALLOWED', 'PROOF_REQUIRED']);
    expect(reasonOf(await client.send(REFRESH, { input: { device: await prove(other) } }))).toEqual(['DEVICE_NOT_ALLOWED', 'OTHER_DEVICE']);
    expect(codesOf(await client.send(REFRESH, { input: { device: await prove(key) } }))).toEqual([]);
  });

  it('are proven by their own key, for this, now and once', async () => {
    const [key, other] = [newKey(), newKey()];
    await signIn(await prove(key));
    await decide('APPROVE');
    const used = await prove(key);
    expect(codesOf(await signIn(used))).toEqual([]);
    const fresh = await prove(key);
    const bad: Record<string, Proof> = {
      'used before': used,
      'signed by another key': { ...fresh, signature: answerTo(other, fresh.challenge).signature },
      'signature of another challenge': { ...fresh, signature: used.signature },
      'made-up challenge': answerTo(key, `${Date.now().toString(36)}.abcdefghijklmnopqrstuv.${'x'.repeat(43)}`),
      'old challenge': answerTo(key, fresh.challenge.replace(/^[^.]+/, (Date.now() - 121_000).toString(36))),
      'no key': { ...fresh, publicKey: 'nonsense' },
      'another curve': { ...fresh, publicKey: JSON.stringify(generateKeyPairSync('ec', { namedCurve: 'P-384' }).publicKey.export({ format: 'jwk' })) },
    };
    for (const [what, proof] of Object.entries(bad)) expect([what, ...reasonOf(await signIn(proof)) as string[]]).toEqual([what, 'DEVICE_NOT_ALLOWED', 'PROOF_REQUIRED']);
  });

  it('may be certificates that the trusted proxy has checked', async () => {
    const certificate = { 'x-client-certificate': 'SHA256:0123456789abcdef' };
    expect(reasonOf(await signIn(null, new ApiClient(api.url), certificate))).toEqual(['DEVICE_NOT_ALLOWED', 'PENDING']);
    expect(await devices()).toMatchObject([{ kind: 'CERTIFICATE' }]);
    await decide('APPROVE');
    expect(codesOf(await signIn(null, new ApiClient(api.url), certificate))).toEqual([]);
    expect(reasonOf(await signIn(null, new ApiClient(api.url), { 'x-client-certificate': 'SHA256:other' }))).toEqual(['DEVICE_NOT_ALLOWED', 'PENDING']);
  });

  it('are asked for before a code is used up', async () => {
    await owner.query('UPDATE security_policy SET registered_devices_required = false WHERE id = $1', [agency.id]);
    const client = await signInAs(api, user.email);
    const { beginSecondFactor: { enrolment } } = await client.ask<{ beginSecondFactor: { enrolment: { secret: string } } }>('mutation { beginSecondFactor { enrolment { secret } errors { code } } }');
    await client.ask('mutation ($input: ConfirmSecondFactorInput!) { confirmSecondFactor(input: $input) { errors { code } } }', { input: { code: testCode(enrolment.secret) } });
    await forgetUsedCodes(api.database.ownerUrl, user.email);
    await owner.query('UPDATE security_policy SET registered_devices_required = true WHERE id = $1', [agency.id]);
    const asked = 'mutation ($input: SignInInput!) { signIn(input: $input) { challenge { token } errors { code } } }';
    const { signIn: { challenge: { token } } } = await new ApiClient(api.url).ask<{ signIn: { challenge: { token: string } } }>(asked, { input: { email: user.email, password: TEST_PASSWORD } });
    const confirm = (device: Proof | null): Promise<GraphqlAnswer> => new ApiClient(api.url).send(
      'mutation ($input: ConfirmSignInInput!) { confirmSignIn(input: $input) { viewer { id } errors { code } } }', { input: { challenge: token, code: testCode(enrolment.secret), device } });
    expect(reasonOf(await confirm(null))).toEqual(['DEVICE_NOT_ALLOWED', 'PROOF_REQUIRED']);
    expect(reasonOf(await confirm(await prove(newKey())))).toEqual(['DEVICE_NOT_ALLOWED', 'PENDING']);
  });

  it('are asked of staff only', async () => {
    const client = await agency.addUser({ name: 'Cleo Client', roles: ['CLIENT_OWNER'], customerId: await agency.addCustomer() });
    expect(codesOf(await signIn(null, new ApiClient(api.url), {}, client))).toEqual([]);
    expect(codesOf(await (await signInAs(api, agency.users.SUPERADMIN.email)).send(VIEWER))).toEqual([]);
  });

  it('are listed, approved and revoked by administrators; a revoked one ends its sessions', async () => {
    const key = newKey();
    await signIn(await prove(key));
    const elsewhere = await seedOrganization(api.database, 'Elsewhere');
    const wrongOrganization = await signInAs(api, elsewhere.users.ADMIN.email);
    await owner.query('UPDATE security_policy SET registered_devices_required = false WHERE id = $1', [agency.id]);
    const callers = { api, right: admin, wrongPerson: await signInAs(api, agency.users.HR.email), wrongOrganization };
    const [device] = await devices();
    expect(await expectFourCallers({ ...callers, operation: DECIDE, variables: { input: { id: device!.id, version: 1, decision: 'APPROVE' } } })).toEqual({ decideDevice: { device: { version: 2, status: 'APPROVED' }, errors: [] } });
    expect(await expectFourCallers({ ...callers, wrongOrganization: await signInAs(api, elsewhere.users.HR.email), operation: LIST, codes: { wrongOrganization: 'FORBIDDEN' } })).toMatchObject({ registeredDevices: [{ id: device!.id }] });
    expect(await wrongOrganization.ask(LIST)).toEqual({ registeredDevices: [] });
    // One's own without any permission; nobody else's.
    const OWN = '{ myRegisteredDevices { id status } }';
    const whose = (await owner.query<{ email: string }>('SELECT u.email FROM user_account u JOIN registered_device d ON d.user_id = u.id WHERE d.id = $1', [device!.id])).rows[0]!.email;
    expect(await (await signInAs(api, whose)).ask(OWN)).toMatchObject({ myRegisteredDevices: expect.arrayContaining([{ id: device!.id, status: 'APPROVED' }]) as object });
    expect([await callers.wrongPerson.ask(OWN), await wrongOrganization.ask(OWN)]).toEqual([{ myRegisteredDevices: [] }, { myRegisteredDevices: [] }]);
    expect(codesOf(await new ApiClient(api.url).send(OWN))).toEqual(['UNAUTHENTICATED']);
    await owner.query('UPDATE security_policy SET registered_devices_required = true WHERE id = $1', [agency.id]);
    const client = new ApiClient(api.url);
    await signIn(await prove(key), client);
    await decide('REVOKE');
    expect(codesOf(await client.send(VIEWER))).toEqual(['UNAUTHENTICATED']);
    expect(reasonOf(await signIn(await prove(key)))).toEqual(['DEVICE_NOT_ALLOWED', 'REVOKED']);
    expect(codesOf(await admin.send(DECIDE, { input: { id: device!.id, version: 3, decision: 'REVOKE' } }))).toEqual(['ILLEGAL_TRANSITION']);
  });
});
