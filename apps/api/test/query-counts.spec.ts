import { Work } from '@throughline/platform/database';
import { newId } from '@throughline/platform/kernel';
import { seedOrganization, type TestOrganization } from '@throughline/testing';
import { type ApiClient, bootApi, signInAs, type TestApi } from '@throughline/testing/api';
import { Client } from 'pg';
import { ReadConnections } from '../../../libs/platform/read/session/read-connections.js';

/** Lists of identity and mail that no other suite counts: as many statements for many rows as for few. */
describe('statements of administrators\' lists', () => {
  let api: TestApi;
  let owner: Client;
  let agency: TestOrganization;
  let admin: ApiClient;
  let leadId: string;

  beforeAll(async () => {
    api = await bootApi();
    owner = new Client({ connectionString: api.database.ownerUrl });
    await owner.connect();
    agency = await seedOrganization(api.database);
    admin = await signInAs(api, agency.users.ADMIN.email);
    const { createLead } = await admin.ask<{ createLead: { lead: { id: string } } }>('mutation { createLead(input: { name: "Lea Lead" }) { lead { id } errors { code message } } }');
    leadId = createLead.lead.id;
    await more(1);
  });
  afterAll(async () => {
    await owner?.end();
    await api?.close();
  });

  let made = 0;
  /** So many more mails, providers, roles with a grant, and people who hold it. */
  async function more(count: number): Promise<void> {
    for (let each = 0; each < count; each += 1) {
      made += 1;
      const [role, person] = [newId(), await agency.addUser({ name: `Reader ${made}`, roles: [] })];
      await owner.query("INSERT INTO outgoing_mail (id, organization_id, kind, recipient, subject, status) VALUES ($1, $2, 'user.invitation', 'ada@client.example', 'Hello', 'KEPT')", [newId(), agency.id]);
      await admin.ask('mutation ($input: CreateSignInProviderInput!) { createSignInProvider(input: $input) { errors { code message path } } }', {
        input: { kind: 'OIDC', name: `Provider ${made}`, issuer: `https://identity${made}.example`, clientId: 'throughline' },
      });
      await owner.query("INSERT INTO role (id, organization_id, key, name, tiers) VALUES ($1, $2, $3, $3, '{EMPLOYEE}')", [role, agency.id, `Counted ${made}`]);
      await owner.query("INSERT INTO role_grant (id, organization_id, role_id, permission, scope) VALUES ($1, $2, $3, 'lead.read', 'ORGANIZATION')", [newId(), agency.id, role]);
      await owner.query('INSERT INTO user_role (id, organization_id, user_id, role_id) VALUES ($1, $2, $3, $4)', [newId(), agency.id, person.id, role]);
    }
  }

  /** Statements of the read engine and of units of work, once everything is compiled. */
  async function statementsOf(query: string, variables?: object): Promise<{ read: number; work: number }> {
    await admin.ask(query, variables);
    const connections = jest.spyOn(api.app.nest.get(ReadConnections, { strict: false }), 'run');
    const work = jest.spyOn(Work.prototype, 'query');
    try {
      await admin.ask(query, variables);
      return { read: connections.mock.calls.flatMap(([statements]) => statements.filter(({ name }) => name !== 'enter')).length, work: work.mock.calls.length };
    } finally {
      connections.mockRestore();
      work.mockRestore();
    }
  }

  it.each([
    ['outgoingMails', '{ outgoingMails(first: 100) { totalCount nodes { id kind recipient subject status userId } } }', { read: 1, work: 0 }],
    ['signInProviders', '{ signInProviders(first: 100) { totalCount nodes { id name kind active } } }', { read: 1, work: 0 }],
    ['permissionMatrix', '{ permissionMatrix { subjects { name } roles { id name cells { permission lines { id scope inheritedFrom } } } } }', { read: 0, work: 2 }],
    ['whoCanAccess', 'query ($id: ID!) { whoCanAccess(permission: "lead.read", recordId: $id) }', { read: 0, work: 3 }],
  ])('%s: the same few for many as for few', async (_, query, expected) => {
    const variables = query.includes('$id') ? { id: leadId } : undefined;
    expect(await statementsOf(query, variables)).toEqual(expected);
    await more(4);
    expect(await statementsOf(query, variables)).toEqual(expected);
  });
});
