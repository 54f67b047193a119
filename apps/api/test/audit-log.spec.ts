import { request } from 'node:http';
import { ACCESS_COOKIE } from '@throughline/identity/auth';
import { ReadConnections } from '../../../libs/platform/read/session/read-connections.js';
import { seedOrganization, type TestOrganization } from '@throughline/testing';
import { ApiClient, bootApi, codesOf, expectFourCallers, signInAs, type TestApi } from '@throughline/testing/api';
import { Client } from 'pg';

const EVENTS = `query ($filter: AuditEventFilter, $search: String, $refusedOnly: Boolean, $first: Int, $after: String) {
  auditEvents(filter: $filter, search: $search, refusedOnly: $refusedOnly, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor }
    nodes { id kind title subject subjectId recordName actor { name } actorName actorTier address userAgent requestId refused related historical occurredAt hiddenChanges
      changes { field label kind before after beforeText afterText } } } }`;

interface Entry {
  id: string; kind: string; title: string; subjectId: string; recordName: string | null; actorName: string | null; address: string; refused: boolean; hiddenChanges: number;
  changes: { field: string; label: string; kind: string; before: unknown; after: unknown; beforeText: string | null; afterText: string | null }[];
}
interface Page { auditEvents: { totalCount: number; nodes: Entry[]; pageInfo: { hasNextPage: boolean; endCursor: string } } }

