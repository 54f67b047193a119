import type { TestOrganization } from '@throughline/testing';
import { type ApiClient, bootTwoOrganizations, codesOf, expectFourCallers, signInAs, type TestApi, type TwoOrganizations } from '@throughline/testing/api';
import type { Client } from 'pg';

const HISTORY = `query ($subject: String!, $id: ID!, $first: Int! = 50, $before: ID) { recordHistory(subject: $subject, id: $id, first: $first, before: $before) {
  olderThan version entries { id kind title actorName actorTier note restorable changes { field label kind before after beforeText afterText } } } }`;
const RESTORE = 'mutation ($input: RestoreRecordFieldsInput!) { restoreRecordFields(input: $input) { id errors { code message path } } }';

interface Entry { id: string; kind: string; title: string; actorName: string | null; actorTier: string; note: string | null; restorable: string[]; changes: { field: string; before: unknown; afterText: string | null }[] }
interface History { recordHistory: { olderThan: string | null; version: number | null; entries: Entry[] } }

describe('histories of records', () => {
  let setUp: TwoOrganizations;
  let api: TestApi;
  let owner: Client;
  let agency: TestOrganization;
  let admin: ApiClient;
  let manager: ApiClient;
  let agent: ApiClient;
  let elsewhere: ApiClient;

  beforeAll(async () => {
    setUp = await bootTwoOrganizations();
    ({ api, owner, agency } = setUp);
    const { other } = setUp;
    admin = await signInAs(api, agency.users.ADMIN.email);
    manager = await signInAs(api, agency.users.SALES_MANAGER.email);
    agent = await signInAs(api, agency.users.SUPPORT_AGENT.email);
    elsewhere = await signInAs(api, other.users.ADMIN.email);
  });
  afterAll(() => setUp?.close());

  const history = async (subject: string, id: string, client = manager, more: object = {}): Promise<History['recordHistory']> => (await client.ask<History>(HISTORY, { subject, id, ...more })).recordHistory;
  const create = async (name: string, input: object, field: string, client = manager): Promise<{ id: string; version: number }> => {
    const type = `Create${field.charAt(0).toUpperCase()}${field.slice(1)}Input`;
    const answer = await client.ask<Record<string, Record<string, { id: string; version: number }>>>(`mutation ($input: ${type}!) { ${name}(input: $input) { ${field} { id version } errors { code message path } } }`, { input });
    return answer[name]![field]!;
  };
  const update = (field: string, input: object, client = manager): Promise<unknown> => {
    const name = `${field.charAt(0).toUpperCase()}${field.slice(1)}`;
    return client.ask(`mutation ($input: Update${name}Input!) { update${name}(input: $input) { errors { code message path } } }`, { input });
  };

  it('tell in words what happened to a customer, and give back what it was', async () => {
    const { id, version } = await create('createCustomer', { name: 'Bakery', industry: 'Food', tags: ['old'] }, 'customer');
    await update('customer', { id, version, name: 'Bakery & Sons', industry: 'Bread' });
    const { entries: [updated, created], olderThan } = await history('customer', id);
    expect(updated).toMatchObject({ kind: 'customer.updated', title: 'Updated', actorName: 'sales manager', actorTier: 'EMPLOYEE', note: null });
    expect(new Set(updated?.restorable)).toEqual(new Set(['name', 'industry']));
    expect([created?.kind, created?.restorable, olderThan]).toEqual(['customer.created', [], null]);
    const input = { subject: 'customer', id, version: version + 1, eventId: updated!.id, fields: ['name'] };
    await expectFourCallers({ api, operation: RESTORE, variables: { input }, right: manager, wrongPerson: agent, wrongOrganization: elsewhere });
    const { customer } = await manager.ask<{ customer: object }>('query ($id: ID!) { customer(id: $id) { name industry version } }', { id });
    expect(customer).toEqual({ name: 'Bakery', industry: 'Bread', version: version + 2 });
    expect((await history('customer', id)).entries.map(({ kind }) => kind)).toEqual(['customer.fieldsRestored', 'customer.updated', 'customer.updated', 'customer.created']);
  });

  it('offer values and the version only to whoever may edit the record', async () => {
    const { id, version } = await create('createCustomer', { name: 'Read only' }, 'customer');
    await update('customer', { id, version, name: 'Read on' });
    const [asManager, asAnalyst] = await Promise.all([manager, await signInAs(api, agency.users.ANALYST.email)].map((client) => history('customer', id, client)));
    expect([asManager?.version, asManager?.entries[0]?.restorable]).toEqual([version + 1, ['name']]);
    expect([asAnalyst?.version, asAnalyst?.entries[0]?.kind, asAnalyst?.entries[0]?.restorable]).toEqual([null, 'customer.updated', []]);
    expect((await history('organization', agency.id, admin)).version).toEqual(expect.any(Number));
  });

  it('come page by page, the latest first', async () => {
    const { id } = await create('createCustomer', { name: 'Many' }, 'customer');
    for (let version = 1; version <= 4; version++) await update('customer', { id, version, industry: `Industry ${version}` });
    const first = await history('customer', id, manager, { first: 3 });
    const second = await history('customer', id, manager, { first: 3, before: first.olderThan });
    expect([first.entries.length, second.entries.map(({ kind }) => kind), second.olderThan]).toEqual([3, ['customer.updated', 'customer.created'], null]);
    expect(codesOf(await manager.send(HISTORY, { subject: 'customer', id, first: 101 }))).toEqual(['VALIDATION_FAILED']);
    expect(codesOf(await manager.send(HISTORY, { subject: 'customer', id, before: 'x' }))).toEqual(['VALIDATION_FAILED']);
  });

  it('are there for whoever may read the record, and nobody else', async () => {
    const { id } = await create('createLead', { name: 'Lena', email: 'lena@example.com' }, 'lead');
    await expectFourCallers({ api, operation: HISTORY, variables: { subject: 'lead', id }, right: manager, wrongPerson: agent, wrongOrganization: elsewhere, codes: { wrongPerson: 'NOT_FOUND' } });
    expect(codesOf(await manager.send(HISTORY, { subject: 'nothing', id }))).toEqual(['VALIDATION_FAILED']);
    expect(codesOf(await manager.send(HISTORY, { subject: 'lead', id: 'x' }))).toEqual(['NOT_FOUND']);
    expect(codesOf(await manager.send(HISTORY, { subject: 'audit', id }))).toEqual(['VALIDATION_FAILED']);
  });

  it('leave out hidden fields, which cannot be restored either', async () => {
    const { id } = await create('createLead', { name: 'Hugo', email: 'hugo@example.com', budget: { amountMinor: '100', currency: 'USD' } }, 'lead');
    await update('lead', { id, version: 1, budget: { amountMinor: '999', currency: 'USD' }, company: 'Hidden Inc' });
    const closer = await signInAs(api, agency.users.SALES_CLOSER.email);
    const before = (await history('lead', id, closer)).entries[0]!;
    expect(before.changes.map(({ field }) => field)).toEqual(expect.arrayContaining(['budgetMinor', 'company']));
    await owner.query(`INSERT INTO role_grant (id, organization_id, role_id, permission, scope, fields, effect) VALUES (gen_random_uuid(), $1, $2, 'lead.read', 'ORGANIZATION', '{budget}', 'DENY')`, [agency.id, agency.roles.SALES_CLOSER]);
    await owner.query('UPDATE organization SET access_version = access_version + 1 WHERE id = $1', [agency.id]);
    const after = (await history('lead', id, closer)).entries[0]!;
    expect(after.changes.map(({ field }) => field)).toContain('company');
    expect(JSON.stringify(after)).not.toContain('budget');
    const restore = (fields: string[], version = 2): Promise<string[]> => closer.send(RESTORE, { input: { subject: 'lead', id, version, eventId: after.id, fields } }).then(codesOf);
    expect(await restore(['budgetMinor'])).toEqual(['VALIDATION_FAILED']);
    expect(await restore(['status'])).toEqual(['VALIDATION_FAILED']);
    expect(await restore(['company'], 1)).toEqual(['CONFLICT']);
    expect(await restore(['company'])).toEqual([]);
  });

  it('restore amounts, dates and references through each feature\'s own update', async () => {
    const lead = await create('createLead', { name: 'Mona', email: 'mona@example.com', budget: { amountMinor: '12345', currency: 'USD' } }, 'lead');
    await update('lead', { id: lead.id, version: 1, budget: { amountMinor: '1', currency: 'USD' }, wishedDate: '2027-01-01' });
    const [entry] = (await history('lead', lead.id)).entries;
    await manager.ask(RESTORE, { input: { subject: 'lead', id: lead.id, version: 2, eventId: entry!.id, fields: ['budgetMinor', 'wishedDate'] } });
    expect(await manager.ask('query ($id: ID!) { lead(id: $id) { budget { amountMinor } wishedDate } }', { id: lead.id })).toEqual({ lead: { budget: { amountMinor: '12345' }, wishedDate: null } });
    const department = await create('createDepartment', { name: 'Print', kind: 'DELIVERY' }, 'department', admin);
    await update('department', { id: department.id, version: 1, name: 'Press', managerId: agency.users.HR.id }, admin);
    const [renamed] = (await history('department', department.id, admin)).entries;
    expect(renamed?.changes.find(({ field }) => field === 'managerId')?.afterText).toBe('hr');
    await admin.ask(RESTORE, { input: { subject: 'department', id: department.id, version: 2, eventId: renamed!.id, fields: ['name', 'managerId'] } });
    expect(await admin.ask('query ($id: ID!) { department(id: $id) { name manager { name } } }', { id: department.id })).toEqual({ department: { name: 'Print', manager: null } });
  });

  it('take an entry of this very record', async () => {
    const [one, two] = [await create('createCustomer', { name: 'One' }, 'customer'), await create('createCustomer', { name: 'Two' }, 'customer')];
    await update('customer', { id: two.id, version: 1, name: 'Changed' });
    const [entry] = (await history('customer', two.id)).entries;
    expect(codesOf(await manager.send(RESTORE, { input: { subject: 'customer', id: one.id, version: 1, eventId: entry!.id, fields: ['name'] } }))).toEqual(['NOT_FOUND']);
  });

  it('show clients what they can look up, and nothing of what the agency says', async () => {
    const customerId = (await create('createCustomer', { name: 'Client Co' }, 'customer')).id;
    const client = await signInAs(api, (await agency.addUser({ name: 'Clara Client', roles: ['CLIENT_OWNER'], customerId })).email);
    await owner.query(`INSERT INTO event (organization_id, kind, subject, subject_id, actor_tier, request_id, access_after, detail_digest) VALUES ($1, 'customer.remarked', 'customer', $2, 'EMPLOYEE', 'x', '{}', '')`, [agency.id, customerId]);
    await owner.query(`INSERT INTO event_detail (event_id, organization_id, salt, changes) SELECT id, organization_id, '', '{"note": {"before": null, "after": "difficult"}, "secretPlan": {"before": null, "after": "x"}}' FROM event WHERE kind = 'customer.remarked'`);
    const text = JSON.stringify(await history('customer', customerId, client));
    expect(text).toContain('Client Co');
    expect(text).not.toMatch(/difficult|secretPlan|remarked|sales manager/);
  });
});
