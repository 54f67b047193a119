import { UnitOfWork } from '@throughline/platform/database';
import { Mailer } from '@throughline/platform/mail';
import { seedOrganization, testActor, type TestOrganization } from '@throughline/testing';
import { type ApiClient, bootApi, expectFourCallers, signInAs, type TestApi } from '@throughline/testing/api';

const LINK = 'https://crm.example/invitation#canary-of-the-outbox';
const LIST = '{ outgoingMails(filter: { status: { eq: KEPT } }) { totalCount nodes { id version kind recipient subject status attempts lastError userId createdAt sentAt expiresAt } } }';
const ONE = 'query ($id: ID!) { outgoingMail(id: $id) { id recipient } }';
const BODY = 'query ($id: ID!) { outgoingMailBody(id: $id) { id text html } }';
const RETRY = 'mutation ($input: RetryOutgoingMailInput!) { retryOutgoingMail(input: $input) { outgoingMail { id status version } errors { code message path } } }';

describe('the outbox', () => {
  let api: TestApi;
  let ours: TestOrganization;
  let theirs: TestOrganization;
  let admin: ApiClient;
  let agent: ApiClient;
  let stranger: ApiClient;
  let id: string;

  beforeAll(async () => {
    api = await bootApi({ settings: { embedded: true, mail: null } });
    [ours, theirs] = [await seedOrganization(api.database, 'Ours'), await seedOrganization(api.database, 'Theirs')];
    [admin, agent, stranger] = await Promise.all([ours.users.ADMIN, ours.users.SALES_AGENT, theirs.users.ADMIN].map(({ email }) => signInAs(api, email)) as [Promise<ApiClient>, Promise<ApiClient>, Promise<ApiClient>]);
    id = await write();
  });
  afterAll(() => api?.close());

  const write = (): Promise<string> => api.app.nest.get(UnitOfWork).run(testActor({ organizationId: ours.id, userId: null }), (work) =>
    api.app.nest.get(Mailer).send(work, { to: 'ada@client.example', kind: 'user.invitation', subject: 'You are invited', text: LINK, userId: ours.users.HR.id }));

  it('lists mail without its text', async () => {
    const { outgoingMails } = await admin.ask<{ outgoingMails: { totalCount: number; nodes: object[] } }>(LIST);
    expect(outgoingMails.totalCount).toBe(1);
    expect(outgoingMails.nodes[0]).toMatchObject({ id, version: 1, kind: 'user.invitation', recipient: 'ada@client.example', status: 'KEPT', attempts: 0, lastError: null, userId: ours.users.HR.id });
    expect((await stranger.ask<{ outgoingMails: { totalCount: number } }>(LIST)).outgoingMails.totalCount).toBe(0);
    expect((await agent.send(LIST)).errors[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('shows a kept text to administrators of the organization, and to nobody else', async () => {
    const right = { api, right: admin, wrongPerson: agent, wrongOrganization: stranger, variables: { id } };
    expect(await expectFourCallers({ ...right, operation: ONE })).toEqual({ outgoingMail: { id, recipient: 'ada@client.example' } });
    const { outgoingMailBody } = await expectFourCallers<{ outgoingMailBody: { text: string } }>({ ...right, operation: BODY });
    expect(outgoingMailBody.text).toBe(LINK);
  });

  it('says why a mail cannot be sent again', async () => {
    const input = { id, version: 1 };
    for (const [client, code] of [[agent, 'FORBIDDEN'], [stranger, 'NOT_FOUND']] as const) {
      const { data, errors } = await client.send<{ retryOutgoingMail: { errors: { code: string }[] } | null }>(RETRY, { input });
      expect([...errors.map(({ extensions }) => extensions.code), ...(data?.retryOutgoingMail?.errors ?? []).map((error) => error.code)]).toEqual([code]);
    }
    const { retryOutgoingMail } = (await admin.send<{ retryOutgoingMail: { errors: object[] } }>(RETRY, { input })).data ?? {};
    expect(retryOutgoingMail?.errors).toEqual([{ code: 'PRECONDITION_FAILED', message: 'This installation has no mail server. The operator sets SMTP_URL.', path: ['id'] }]);
  });

  it('puts no text into the log', () => {
    expect(api.log()).not.toContain('canary');
  });
});

describe('the outbox of an installation with a mail server', () => {
  let api: TestApi;
  beforeAll(async () => {
    const mail = { host: '127.0.0.1', port: 1, implicitTls: false, startTls: 'OFF', user: null, password: null, certificates: null, from: 'crm@ours.example', senderDomains: ['ours.example'] } as const;
    api = await bootApi({ settings: { embedded: false, mail } });
  });
  afterAll(() => api?.close());

  it('opens no text, and sends failed mail again', async () => {
    const ours = await seedOrganization(api.database, 'Ours');
    const theirs = await seedOrganization(api.database, 'Theirs');
    const unitOfWork = api.app.nest.get(UnitOfWork);
    const actor = testActor({ organizationId: ours.id, userId: null });
    const id = await unitOfWork.run(actor, (work) => api.app.nest.get(Mailer).send(work, { to: 'ada@client.example', kind: 'user.invitation', subject: 'x', text: LINK }));
    await unitOfWork.run(actor, (work) => work.execute(`UPDATE outgoing_mail SET status = 'FAILED', version = 2 WHERE id = $1`, [id]));
    const [right, wrongPerson, wrongOrganization] = [await signInAs(api, ours.users.ADMIN.email), await signInAs(api, ours.users.HR.email), await signInAs(api, theirs.users.ADMIN.email)];
    expect((await right.send(BODY, { id })).errors[0]?.extensions.code).toBe('PRECONDITION_FAILED');
    const answer = await expectFourCallers({ api, operation: RETRY, variables: { input: { id, version: 2 } }, right, wrongPerson, wrongOrganization });
    expect(answer).toEqual({ retryOutgoingMail: { outgoingMail: { id, status: 'WAITING', version: 3 }, errors: [] } });
  });
});