describe('the audit log', () => {
  let api: TestApi;
  let owner: Client;
  let agency: TestOrganization;
  let admin: ApiClient;
  let auditor: ApiClient;
  let leadId: string;

  beforeAll(async () => {
    api = await bootApi();
    owner = new Client({ connectionString: api.database.ownerUrl });
    await owner.connect();
    agency = await seedOrganization(api.database);
    admin = await signInAs(api, agency.users.ADMIN.email);
    auditor = await signInAs(api, agency.users.ANALYST.email);
    const { createLead } = await admin.ask<{ createLead: { lead: { id: string; version: number } } }>('mutation ($input: CreateLeadInput!) { createLead(input: $input) { lead { id version } errors { code message } } }',
      { input: { name: '=Zora Quark', email: 'zora@example.com', departmentId: agency.departments.sales, ownerId: agency.users.SALES_AGENT.id } });
    leadId = createLead.lead.id;
    await admin.ask('mutation ($input: UpdateLeadInput!) { updateLead(input: $input) { lead { id } errors { code message path } } }',
      { input: { id: leadId, version: createLead.lead.version, name: '=Zora Quark', title: 'Head baker', email: 'new@example.com', budget: { amountMinor: '123450', currency: 'USD' } } });
  });
  afterAll(async () => {
    await owner?.end();
    await api?.close();
  });

  const ask = (variables: object, client = admin): Promise<Page> => client.ask<Page>(EVENTS, variables);
  const kinds = async (variables: object): Promise<string[]> => (await ask(variables)).auditEvents.nodes.map(({ kind }) => kind);

  it('is for those who may read it, in their own organization', async () => {
    const other = await seedOrganization(api.database, 'Elsewhere');
    const elsewhere = await signInAs(api, other.users.ADMIN.email);
    expect(codesOf(await new ApiClient(api.url).send(EVENTS))).toEqual(['UNAUTHENTICATED']);
    expect(codesOf(await auditor.send(EVENTS))).toEqual(['FORBIDDEN']);
    expect(codesOf(await auditor.send('{ auditKinds }'))).toEqual(['FORBIDDEN']);
    expect((await ask({ filter: { subjectId: { eq: leadId } } }, elsewhere)).auditEvents).toMatchObject({ totalCount: 0, nodes: [] });
    expect((await ask({ filter: { subjectId: { eq: leadId } } })).auditEvents.totalCount).toBe(2);
  });

  it('tells who did what, from where, with names and values before and after', async () => {
    const { auditEvents: { nodes: [updated, created] } } = await ask({ filter: { subjectId: { eq: leadId } } });
    expect(updated).toMatchObject({
      kind: 'lead.updated', title: 'Updated', recordName: '=Zora Quark', actor: { name: 'admin' }, actorName: 'admin', actorTier: 'ADMIN', address: '127.0.0.1', refused: false, hiddenChanges: 0, historical: false,
    });
    expect(updated?.changes).toEqual(expect.arrayContaining([
      { field: 'email', label: 'Email', kind: 'TEXT', before: 'zora@example.com', after: 'new@example.com', beforeText: 'zora@example.com', afterText: 'new@example.com' },
      { field: 'budgetMinor', label: 'Budget', kind: 'MONEY', before: null, after: '123450', beforeText: null, afterText: '1,234.50 USD' },
    ]));
    expect(created?.changes).toEqual(expect.arrayContaining([expect.objectContaining({ field: 'ownerId', label: 'Owner', kind: 'RECORD', after: agency.users.SALES_AGENT.id, afterText: 'sales agent' })]));
  });

  it('shows nothing of a record that its reader may not see there', async () => {
    await owner.query('DELETE FROM role_grant WHERE organization_id = $1 AND role_id = $2 AND permission IN ($3, $4)', [agency.id, agency.roles.ANALYST, 'user.read', 'lead.read']);
    for (const [permission, fields, effect] of [['audit.read', null, 'ALLOW'], ['lead.read', null, 'ALLOW'], ['lead.read', '{budget,name}', 'DENY']]) {
      await owner.query(`INSERT INTO role_grant (id, organization_id, role_id, permission, scope, fields, effect) VALUES (gen_random_uuid(), $1, $2, $3, 'ORGANIZATION', $4, $5)`,
        [agency.id, agency.roles.ANALYST, permission, fields, effect]);
    }
    await owner.query('UPDATE organization SET access_version = access_version + 1 WHERE id = $1', [agency.id]);
    const { auditEvents: { nodes: [updated, created] } } = await ask({ filter: { subjectId: { eq: leadId } } }, auditor);
    expect(updated).toMatchObject({ recordName: null, actorName: null, actor: null });
    expect(updated?.hiddenChanges).toBeGreaterThan(0);
    expect(updated?.changes.map(({ field }) => field)).toContain('email');
    expect(updated?.changes.map(({ field }) => field)).not.toContain('budgetMinor');
    expect(created?.changes.find(({ field }) => field === 'ownerId')?.afterText).toBe('(not visible)');
    const csv = await download(auditor, `/files/audit/events.csv?filter=${encodeURIComponent(JSON.stringify({ subjectId: { eq: leadId } }))}`);
    expect(csv.status).toBe(403);
  });

  it('can be narrowed by person, kind, subject, record, time, address, request and refusals', async () => {
    expect(await kinds({ filter: { kind: { eq: 'lead.created' } } })).toEqual(['lead.created']);
    expect(await kinds({ filter: { subject: { eq: 'lead' }, actorId: { eq: agency.users.ADMIN.id }, address: { eq: '127.0.0.1' } } })).toEqual(['lead.updated', 'lead.created']);
    expect(await kinds({ filter: { subjectId: { eq: leadId }, occurredAt: { gt: new Date(Date.now() + 60_000).toISOString() } } })).toEqual([]);
    const { auditEvents: { nodes: [first] } } = await ask({ filter: { kind: { eq: 'lead.created' } } });
    expect(await kinds({ filter: { id: { eq: first!.id } } })).toEqual(['lead.created']);
    const requestId = (first as unknown as { requestId: string }).requestId;
    expect(await kinds({ filter: { requestId: { eq: requestId } } })).toEqual(['lead.created']);
    await admin.send('mutation { signIn(input: { email: "hr@x", password: "wrong password" }) { errors { code } } }');
    await new ApiClient(api.url).send('mutation ($input: SignInInput!) { signIn(input: $input) { errors { code } } }', { input: { email: agency.users.HR.email, password: 'wrong password' } });
    expect(new Set(await kinds({ refusedOnly: true, filter: { kind: { eq: 'user.signInRefused' } } }))).toEqual(new Set(['user.signInRefused']));
    expect((await ask({ refusedOnly: true })).auditEvents.nodes.every(({ refused }) => refused)).toBe(true);
    expect((await admin.ask<{ auditKinds: string[] }>('{ auditKinds }')).auditKinds).toEqual(expect.arrayContaining(['lead.created', 'lead.updated', 'user.signInRefused']));
  });

  it('is searched by names of records and people, by words of what happened, by address', async () => {
    expect(await kinds({ search: 'quark zora' })).toEqual(['lead.updated', 'lead.created']);
    expect(new Set(await kinds({ search: 'sign in refused' }))).toEqual(new Set(['user.signInRefused']));
    expect((await ask({ search: 'admin' })).auditEvents.nodes.map(({ actorName }) => actorName)).toContain('admin');
    expect((await ask({ search: '127.0.0.1' })).auditEvents.totalCount).toBeGreaterThan(2);
    expect(await kinds({ search: 'nothing is called so' })).toEqual([]);
  });

  it('comes page by page', async () => {
    const { auditEvents: all } = await ask({ first: 200 });
    const seen: string[] = [];
    for (let after: string | undefined, more = true; more;) {
      const { auditEvents } = await ask({ first: 3, after });
      seen.push(...auditEvents.nodes.map(({ id }) => id));
      ({ hasNextPage: more, endCursor: after } = auditEvents.pageInfo);
    }
    expect(seen).toEqual(all.nodes.map(({ id }) => id));
  });

  it('takes one statement for the rows, three more for everything that is described', async () => {
    expect(await statementsOf(() => admin.ask('{ auditEvents(first: 50) { nodes { id kind title actor { name } address } } }'))).toEqual({ read: 1, work: 0 });
    expect(await statementsOf(() => ask({ first: 200 }))).toEqual({ read: 1, work: 3 });
  });

  it('goes out as CSV with harmless cells, and as JSON Lines, and that is in the log', async () => {
    const query = `filter=${encodeURIComponent(JSON.stringify({ subjectId: { eq: leadId } }))}`;
    const csv = await download(admin, `/files/audit/events.csv?${query}`);
    expect([csv.status, csv.headers['content-type'], csv.headers['content-disposition']]).toEqual([200, 'text/csv; charset=utf-8', 'attachment; filename="audit-log.csv"']);
    const lines = csv.body.replace('\ufeff', '').trim().split('\r\n');
    expect(lines).toHaveLength(3);
    expect(lines[1]).toContain("'=Zora Quark");
    expect(lines[1]).toContain('Email: zora@example.com -> new@example.com');
    const jsonl = await download(admin, `/files/audit/events.jsonl?${query}`);
    expect(jsonl.body.trim().split('\n').map((line) => (JSON.parse(line) as Entry).kind)).toEqual(['lead.updated', 'lead.created']);
    const { auditEvents: { nodes } } = await ask({ filter: { kind: { eq: 'data.exported' } } });
    expect(nodes.map(({ changes }) => Object.fromEntries(changes.map(({ field, after }) => [field, after])))).toMatchObject([{ what: 'audit', format: 'JSONL', rows: 2 }, { what: 'audit', format: 'CSV', rows: 2 }]);
  });

  it('does not go out to others, nor by a filter that is none', async () => {
    const statuses = await Promise.all([new ApiClient(api.url), await signInAs(api, agency.users.SALES_MANAGER.email)].map(async (client) => (await download(client, '/files/audit/events.csv')).status));
    expect(statuses).toEqual([401, 403]);
    expect((await download(admin, '/files/audit/events.csv?filter=nonsense')).status).toBe(400);
    expect((await download(admin, `/files/audit/events.jsonl?filter=${encodeURIComponent('{"nothing":{"eq":1}}')}`)).status).toBe(400);
  });

  it('says yes to the right person only', async () => {
    const other = await seedOrganization(api.database, 'Third');
    await expectFourCallers({
      api, operation: 'query ($filter: AuditEventFilter) { auditEvents(filter: $filter) { totalCount } }', variables: { filter: { kind: { eq: 'lead.created' } } },
      right: admin, wrongPerson: await signInAs(api, agency.users.HR.email), wrongOrganization: await signInAs(api, other.users.HR.email), codes: { wrongOrganization: 'FORBIDDEN' },
    });
  });

  /** Statements of the read engine and of units of work, without entering and leaving. */
  async function statementsOf(work: () => Promise<unknown>): Promise<{ read: number; work: number }> {
    const connections = api.app.nest.get(ReadConnections, { strict: false });
    const run = connections.run.bind(connections);
    let read = 0;
    connections.run = (statements) => {
      read += statements.filter(({ name }) => name !== 'enter').length;
      return run(statements);
    };
    const { Work } = await import('@throughline/platform/database');
    const spy = jest.spyOn(Work.prototype, 'query');
    try {
      await work();
      return { read, work: spy.mock.calls.length };
    } finally {
      connections.run = run;
      spy.mockRestore();
    }
  }

  function download(client: ApiClient, path: string): Promise<{ status: number; headers: Record<string, unknown>; body: string }> {
    return new Promise((done, fail) => {
      const cookie = `${ACCESS_COOKIE}=${client.cookie(ACCESS_COOKIE) ?? ''}`;
      request(`${api.url}${path}`, { headers: { cookie } }, (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk)).on('error', fail).on('end', () => done({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(chunks).toString() }));
      }).on('error', fail).end();
    });
  }
});
