import { Work } from '@throughline/platform/database';
import { newId } from '@throughline/platform/kernel';
import type { TestOrganization, TestUser } from '@throughline/testing';
import { type ApiClient, bootTwoOrganizations, codesOf, expectFourCallers, signInAs, type TestApi, type TwoOrganizations } from '@throughline/testing/api';
import type { Client } from 'pg';
import { insertPrivateChannel, insertProject, insertProjectChannel } from '../../../libs/collaboration/messages/testing/chat-rows.js';

const ACTIVITY = `query ($first: Int! = 50, $after: String, $filter: ActivityFilter) { activity(first: $first, after: $after, filter: $filter) {
  nodes { id position kind phrase subject recordId recordName contextSubject contextId contextName actorId actorName actorTier occurredAt changedFields changes { field kind beforeText afterText } }
  position pageInfo { hasNextPage endCursor } } }`;

interface Entry {
  id: string; position: string; kind: string; phrase: string; subject: string; recordId: string; recordName: string | null; contextSubject: string | null; contextId: string | null;
  contextName: string | null; actorId: string | null; actorName: string | null; changedFields: string[]; changes: { field: string; beforeText: string | null; afterText: string | null }[];
}
interface Page { position: string; nodes: Entry[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } }

describe('what the team did', () => {
  let setUp: TwoOrganizations;
  let api: TestApi;
  let owner: Client;
  let agency: TestOrganization;
  let customerId: string;
  let clientUser: TestUser;
  let client: ApiClient;
  let elsewhere: ApiClient;
  const people: Partial<Record<keyof TestOrganization['users'], ApiClient>> = {};
  const as = (who: keyof typeof people): ApiClient => people[who]!;

  beforeAll(async () => {
    setUp = await bootTwoOrganizations();
    ({ api, owner, agency } = setUp);
    customerId = await agency.addCustomer();
    clientUser = await agency.addUser({ name: 'Clara Client', roles: ['CLIENT_OWNER'], customerId });
    client = await signInAs(api, clientUser.email);
    elsewhere = await signInAs(api, setUp.other.users.SALES_MANAGER.email);
    for (const role of ['ADMIN', 'SALES_MANAGER', 'SALES_CLOSER', 'DEPARTMENT_MANAGER', 'TEAM_LEAD', 'TEAM_MEMBER', 'ANALYST'] as const) people[role] = await signInAs(api, agency.users[role].email);
  });
  afterAll(() => setUp?.close());

  /** As the relay does. */
  const positions = (): Promise<unknown> => owner.query('SELECT app.assign_positions(1000000)');
  const page = async (who: ApiClient, variables: object = {}): Promise<Page> => {
    await positions();
    return (await who.ask<{ activity: Page }>(ACTIVITY, variables)).activity;
  };
  const kinds = async (who: ApiClient, filter: object = {}): Promise<string[]> => (await page(who, { filter })).nodes.map(({ kind }) => kind);
  const create = async (who: ApiClient, name: string, field: string, input: object): Promise<{ id: string; version: number }> => {
    const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
    return (await who.ask<Record<string, Record<string, { id: string; version: number }>>>(`mutation ($input: ${type}!) { ${name}(input: $input) { ${field} { id version } errors { code message path } } }`, { input }))[name]![field]!;
  };
  const lead = (name: string, facts: object = {}): Promise<{ id: string; version: number }> => create(as('SALES_MANAGER'), 'createLead', 'lead', { name, departmentId: agency.departments.sales, ...facts });
  const project = async (): Promise<string> => insertProject(owner, agency, customerId, { ownerId: agency.users.PROJECT_MANAGER.id });
  const task = (projectId: string, title: string): Promise<{ id: string; version: number }> => create(as('TEAM_LEAD'), 'createTask', 'task', { projectId, title, estimateMinutes: 60 });
  /** Events as they lie in the log, told by nobody's mutation. */
  const events = (count: number, kind: string, subject: string, subjectId: string, facts: { actorId?: string; historical?: boolean; changes?: object } = {}): Promise<unknown> => owner.query(
    `WITH made AS (INSERT INTO event (organization_id, kind, subject, subject_id, actor_id, actor_tier, request_id, access_after, detail_digest, historical)
       SELECT $1, $2, $3, $4, $5, 'EMPLOYEE', 'test', '{}', '', $6 FROM generate_series(1, $7) RETURNING id),
     detail AS (INSERT INTO event_detail (event_id, organization_id, salt, changes) SELECT id, $1, '', $8 FROM made)
     INSERT INTO event_pending (event_id, organization_id) SELECT id, $1 FROM made`,
    [agency.id, kind, subject, subjectId, facts.actorId ?? agency.users.SALES_MANAGER.id, facts.historical ?? false, count, JSON.stringify(facts.changes ?? {})],
  );
  const rightsChanged = (): Promise<unknown> => owner.query('UPDATE organization SET access_version = access_version + 1 WHERE id = $1', [agency.id]);
  const grant = async (role: keyof TestOrganization['roles'], permission: string, fields: string | null, effect: string, scope = 'ORGANIZATION'): Promise<void> => {
    await owner.query(`INSERT INTO role_grant (id, organization_id, role_id, permission, scope, fields, effect) VALUES (gen_random_uuid(), $1, $2, $3, $6, $4, $5)`, [agency.id, agency.roles[role], permission, fields, effect, scope]);
    await rightsChanged();
  };

  it('is for those who work here, each organization for itself', async () => {
    const { id } = await lead('Four callers');
    await positions();
    await expectFourCallers({ api, operation: ACTIVITY, right: as('SALES_MANAGER'), wrongPerson: client, wrongOrganization: elsewhere, separately: agency.id });
    expect((await page(as('SALES_MANAGER'))).nodes.map(({ recordId }) => recordId)).toContain(id);
    expect(await page(elsewhere)).toEqual({ position: expect.any(String) as string, nodes: [], pageInfo: { hasNextPage: false, endCursor: null } });
    expect((await page(elsewhere, { filter: { recordId: id } })).nodes).toEqual([]);
    // Whatever somebody granted them.
    await grant('CLIENT_OWNER', 'teamActivity.read', null, 'ALLOW', 'CUSTOMER');
    expect(codesOf(await client.send(ACTIVITY))).toEqual(['FORBIDDEN']);
  });

  it('tells who did what to what, in what, newest first', async () => {
    const projectId = await project();
    const { id, version } = await task(projectId, 'Home page');
    await as('TEAM_LEAD').ask('mutation ($input: UpdateTaskInput!) { updateTask(input: $input) { errors { code message path } } }', { input: { id, version, title: 'Home page', dueOn: '2026-12-24', description: 'Secret words' } });
    const { nodes: [updated, created] } = await page(as('TEAM_MEMBER'), { filter: { recordId: projectId } });
    expect(updated).toMatchObject({
      kind: 'task.updated', phrase: 'updated', subject: 'task', recordId: id, recordName: 'Home page', contextSubject: 'project', contextId: projectId, actorId: agency.users.TEAM_LEAD.id, actorName: 'team lead',
      changes: [{ field: 'dueOn', beforeText: null, afterText: '2026-12-24' }],
    });
    expect(updated?.contextName).toMatch(/^PRJ-.* Bakery website$/);
    expect(updated?.changedFields).toEqual(expect.arrayContaining(['Due', 'Description']));
    expect(JSON.stringify(updated)).not.toContain('Secret');
    expect(created?.kind).toBe('task.created');
    expect(BigInt(updated!.position) > BigInt(created!.position)).toBe(true);
    const { rows: [log] } = await owner.query<{ position: string }>('SELECT position FROM organization_position WHERE organization_id = $1', [agency.id]);
    expect((await page(as('TEAM_MEMBER'))).position).toBe(log?.position);
  });

  it('tells business only: no accounts, reading marks, imports, nor what the product says by itself', async () => {
    const { id } = await lead('Only business');
    const before = (await page(as('ADMIN'))).nodes.length;
    await events(1, 'user.signedIn', 'user', agency.users.HR.id);
    await events(1, 'access.refused', 'security', agency.users.HR.id);
    await events(1, 'channelReader.read', 'channelReader', newId());
    await events(1, 'record.unmasked', 'lead', id);
    await events(1, 'lead.fieldsRestored', 'lead', id);
    await events(1, 'lead.updated', 'lead', id, { historical: true });
    await events(1, 'task.overdue', 'task', newId());
    expect((await page(as('ADMIN'))).nodes.length).toBe(before);
    expect(await kinds(as('ADMIN'), { recordId: id })).toEqual(['lead.created']);
  });

  it('tells of what one sees now, whatever it was then', async () => {
    const { id } = await lead('Moves on');
    expect(await kinds(as('SALES_CLOSER'), { recordId: id })).toEqual(['lead.created']);
    expect(await kinds(as('TEAM_LEAD'), { recordId: id })).toEqual([]);
    await owner.query('UPDATE lead SET department_id = $2 WHERE id = $1', [id, agency.departments.marketing]);
    expect(await kinds(as('SALES_CLOSER'), { recordId: id })).toEqual([]);
    await owner.query('UPDATE lead SET department_id = $2 WHERE id = $1', [id, agency.departments.sales]);
    await events(1, 'lead.updated', 'lead', newId());
    expect((await page(as('ADMIN'), { filter: { subjects: ['lead'] } })).nodes[0]?.recordId).toBe(id);
  });

  it('follows talk and files to their record, and tells of no talk among people', async () => {
    const projectId = await project();
    const channelId = await insertProjectChannel(owner, agency.id, projectId);
    const post = (channel: string): Promise<{ id: string }> => create(as('TEAM_LEAD'), 'postMessage', 'message', { channelId: channel, side: 'INTERNAL', body: 'Nobody else reads this' });
    const { id } = await post(channelId);
    const among = await insertPrivateChannel(owner, agency.id, [agency.users.TEAM_LEAD.id, agency.users.TEAM_MEMBER.id]);
    await post(among);
    const { nodes } = await page(as('TEAM_MEMBER'), { filter: { subjects: ['message'] } });
    expect(nodes).toMatchObject([{ recordId: id, phrase: 'wrote', recordName: null, contextSubject: 'project', contextId: projectId, changes: [], changedFields: [] }]);
    expect(JSON.stringify(nodes)).not.toContain('Nobody');
    expect(await kinds(as('SALES_CLOSER'), { subjects: ['message'] })).toEqual([]);
    const file = newId();
    await owner.query(`INSERT INTO file (id, organization_id, subject, record_id, name, content_type, bytes, state, sealed_key) VALUES ($1, $2, 'project', $3, 'plan.pdf', 'application/pdf', 1, 'READY', '')`, [file, agency.id, projectId]);
    await events(1, 'file.attached', 'file', file, { actorId: agency.users.TEAM_LEAD.id });
    expect((await page(as('TEAM_MEMBER'), { filter: { subjects: ['file'] } })).nodes).toMatchObject([{ recordName: 'plan.pdf', contextId: projectId }]);
    expect(await kinds(as('SALES_CLOSER'), { subjects: ['file'] })).toEqual([]);
    await owner.query('UPDATE message SET deleted_at = now(), body = NULL WHERE id = $1', [id]);
    expect(await kinds(as('TEAM_MEMBER'), { subjects: ['message'] })).toEqual([]);
  });

  it('tells of a hand-off only those who see what is handed over', async () => {
    const { id } = await lead('Handed over');
    const handOff = newId();
    await owner.query(`INSERT INTO hand_off (id, organization_id, subject, record_id, step, to_department_id) VALUES ($1, $2, 'lead', $3, 'Call back', $4)`, [handOff, agency.id, id, agency.departments.web]);
    await events(1, 'handOff.offered', 'handOff', handOff);
    expect((await page(as('SALES_CLOSER'), { filter: { subjects: ['handOff'] } })).nodes).toMatchObject([{ phrase: 'handed over', contextSubject: 'lead', contextId: id, contextName: 'Handed over' }]);
    expect(await kinds(as('TEAM_LEAD'), { subjects: ['handOff'] })).toEqual([]);
  });

  it('leaves out hidden and masked fields, and all words and facts about people', async () => {
    const { id, version } = await lead('Hidden Hugo', { email: 'hugo@example.com', budget: { amountMinor: '100', currency: 'USD' } });
    await as('SALES_MANAGER').ask('mutation ($input: UpdateLeadInput!) { updateLead(input: $input) { errors { code message path } } }', { input: { id, version, email: 'other@example.com', company: 'Hugo Inc', budget: { amountMinor: '99900', currency: 'USD' } } });
    const asked = { filter: { recordId: id } };
    const [open] = (await page(as('SALES_CLOSER'), asked)).nodes;
    expect(open?.changes).toContainEqual({ field: 'budgetMinor', kind: 'MONEY', beforeText: '1.00 USD', afterText: '999.00 USD' });
    expect(open?.changes.filter(({ field }) => ['email', 'company'].includes(field))).toEqual([]);
    expect(open?.changedFields).toEqual(expect.arrayContaining(['Budget', 'Email', 'Company']));
    // Taken out of the history: it can be said that there was something, not what.
    await events(1, 'lead.updated', 'lead', id, { changes: { budgetMinor: { before: null, after: null, erased: true } } });
    expect((await page(as('SALES_CLOSER'), asked)).nodes[0]).toMatchObject({ changes: [], changedFields: ['Budget'] });
    await grant('SALES_CLOSER', 'lead.read', '{budget}', 'DENY');
    await grant('SALES_CLOSER', 'lead.read', '{email}', 'MASK');
    const hidden = (await page(as('SALES_CLOSER'), asked)).nodes;
        expect(hidden.map(({ changedFields }) => changedFields)[1]).toContain('Company');
    expect(JSON.stringify(hidden)).not.toMatch(/[Bb]udget|Email|example\.com|Inc/);
    await grant('SALES_CLOSER', 'lead.read', '{name}', 'DENY');
    expect(JSON.stringify((await page(as('SALES_CLOSER'), asked)).nodes)).not.toContain('Hugo');
    const contact = newId();
    await owner.query(`INSERT INTO contact (id, organization_id, customer_id, name) VALUES ($1, $2, $3, 'Cora')`, [contact, agency.id, customerId]);
    await events(1, 'contact.updated', 'contact', contact, { changes: { doNotCall: { before: false, after: true }, phone: { before: '1', after: '+47 555' } } });
    expect((await page(as('ADMIN'), { filter: { recordId: contact } })).nodes).toMatchObject([{ changes: [], changedFields: ['Phone', 'Do not call'] }]);
  });

  it('is narrowed by person, kind, department with those below, record and time', async () => {
    const projectId = await project();
    const { id } = await task(projectId, 'Narrow');
    const mine = { actorId: agency.users.TEAM_LEAD.id };
    expect(new Set((await page(as('ADMIN'), { filter: mine })).nodes.map(({ actorId }) => actorId))).toEqual(new Set([agency.users.TEAM_LEAD.id]));
    expect(new Set(await kinds(as('ADMIN'), { ...mine, subjects: ['task'] }))).toEqual(new Set(['task.created', 'task.updated']));
    const inDepartment = async (departmentId: string): Promise<string[]> => (await page(as('ADMIN'), { filter: { departmentId } })).nodes.map(({ recordId }) => recordId);
    expect(await inDepartment(agency.departments.web)).toContain(id);
    expect(await inDepartment(agency.departments.delivery)).toContain(id);
    expect(await inDepartment(agency.departments.seo)).toEqual([]);
    expect(await inDepartment(agency.departments.sales)).not.toContain(id);
    expect(await kinds(as('ADMIN'), { recordId: projectId })).toEqual(['task.created']);
    expect(await kinds(as('ADMIN'), { recordId: projectId, since: new Date(Date.now() + 60_000).toISOString() })).toEqual([]);
    const refused = async (variables: object): Promise<string[]> => codesOf(await as('ADMIN').send(ACTIVITY, variables));
    expect(await refused({ filter: { subjects: ['user'] } })).toEqual(['VALIDATION_FAILED']);
    expect(await refused({ after: 'x' })).toEqual(['VALIDATION_FAILED']);
    expect(await refused({ after: '999999999' })).toEqual(['VALIDATION_FAILED']);
    expect(await refused({ first: 201 })).toEqual(['LIMIT_EXCEEDED']);
  });

  it('names nobody whom one may not see, and finds nothing by them', async () => {
    await owner.query(`DELETE FROM role_grant WHERE organization_id = $1 AND role_id = $2 AND permission = 'user.read'`, [agency.id, agency.roles.ANALYST]);
    await rightsChanged();
    const { nodes } = await page(as('ANALYST'), { filter: { subjects: ['lead'] } });
    expect(nodes.length).toBeGreaterThan(0);
    expect(nodes.every(({ actorId, actorName }) => actorId === null && actorName === null)).toBe(true);
    expect(await kinds(as('ANALYST'), { actorId: agency.users.SALES_MANAGER.id })).toEqual([]);
  });

  it('goes on page by page from a position, each once', async () => {
    const all = (await page(as('ADMIN'), { first: 200 })).nodes.map(({ id }) => id);
    const read: string[] = [];
    for (let after: string | null = null, more = true; more;) {
      const { nodes, pageInfo }: Page = await page(as('ADMIN'), { first: 3, after });
      read.push(...nodes.map(({ id }) => id));
      expect(pageInfo.endCursor).toBe(nodes.at(-1)?.position ?? pageInfo.endCursor);
      ({ endCursor: after, hasNextPage: more } = pageInfo);
    }
    expect(read).toEqual(all);
    expect(read).toEqual([...read].sort((one, other) => Number(BigInt(other) - BigInt(one))));
  });

  describe('costs', () => {
    async function statements(who: ApiClient, variables: object): Promise<number> {
      await page(who, variables);
      const work = jest.spyOn(Work.prototype, 'query');
      try {
        await page(who, variables);
        return work.mock.calls.length;
      } finally {
        work.mockRestore();
      }
    }

    it('the same few statements for many entries as for few', async () => {
      const filter = { subjects: ['task'] };
      expect([await statements(as('ADMIN'), { first: 1, filter }), await statements(as('ADMIN'), { first: 100, filter })]).toEqual([7, 7]);
      const projectId = await project();
      for (let each = 0; each < 8; each += 1) await task(projectId, `Counted ${each}`);
      expect(await statements(as('ADMIN'), { first: 100, filter })).toBe(7);
      // Amounts ask for their currencies, once.
      expect(await statements(as('ADMIN'), { first: 100 })).toBe(8);
    });

    it('a bounded look back: a page that is short says how far it looked', async () => {
      const { id } = await lead('Far back');
      await owner.query('UPDATE lead SET department_id = $2 WHERE id = $1', [id, agency.departments.marketing]);
      const hidden = (await lead('Never seen')).id;
      await owner.query('UPDATE lead SET department_id = $2 WHERE id = $1', [hidden, agency.departments.sales]);
      await events(10_000, 'lead.updated', 'lead', hidden);
      const marketer = await signInAs(api, (await agency.addUser({ name: 'Mara Marketer', roles: ['SALES_CLOSER'], departmentIds: [agency.departments.marketing] })).email);
      await positions();
      const work = jest.spyOn(Work.prototype, 'query');
      let found: Entry[] = [];
      let pages = 0;
      for (let after: string | null = null; found.length === 0; pages += 1) {
        const before = work.mock.calls.length;
        const { nodes, pageInfo }: Page = (await marketer.ask<{ activity: Page }>(ACTIVITY, { after, filter: { subjects: ['lead'] } })).activity;
        expect(work.mock.calls.length - before).toBeLessThanOrEqual(14);
        if (nodes.length === 0) expect(pageInfo.hasNextPage).toBe(true);
        found = nodes;
        after = pageInfo.endCursor;
      }
      work.mockRestore();
      expect(found[0]?.recordId).toBe(id);
      expect(pages).toBeGreaterThan(1);
      expect(pages).toBeLessThan(6);
    });

    it('an index for every way of asking', async () => {
      await owner.query('ANALYZE event');
      const plans: string[] = [];
      const work = jest.spyOn(Work.prototype, 'query');
      for (const filter of [{}, { subjects: ['quote', 'deal'] }, { actorId: agency.users.HR.id }, { recordId: newId() }]) await page(as('ADMIN'), { filter });
      const asked = work.mock.calls.filter(([sql]) => sql.includes('NOT e.historical'));
      work.mockRestore();
      for (const [sql, values] of asked) plans.push(JSON.stringify((await owner.query(`EXPLAIN ${sql}`, values as unknown[])).rows));
      expect(plans.length).toBeGreaterThanOrEqual(4);
      for (const plan of plans) expect(plan).not.toMatch(/Seq Scan on event/);
    });
  });
});
