import { RightsService } from '@throughline/identity/access';
import { ViewAsService } from '../../../libs/identity/access/view-as/view-as.service.js';
import { systemActor } from '@throughline/platform/access';
import { UnitOfWork } from '@throughline/platform/database';
import { newId } from '@throughline/platform/kernel';
import type { TestOrganization, TestUser } from '@throughline/testing';
import { type ApiClient, bootTwoOrganizations, codesOf, expectFourCallers, signInAs, type TestApi, type TwoOrganizations } from '@throughline/testing/api';
import type { Client } from 'pg';

const EXCEPT = 'mutation ($input: GrantExceptionInput!) { grantException(input: $input) { userId errors { code message path } } }';
const TAKE_BACK = 'mutation ($input: RevokeExceptionInput!) { revokeException(input: $input) { userId errors { code message path } } }';
const UNMASK = 'mutation ($input: UnmaskFieldInput!) { unmaskField(input: $input) { value errors { code path } } }';
const START = 'mutation ($input: StartViewAsInput!) { startViewAs(input: $input) { started errors { code message path } } }';
const END = 'mutation { endViewAs { ended errors { code } } }';
const EXPLAIN = 'query ($userId: ID!, $permission: String!, $recordId: ID) { explainAccess(userId: $userId, permission: $permission, recordId: $recordId) { allowed sentence reasons { effect applies sentence } hiddenFields maskedFields } }';
const LEADS = '{ leads(first: 50) { totalCount nodes { id name email hiddenFields } } }';

interface Leads { leads: { totalCount: number; nodes: { id: string; name: string | null; email: string | null; hiddenFields: string[] }[] } }

