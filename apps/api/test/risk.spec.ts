import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KnownNetworks } from '@throughline/identity/risk';
import { forgetUsedCodes, seedOrganization, TEST_PASSWORD, testCode, type TestOrganization, type TestUser } from '@throughline/testing';
import { ApiClient, bootApi, codesOf, type GraphqlAnswer, type TestApi } from '@throughline/testing/api';
import { Client } from 'pg';
import { signInFeatures } from './support/sign-in-features.js';

const SIGN_IN = 'mutation ($input: SignInInput!) { signIn(input: $input) { viewer { id } challenge { token } errors { code } } }';
const CONFIRM = 'mutation ($input: ConfirmSignInInput!) { confirmSignIn(input: $input) { viewer { id } errors { code } } }';
const REFRESH = 'mutation { refreshSession { errors { code } } }';
const VIEWER = '{ viewer { id } }';
const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
const NEWER_FIREFOX = FIREFOX.replaceAll('140', '141');
const CHROME = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';
const LIST = '10.1.0.0/16,DE,ok\n10.2.0.0/16,BR,ok\n10.3.0.0/16,,bad\n';

describe('sign-in risk', () => {
  let api: TestApi;
  let owner: Client;
  let agency: TestOrganization;
  const folder = mkdtempSync(join(tmpdir(), 'networks-'));
  const file = join(folder, 'networks.csv');

  beforeAll(async () => {
    writeFileSync(file, LIST);
    api = await bootApi({ features: signInFeatures, settings: { trustedProxyHops: 1, networkList: file } });
    owner = new Client({ connectionString: api.database.ownerUrl });
    await owner.connect();
  });
  afterAll(async () => {
    await owner?.end();
    await api?.close();
    rmSync(folder, { recursive: true });
  });
  beforeEach(async () => {
    agency = await seedOrganization(api.database);
  });

  const at = (client: ApiClient, address: string, query: string, variables: object = {}, userAgent = FIREFOX): Promise<GraphqlAnswer> =>
    client.send(query, variables, { 'x-forwarded-for': address, 'user-agent': userAgent });
  const signIn = async (user: TestUser, address: string, client = new ApiClient(api.url)): Promise<GraphqlAnswer> => at(client, address, SIGN_IN, { input: { email: user.email, password: TEST_PASSWORD } });
  const signedIn = async (user: TestUser, address: string): Promise<ApiClient> => {
    const client = new ApiClient(api.url);
    const { data } = await signIn(user, address, client);
    const { challenge } = (data as { signIn: { challenge: { token: string } | null } }).signIn;
    if (!challenge) return client;
    await forgetUsedCodes(api.database.ownerUrl, user.email);
    await at(client, address, CONFIRM, { input: { challenge: challenge.token, code: testCode() } });
    return client;
  };
  const factsOf = async (user: TestUser, kind: string): Promise<unknown[]> => (await owner.query<{ changes: Record<string, { after: unknown }> }>(
    'SELECT d.changes FROM event e JOIN event_detail d ON d.event_id = e.id WHERE e.subject_id = $1 AND e.kind = $2 ORDER BY e.id', [user.id, kind])).rows
    .map(({ changes }) => Object.fromEntries(Object.entries(changes).map(([name, { after }]) => [name, after])));

  it('refuses countries that the policy blocks, to everybody', async () => {
    const { ADMIN: admin, SALES_AGENT: agent } = agency.users;
    const session = await signedIn(agent, '10.2.0.1');
    await owner.query("UPDATE security_policy SET blocked_countries = '{BR}' WHERE id = $1", [agency.id]);
    for (const user of [admin, agent]) expect(codesOf(await signIn(user, '10.2.0.1'))).toEqual(['NETWORK_NOT_ALLOWED']);
    expect(codesOf(await at(session, '10.2.0.1', VIEWER))).toEqual(['NETWORK_NOT_ALLOWED']);
    expect(codesOf(await signIn(agent, '10.1.0.1'))).toEqual([]);
    expect(await factsOf(agent, 'user.networkRefused')).toContainEqual({ address: '10.2.0.1', country: 'BR', userAgent: FIREFOX });
  });

  it('asks for more than a password from networks of bad reputation', async () => {
    const { ADMIN: admin, SALES_AGENT: agent } = agency.users;
    expect(codesOf(await signIn(agent, '10.3.0.1'))).toEqual(['NETWORK_NOT_ALLOWED']);
    expect((await signIn(admin, '10.3.0.1')).data).toMatchObject({ signIn: { viewer: null, challenge: { token: expect.any(String) as string } } });
    expect(await factsOf(agent, 'user.badReputation')).toEqual([{ address: '10.3.0.1', userAgent: FIREFOX, answer: 'REFUSED' }]);
    expect(await factsOf(admin, 'user.badReputation')).toEqual([{ address: '10.3.0.1', userAgent: FIREFOX, answer: 'STEP_UP' }]);
  });

  it('leaves sessions alone that stay where and what they are, or travel as people do', async () => {
    const client = await signedIn(agency.users.SALES_AGENT, '10.1.0.1');
    expect(codesOf(await at(client, '10.1.9.9', REFRESH, {}, NEWER_FIREFOX))).toEqual([]);
    await owner.query("UPDATE session SET last_refreshed_at = now() - interval '3 hours' WHERE user_id = $1", [agency.users.SALES_AGENT.id]);
    expect(codesOf(await at(client, '10.2.0.1', REFRESH))).toEqual([]);
    expect((await owner.query('SELECT country FROM session WHERE user_id = $1', [agency.users.SALES_AGENT.id])).rows).toEqual([{ country: 'BR' }]);
  });

  it.each([['another program', '10.1.0.1', CHROME, ['OTHER_PROGRAM']], ['impossible travel', '10.2.0.1', FIREFOX, ['IMPOSSIBLE_TRAVEL']]])('ends a session after %s', async (_, address, userAgent, reasons) => {
    const user = agency.users.SALES_AGENT;
    const client = await signedIn(user, '10.1.0.1');
    expect(codesOf(await at(client, address, REFRESH, {}, userAgent))).toEqual(['UNAUTHENTICATED']);
    expect(codesOf(await at(client, '10.1.0.1', VIEWER))).toEqual(['UNAUTHENTICATED']);
    expect(await factsOf(user, 'session.risk')).toMatchObject([{ reasons, address, answer: 'END' }]);
  });

  it('asks people with a second factor for a code instead, where the policy says so', async () => {
    const user = agency.users.ADMIN;
    const client = await signedIn(user, '10.1.0.1');
    const answer = await at(client, '10.2.0.1', REFRESH);
    expect(codesOf(answer)).toEqual(['TWO_FACTOR_REQUIRED']);
    const { challenge } = answer.errors[0]!.extensions['details'] as { challenge: string };
    expect(codesOf(await at(client, '10.2.0.1', VIEWER))).toEqual(['UNAUTHENTICATED']);
    await forgetUsedCodes(api.database.ownerUrl, user.email);
    expect(codesOf(await at(client, '10.2.0.1', CONFIRM, { input: { challenge, code: testCode() } }))).toEqual([]);
    expect((await at(client, '10.2.0.1', VIEWER)).data).toEqual({ viewer: { id: user.id } });
    await owner.query("UPDATE security_policy SET risk_answer = 'END' WHERE id = $1", [agency.id]);
    expect(codesOf(await at(client, '10.1.0.1', REFRESH))).toEqual(['UNAUTHENTICATED']);
  });

  it('goes by a list that is replaced, and keeps the last good one', async () => {
    const networks = api.app.nest.get(KnownNetworks);
    writeFileSync(file, '10.1.0.0/16,AT,ok\n');
    await networks.look();
    expect(networks.of('10.1.0.1').country).toBe('AT');
    writeFileSync(file, 'no list at all\n');
    await networks.look();
    expect(networks.of('10.1.0.1').country).toBe('AT');
    expect(api.log()).toContain('the last one stays in force');
    writeFileSync(file, LIST);
    await networks.look();
  });
});
