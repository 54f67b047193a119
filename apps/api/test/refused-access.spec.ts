import { newId } from '@throughline/platform/kernel';
import { RefusalLog } from '@throughline/platform/access';
import { seedOrganization, type TestOrganization } from '@throughline/testing';
import { type ApiClient, bootApi, codesOf, signInAs, type TestApi } from '@throughline/testing/api';
import { Client } from 'pg';
import type { RefusalRecorder } from '../../../libs/identity/audit/refusals/refusal-recorder.js';

interface Row { actor_id: string; related: string[]; address: string | null; user_agent: string | null; facts: Record<string, { after: unknown }> }

describe('refused access', () => {
  let api: TestApi;
  let owner: Client;
  let agency: TestOrganization;
  let member: ApiClient;

  beforeAll(async () => {
    api = await bootApi();
    owner = new Client({ connectionString: api.database.ownerUrl });
    await owner.connect();
    agency = await seedOrganization(api.database);
    member = await signInAs(api, agency.users.TEAM_MEMBER.email);
  });
  afterAll(async () => {
    await owner?.end();
    await api?.close();
  });
  beforeEach(() => recorded());

  /** What was written since the last look. */
  let seen = 0;
  async function recorded(): Promise<(Omit<Row, 'facts'> & Record<string, unknown>)[]> {
    await (api.app.nest.get(RefusalLog, { strict: false }) as RefusalRecorder).flush();
    const { rows } = await owner.query<Row & { id: string }>(
      `SELECT e.id, e.actor_id, e.related, e.address, e.user_agent, d.changes AS facts FROM event e JOIN event_detail d ON d.event_id = e.id
       WHERE e.kind = 'access.refused' AND e.id > $1 ORDER BY e.id`, [seen]);
    seen = Math.max(seen, ...rows.map(({ id }) => Number(id)));
    return rows.map(({ id: _, facts, ...row }) => ({ ...row, ...Object.fromEntries(Object.entries(facts).map(([name, { after }]) => [name, after])) }));
  }

  it('is an event with operation, permission, record, person, address and program', async () => {
    const id = agency.users.HR.id;
    expect(codesOf(await member.send('mutation ($input: DeactivateUserInput!) { deactivateUser(input: $input) { errors { code } } }', { input: { id, version: 1 } }, { 'user-agent': 'Probe 1' }))).toEqual(['FORBIDDEN']);
    expect(await recorded()).toEqual([{
      actor_id: agency.users.TEAM_MEMBER.id, related: [id], address: '127.0.0.1', user_agent: 'Probe 1',
      operation: 'Mutation.deactivateUser', permission: 'user.deactivate', code: 'FORBIDDEN', count: 1,
    }]);
  });

  it('is told of queries too, and of records that are hidden but not of those that are missing', async () => {
    expect(codesOf(await member.send('{ leads { nodes { id } } }'))).toEqual(['FORBIDDEN']);
    const salesAgent = await signInAs(api, agency.users.SALES_AGENT.email);
    const manager = await signInAs(api, agency.users.ADMIN.email);
    const { createLead } = await manager.ask<{ createLead: { lead: { id: string } } }>('mutation ($input: CreateLeadInput!) { createLead(input: $input) { lead { id } errors { code message } } }', { input: { name: 'Hidden', email: 'hidden@example.com', departmentId: agency.departments.marketing } });
    expect(codesOf(await salesAgent.send('query ($id: ID!) { lead(id: $id) { name } }', { id: createLead.lead.id }))).toEqual(['NOT_FOUND']);
    expect(codesOf(await salesAgent.send('query ($id: ID!) { lead(id: $id) { name } }', { id: newId() }))).toEqual(['NOT_FOUND']);
    expect(await recorded()).toMatchObject([
      { operation: 'Query.leads', permission: 'lead.read', related: [] },
      { operation: 'Query.lead', code: 'NOT_FOUND', related: [createLead.lead.id], count: 1 },
    ]);
  });

  it('cannot be made to fill the log', async () => {
    for (let count = 0; count < 25; count++) await member.send('{ deals { nodes { id } } }');
    expect(await recorded()).toMatchObject([{ operation: 'Query.deals', count: 1 }, { operation: 'Query.deals', count: 24 }]);
  });

  it('of strangers is nobody\'s log', async () => {
    const { ApiClient } = await import('@throughline/testing/api');
    expect(codesOf(await new ApiClient(api.url).send('{ leads { nodes { id } } }'))).toEqual(['UNAUTHENTICATED']);
    expect(await recorded()).toEqual([]);
  });
});