describe('exceptions, conditions, fields, explanations and views', () => {
  let setUp: TwoOrganizations;
  let api: TestApi;
  let owner: Client;
  let agency: TestOrganization;
  let other: TestOrganization;
  let admin: ApiClient;
  let elsewhere: ApiClient;
  let member: ApiClient;
  let names = 0;

  beforeAll(async () => {
    setUp = await bootTwoOrganizations();
    ({ api, owner, agency, other } = setUp);
    [admin, elsewhere, member] = [await signInAs(api, agency.users.ADMIN.email), await signInAs(api, other.users.ADMIN.email), await signInAs(api, agency.users.TEAM_MEMBER.email)];
  });
  afterAll(() => setUp?.close());

  interface More { effect?: string; fields?: string[]; conditions?: object }
  /** Somebody whose only role has these lines. */
  async function person(lines: [string, string, More?][]): Promise<{ user: TestUser; client: ApiClient }> {
    const roleId = newId();
    await owner.query("INSERT INTO role (id, organization_id, key, name, tiers) VALUES ($1, $2, $3, $3, '{EMPLOYEE}')", [roleId, agency.id, `Rules ${++names}`]);
    for (const [permission, scope, more = {}] of lines) {
      await owner.query('INSERT INTO role_grant (id, organization_id, role_id, permission, scope, effect, fields, conditions) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)', [
        newId(), agency.id, roleId, permission, scope, more.effect ?? 'ALLOW', more.fields ?? null, more.conditions ? JSON.stringify(more.conditions) : null,
      ]);
    }
    const user = await agency.addUser({ name: `Rita Rules ${names}`, roles: [], departmentIds: [agency.departments.sales] });
    await owner.query('INSERT INTO user_role (id, organization_id, user_id, role_id) VALUES ($1, $2, $3, $4)', [newId(), agency.id, user.id, roleId]);
    return { user, client: await signInAs(api, user.email) };
  }
  async function lead(email: string): Promise<string> {
    const { createLead } = await admin.ask<{ createLead: { lead: { id: string } } }>('mutation ($input: CreateLeadInput!) { createLead(input: $input) { lead { id } errors { code message path } } }', {
      input: { name: 'Lea Lead', email, departmentId: agency.departments.sales },
    });
    return createLead.lead.id;
  }
  const kindsOf = async (subjectId: string): Promise<string[]> => (await owner.query<{ kind: string }>('SELECT kind FROM event WHERE subject_id = $1 ORDER BY id', [subjectId])).rows.map(({ kind }) => kind);

  describe('exceptions', () => {
    it('are given and taken back by those who may, with a reason, and count at once', async () => {
      const { user, client } = await person([['user.read', 'ORGANIZATION']]);
      expect(codesOf(await client.send(LEADS))).toEqual(['FORBIDDEN']);
      const input = { userId: user.id, grant: { permission: 'lead.read', scope: 'ORGANIZATION' }, expiresAt: new Date(Date.now() + 3_600_000).toISOString(), reason: 'Covers for Sam' };
      await expectFourCallers({ api, operation: EXCEPT, variables: { input }, right: admin, wrongPerson: member, wrongOrganization: elsewhere });
      expect(codesOf(await client.send(LEADS))).toEqual([]);
      const { user: seen } = await admin.ask<{ user: { exceptions: { id: string; permission: string; reason: string }[] } }>('query ($id: ID!) { user(id: $id) { exceptions { id permission scope effect reason expiresAt grantedBy } } }', { id: user.id });
      expect(seen.exceptions).toMatchObject([{ permission: 'lead.read', scope: 'ORGANIZATION', effect: 'ALLOW', reason: 'Covers for Sam', grantedBy: agency.users.ADMIN.id }]);
      await expectFourCallers({ api, operation: TAKE_BACK, variables: { input: { id: seen.exceptions[0]!.id } }, right: admin, wrongPerson: member, wrongOrganization: elsewhere });
      expect(codesOf(await client.send(LEADS))).toEqual(['FORBIDDEN']);
      expect((await kindsOf(user.id)).filter((kind) => kind.startsWith('user.exception'))).toEqual(['user.exceptionGranted', 'user.exceptionRevoked']);
    });

    it('end by the clock, without anybody or any job', async () => {
      const { user, client } = await person([['user.read', 'ORGANIZATION']]);
      await owner.query("INSERT INTO user_grant (id, organization_id, user_id, permission, scope, reason, expires_at) VALUES ($1, $2, $3, 'lead.read', 'ORGANIZATION', 'Test', now() + interval '1 hour')", [newId(), agency.id, user.id]);
      expect(codesOf(await client.send(LEADS))).toEqual([]);
      const clock = jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 3_601_000);
      // Time passes for this process; for the database the row is brought forward, unseen by triggers.
      await owner.query('ALTER TABLE user_grant DISABLE TRIGGER USER');
      await owner.query("UPDATE user_grant SET expires_at = now() - interval '1 second' WHERE user_id = $1", [user.id]);
      await owner.query('ALTER TABLE user_grant ENABLE TRIGGER USER');
      const holder = { organizationId: agency.id, userId: user.id, sessionId: null, requestId: newId() };
      const rights = await api.app.nest.get(RightsService).lastKnown(holder);
      clock.mockRestore();
      expect(rights.ability.can('read', 'lead')).toBe(false);
      expect(codesOf(await client.send(LEADS))).toEqual(['FORBIDDEN']);
    });

    it('cannot give what the giver does not hold, nor touch the superadmin, nor govern nobody', async () => {
      const { client, user } = await person([['role.except', 'ORGANIZATION'], ['role.read', 'ORGANIZATION'], ['user.read', 'ORGANIZATION']]);
      const give = async (userId: string, permission: string, effect = 'ALLOW'): Promise<string[]> => codesOf(await client.send(EXCEPT, { input: { userId, grant: { permission, scope: 'ORGANIZATION', effect }, reason: 'Because' } }));
      expect(await give(user.id, 'lead.read')).toEqual(['FORBIDDEN']);
      expect(await give(agency.users.SUPERADMIN.id, 'role.read')).toEqual(['FORBIDDEN']);
      expect(await give(agency.users.HR.id, 'user.read')).toEqual([]);
      expect(codesOf(await admin.send(EXCEPT, { input: { userId: user.id, grant: { permission: 'lead.read', scope: 'OWN' }, reason: 'Late', expiresAt: '2020-01-01T00:00:00Z' } }))).toEqual(['VALIDATION_FAILED']);
    });
  });

  describe('conditions', () => {
    it('of network and hours are judged by each request', async () => {
      const always = { days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '00:00' };
      const day = ((new Date().getUTCDay() + 2) % 7) + 1;
      const of = async (conditions: object): Promise<string[]> => codesOf(await (await person([['lead.read', 'ORGANIZATION', { conditions }]])).client.send(LEADS));
      expect(await of({ networks: ['127.0.0.0/8', '::1/128'] })).toEqual([]);
      expect(await of({ networks: ['10.99.0.0/16'] })).toEqual(['FORBIDDEN']);
      expect(await of({ hours: [always] })).toEqual([]);
      expect(await of({ hours: [{ ...always, days: [day], to: '00:01' }] })).toEqual(['FORBIDDEN']);
    });

    it('of state decide lists, records and changes alike', async () => {
      const id = await lead('state@example.com');
      const { client } = await person([['lead.read', 'ORGANIZATION'], ['lead.read', 'ORGANIZATION', { effect: 'DENY', conditions: { states: ['NEW'] } }], ['lead.update', 'ORGANIZATION']]);
      const { leads } = await client.ask<Leads>(LEADS);
      expect(leads.nodes.filter((node) => node.id === id)).toEqual([]);
      expect(codesOf(await client.send('query ($id: ID!) { lead(id: $id) { id } }', { id }))).toEqual(['NOT_FOUND']);
      expect(codesOf(await client.send('mutation ($input: UpdateLeadInput!) { updateLead(input: $input) { errors { code } } }', { input: { id, version: 1, name: 'X' } }))).toEqual(['NOT_FOUND']);
    });
  });

  describe('fields', () => {
    it('are hidden or masked, named, and of no use for finding out', async () => {
      const id = await lead('mask.me@example.com');
      const { client } = await person([['lead.read', 'ORGANIZATION'], ['lead.read', 'ORGANIZATION', { effect: 'MASK', fields: ['email'] }], ['lead.read', 'ORGANIZATION', { effect: 'DENY', fields: ['company'] }]]);
      const { lead: seen } = await client.ask<{ lead: object }>('query ($id: ID!) { lead(id: $id) { name email company hiddenFields } }', { id });
      expect(seen).toEqual({ name: 'Lea Lead', email: 'm•••@example.com', company: null, hiddenFields: expect.arrayContaining(['company', 'email']) as string[] });
      for (const query of [
        '{ leads(filter: { email: { contains: "mask" } }) { totalCount } }', '{ leads(search: "mask") { totalCount } }', '{ leads(filter: { not: { email: { eq: "x" } } }) { totalCount } }',
      ]) expect([query, codesOf(await client.send(query))]).toEqual([query, ['FORBIDDEN']]);
    });

    it('are unmasked by those who may, each time as an event', async () => {
      const id = await lead('secret@example.com');
      const mask: [string, string, More?][] = [['lead.read', 'ORGANIZATION'], ['lead.read', 'ORGANIZATION', { effect: 'MASK', fields: ['email'] }]];
      const [able, unable] = [await person([...mask, ['lead.unmask', 'ORGANIZATION']]), await person(mask)];
      const { unmaskField } = await expectFourCallers<{ unmaskField: { value: string } }>({
        api, operation: UNMASK, variables: { input: { subject: 'lead', recordId: id, field: 'email' } }, right: able.client, wrongPerson: unable.client, wrongOrganization: elsewhere,
      });
      expect(unmaskField.value).toBe('secret@example.com');
      expect(await kindsOf(id)).toEqual(['lead.created', 'record.unmasked']);
      expect(codesOf(await able.client.send(UNMASK, { input: { subject: 'lead', recordId: id, field: 'source' } }))).toEqual(['VALIDATION_FAILED']);
    });

    it('are read-only where a grant names others or a denial names them, each with its path', async () => {
      const id = await lead('readonly@example.com');
      const UPDATE = 'mutation ($input: UpdateLeadInput!) { updateLead(input: $input) { lead { version } errors { code path } } }';
      const only = await person([['lead.read', 'ORGANIZATION'], ['lead.update', 'ORGANIZATION', { fields: ['name'] }]]);
      const but = await person([['lead.read', 'ORGANIZATION'], ['lead.update', 'ORGANIZATION'], ['lead.update', 'DEPARTMENT', { effect: 'DENY', fields: ['email'] }]]);
      const path = async (client: ApiClient, input: object): Promise<unknown> => (await client.send(UPDATE, { input: { id, version: 1, ...input } })).errors.map(({ extensions }) => [extensions.code, extensions['inputPath']]);
      expect(await path(only.client, { name: 'A', email: 'b@example.com' })).toEqual([['FORBIDDEN', ['email']]]);
      expect(await path(but.client, { name: 'A', email: 'b@example.com' })).toEqual([['FORBIDDEN', ['email']]]);
      expect(codesOf(await only.client.send(UPDATE, { input: { id, version: 1, name: 'Anna' } }))).toEqual([]);
      expect(codesOf(await but.client.send(UPDATE, { input: { id, version: 2, name: 'Anne' } }))).toEqual([]);
    });
  });

  describe('explainAccess', () => {
    it('says who may what and why, to those who administer roles', async () => {
      const id = await lead('why@example.com');
      const { client, user } = await person([['lead.read', 'DEPARTMENT'], ['lead.update', 'OWN'], ['lead.convert', 'ORGANIZATION', { conditions: { states: ['QUALIFIED'] } }], ['lead.read', 'ORGANIZATION', { effect: 'DENY', fields: ['email'] }]]);
      const ask = async (permission: string, userId = user.id): Promise<{ allowed: boolean; sentence: string; reasons: { effect: string; applies: boolean; sentence: string }[]; hiddenFields: string[] }> =>
        (await admin.ask<{ explainAccess: never }>(EXPLAIN, { userId, permission, recordId: id })).explainAccess;
      const read = await ask('lead.read');
      expect(read).toMatchObject({ allowed: true, hiddenFields: ['email'] });
      expect(read.reasons.map(({ effect, applies }) => [effect, applies])).toEqual([['ALLOW', true], ['DENY', true]]);
      expect(read.reasons[0]!.sentence).toMatch(/^The role Rules \d+ grants it for the records of their departments and all below\.$/);
      const update = await ask('lead.update');
      expect(update).toMatchObject({ allowed: false, reasons: [{ applies: false, sentence: expect.stringContaining('this record is not among the records they own') as string }] });
      expect(await ask('lead.convert')).toMatchObject({ allowed: false, reasons: [{ applies: false, sentence: expect.stringContaining('the record does not meet the condition') as string }] });
      expect(await ask('lead.assign')).toMatchObject({ allowed: false, reasons: [], sentence: expect.stringContaining('no role and no exception grants lead.assign') as string });
      expect((await ask('lead.convert', agency.users.SALES_MANAGER.id)).sentence).toContain('may do');
      // What is explained is what is enforced.
      expect(codesOf(await client.send('mutation ($input: UpdateLeadInput!) { updateLead(input: $input) { errors { code } } }', { input: { id, version: 1, name: 'X' } }))).toEqual(['FORBIDDEN']);
      await expectFourCallers({ api, operation: EXPLAIN, variables: { userId: user.id, permission: 'lead.read', recordId: id }, right: admin, wrongPerson: client, wrongOrganization: elsewhere });
      const WHO = 'query ($permission: String!, $recordId: ID!) { whoCanAccess(permission: $permission, recordId: $recordId) }';
      const { whoCanAccess } = await expectFourCallers<{ whoCanAccess: string[] }>({ api, operation: WHO, variables: { permission: 'lead.read', recordId: id }, right: admin, wrongPerson: client, wrongOrganization: elsewhere });
      expect(whoCanAccess).toEqual(expect.arrayContaining([user.id, agency.users.SALES_MANAGER.id, agency.users.ADMIN.id]));
      expect(whoCanAccess).not.toContain(agency.users.TEAM_MEMBER.id);
    });

    it('shows the matrix of roles, inherited lines included, in a statement', async () => {
      const MATRIX = 'query ($roleIds: [ID!]) { permissionMatrix(roleIds: $roleIds) { subjects { name scopes hideable maskable hasState states permissions { name meaning } } roles { key editable cells { permission lines { scope effect inheritedFrom } } } } }';
      const { permissionMatrix: { subjects, roles } } = await admin.ask<{ permissionMatrix: { subjects: { name: string; scopes: string[]; hasState: boolean; maskable: string[] }[]; roles: { key: string; editable: boolean; cells: { permission: string; lines: object[] }[] }[] } }>(MATRIX, { roleIds: [agency.roles.TEAM_LEAD, agency.roles.SUPERADMIN] });
      expect(subjects.find(({ name }) => name === 'lead')).toMatchObject({ scopes: ['OWN', 'ASSIGNED', 'DEPARTMENT', 'ORGANIZATION'], hasState: true, states: expect.arrayContaining(['NEW', 'QUALIFIED']) as object, maskable: ['email', 'phone'] });
      expect(roles.map(({ key, editable }) => [key, editable])).toEqual(expect.arrayContaining([['TEAM_LEAD', true], ['SUPERADMIN', false]]));
      const cell = roles.find(({ key }) => key === 'TEAM_LEAD')?.cells.find(({ permission }) => permission === 'task.work');
      expect(cell?.lines).toEqual([{ scope: 'DEPARTMENT', effect: 'ALLOW', inheritedFrom: null }, { scope: 'ASSIGNED', effect: 'ALLOW', inheritedFrom: 'Team Member' }]);
    });
  });

  describe('view as', () => {
    it('shows what somebody else sees, reads only, is written down, and ends', async () => {
      const viewing = await signInAs(api, agency.users.ADMIN.email);
      const target = agency.users.MARKETING.id;
      await expectFourCallers({ api, operation: START, variables: { input: { userId: target, reason: 'A question of Mia' } }, right: viewing, wrongPerson: member, wrongOrganization: elsewhere });
      const { viewer } = await viewing.ask<{ viewer: { id: string; permissions: string[]; viewing: object } }>('query Who { viewer { id permissions viewing { kind id name tier until } } }');
      expect(viewer).toMatchObject({ id: agency.users.ADMIN.id, viewing: { kind: 'USER', id: target, name: 'marketing', tier: 'EMPLOYEE' } });
      expect(viewer.permissions.filter((name) => !name.endsWith('.read'))).toEqual([]);
      expect(viewer.permissions).toContain('lead.read');
      expect(codesOf(await viewing.send('{ quotes(first: 1) { totalCount } }'))).toEqual(['FORBIDDEN']);
      const refused = await viewing.send('mutation ($input: CreateLeadInput!) { createLead(input: $input) { errors { code } } }', { input: { name: 'No', departmentId: agency.departments.sales } });
      expect(refused.errors).toEqual([expect.objectContaining({ message: expect.stringContaining('You are viewing as marketing') as string, extensions: expect.objectContaining({ code: 'FORBIDDEN' }) as object })]);
      expect(codesOf(await viewing.send(START, { input: { userId: agency.users.HR.id, reason: 'Another' } }))).toEqual(['FORBIDDEN']);
      // The administrator's other sessions go on as they are.
      expect((await admin.ask<{ viewer: { viewing: null } }>('{ viewer { viewing { name } } }')).viewer.viewing).toBeNull();
      await viewing.ask(END);
      expect((await viewing.ask<{ viewer: { permissions: string[] } }>('{ viewer { permissions } }')).viewer.permissions).toContain('lead.create');
      expect(codesOf(await viewing.send(END))).toEqual(['PRECONDITION_FAILED']);
      const { rows } = await owner.query<{ kind: string; actor_id: string }>("SELECT kind, actor_id FROM event WHERE subject_id = $1 AND kind LIKE 'view.%' ORDER BY id", [target]);
      expect(rows.map(({ kind }) => kind)).toEqual(['view.started', 'view.read', 'view.read', 'view.ended']);
      expect(new Set(rows.map(({ actor_id: by }) => by))).toEqual(new Set([agency.users.ADMIN.id]));
    });

    it('works for roles and clients, and not upwards', async () => {
      const viewing = await signInAs(api, agency.users.ADMIN.email);
      await viewing.ask(START, { input: { roleId: agency.roles.TEAM_MEMBER, reason: 'What do they see?' } });
      expect(codesOf(await viewing.send(LEADS))).toEqual(['FORBIDDEN']);
      await viewing.ask(END);
      const customerId = await agency.addCustomer('Viewed');
      const client = await agency.addUser({ name: 'Cleo Client', roles: ['CLIENT_MEMBER'], customerId });
      await viewing.ask(START, { input: { userId: client.id, reason: 'Portal' } });
      const { customers, viewer } = await viewing.ask<{ customers: { nodes: { id: string }[] }; viewer: { viewing: { tier: string; customerId: string } } }>('{ customers(first: 50) { nodes { id } } viewer { viewing { tier customerId } } }');
      expect(customers.nodes).toEqual([{ id: customerId }]);
      expect(viewer.viewing).toEqual({ tier: 'CLIENT', customerId });
      await viewing.ask(END);
      expect(codesOf(await viewing.send(START, { input: { roleId: agency.roles.CLIENT_OWNER, reason: 'Role of clients' } }))).toEqual(['VALIDATION_FAILED']);
      const { client: small } = await person([['role.viewAs', 'ORGANIZATION'], ['role.read', 'ORGANIZATION'], ['user.read', 'ORGANIZATION']]);
      expect(codesOf(await small.send(START, { input: { userId: agency.users.ADMIN.id, reason: 'Curious' } }))).toEqual(['FORBIDDEN']);
      expect(codesOf(await small.send(START, { input: { roleId: agency.roles.SALES_AGENT, reason: 'Curious' } }))).toEqual(['FORBIDDEN']);
    });

    it('is written down as ended when its time is over, once', async () => {
      const viewing = await signInAs(api, agency.users.ADMIN.email);
      const target = agency.users.ACCOUNTANT.id;
      await viewing.ask(START, { input: { userId: target, reason: 'Time' } });
      const { rows: [due] } = await owner.query<{ id: string; handler: string; minutes: number }>(
        `SELECT v.id, w.kind AS handler, round(extract(epoch FROM w.due_at - w.created_at) / 60)::int AS minutes FROM view_as v JOIN due_work w ON w.payload->>'viewId' = v.id::text WHERE v.as_user_id = $1`, [target]);
      expect(due).toMatchObject({ handler: 'view.end', minutes: 30 });
      const run = (): Promise<void> => api.app.nest.get(UnitOfWork).run(systemActor(agency.id), (work) => api.app.nest.get(ViewAsService, { strict: false }).runOut(work, due!.id));
      await run();
      expect(await kindsOf(target)).not.toContain('view.ended');
      await owner.query('UPDATE view_as SET ends_at = now() WHERE id = $1', [due!.id]);
      for (let time = 0; time < 2; time += 1) await run();
      const { rows } = await owner.query<{ changes: object }>("SELECT d.changes FROM event e JOIN event_detail d ON d.event_id = e.id WHERE e.subject_id = $1 AND e.kind = 'view.ended'", [target]);
      expect(rows).toEqual([{ changes: expect.objectContaining({ as: { before: null, after: 'accountant' }, by: { before: null, after: 'TIME' }, viewer: { before: null, after: agency.users.ADMIN.id } }) as object }]);
    });

    it('ends by itself after half an hour, and with what the viewer may see', async () => {
      const viewing = await signInAs(api, agency.users.ADMIN.email);
      await viewing.ask(START, { input: { userId: agency.users.HR.id, reason: 'Time' } });
      await owner.query("UPDATE view_as SET ends_at = now() WHERE user_id = $1 AND ended_at IS NULL", [agency.users.ADMIN.id]);
      expect((await viewing.ask<{ viewer: { viewing: null } }>('{ viewer { viewing { name } } }')).viewer.viewing).toBeNull();
    });
  });
});
