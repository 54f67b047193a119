import { newId } from '@throughline/platform/kernel';
import { seedOrganization, type TestOrganization, type TestUser } from '@throughline/testing';
import { type ApiClient, bootTwoOrganizations, codesOf, expectFourCallers, signInAs, type TestApi, type TwoOrganizations } from '@throughline/testing/api';
import type { Client } from 'pg';

const ERRORS = 'errors { code message path details }';
const OPEN = 'query ($userId: ID!) { userOpenRecords(userId: $userId) { kind label count } }';
const DEACTIVATE = `mutation ($input: DeactivateUserInput!) { deactivateUser(input: $input) { user { id version status } ${ERRORS} } }`;
const REACTIVATE = `mutation ($input: ReactivateUserInput!) { reactivateUser(input: $input) { user { id version status } ${ERRORS} } }`;
const UPDATE = `mutation ($input: UpdateUserInput!) { updateUser(input: $input) { user { email } ${ERRORS} } }`;

interface Refusal { code: string; message: string; path: string[]; details?: { openRecords?: { kind: string; count: number }[]; reason?: string } | null }

describe('leaving and coming back', () => {
  let setUp: TwoOrganizations;
  let api: TestApi;
  let owner: Client;
  let agency: TestOrganization;
  let other: TestOrganization;
  let hr: ApiClient;
  let member: ApiClient;
  let elsewhere: ApiClient;

  beforeAll(async () => {
    setUp = await bootTwoOrganizations();
    ({ api, owner, agency, other } = setUp);
    hr = await signInAs(api, agency.users.HR.email);
    member = await signInAs(api, agency.users.TEAM_MEMBER.email);
    elsewhere = await signInAs(api, other.users.HR.email);
  });
  afterAll(() => setUp?.close());

  let people = 0;
  const someone = (): Promise<TestUser> => agency.addUser({ name: `Leaver ${++people}`, roles: ['TEAM_MEMBER'], departmentIds: [agency.departments.web] });
  const refusals = async (operation: string, input: object): Promise<Refusal[]> =>
    Object.values((await hr.send<Record<string, { errors: Refusal[] }>>(operation, { input })).data ?? {}).flatMap(({ errors }) => errors);
  const insert = async (table: string, values: Record<string, unknown>): Promise<string> => {
    const row = { id: newId(), organization_id: agency.id, ...values };
    const names = Object.keys(row);
    await owner.query(`INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map((_, index) => `$${index + 1}`).join(', ')})`, Object.values(row));
    return row.id;
  };

  /** One open record of every kind, and a closed one beside it where there is such a thing. */
  async function recordsOf(userId: string): Promise<Record<string, string>> {
    const customer = await agency.addCustomer(`Customer ${++people}`);
    const [web, number] = [agency.departments.web, (): string => `N-${++people}`];
    await owner.query('UPDATE customer SET owner_id = $2 WHERE id = $1', [customer, userId]);
    const contact = await insert('contact', { customer_id: customer, name: 'Contact', owner_id: userId });
    const lead = await insert('lead', { display_name: 'Open', dedupe_key: newId(), owner_id: userId, status: 'NEW', currency: 'USD' });
    await insert('lead', { display_name: 'Lost', dedupe_key: newId(), owner_id: userId, status: 'LOST', currency: 'USD' });
    const pipeline = await insert('pipeline', { name: `Pipeline ${people}` });
    const stage = await insert('pipeline_stage', { pipeline_id: pipeline, name: 'First', position: 1, probability: 10 });
    const deal = { name: 'Deal', customer_id: customer, pipeline_id: pipeline, stage_id: stage, owner_id: userId, currency: 'USD', probability: 10 };
    const open = await insert('deal', { ...deal, number: number(), status: 'OPEN' });
    await insert('deal', { ...deal, number: number(), status: 'LOST', closed_at: new Date() });
    const category = await insert('service_category', { key: `KEY${people}`, name: 'Category' });
    const ticket = await insert('ticket', { number: number(), kind: 'ONBOARDING', title: 'Ticket', customer_id: customer, category_id: category, owner_id: userId, status: 'ASSIGNED' });
    const project = await insert('project', { number: number(), name: 'Project', customer_id: customer, status: 'IN_PROGRESS', currency: 'USD', owner_id: userId, department_id: web });
    const node = { project_id: project, customer_id: customer, owner_id: userId, department_id: web, position: 1, weight: 1, work_total: 1, work_done: 0 };
    const task = await insert('task', { ...node, title: 'Task', reviewer_id: userId });
    const done = await insert('task', { ...node, title: 'Done', status: 'COMPLETED', derived_status: 'COMPLETED' });
    for (const id of [task, done]) await owner.query('INSERT INTO task_assignee (organization_id, task_id, user_id) VALUES ($1, $2, $3)', [agency.id, id, userId]);
    const team = await insert('team', { name: `Team ${people}`, department_id: web, lead_id: userId });
    const department = await insert('department', { name: `Department ${people}`, kind: 'QA', manager_id: userId });
    return { customer, contact, lead, open, ticket, project, task, done, team, department };
  }

  const KINDS = ['TEAMS', 'DEPARTMENTS', 'LEADS', 'CUSTOMERS', 'DEALS', 'TICKETS', 'PROJECTS', 'TASKS', 'REVIEWS'].sort();
  const holder = async (table: string, column: string, id: string): Promise<unknown> => (await owner.query<{ holder: unknown }>(`SELECT ${column} AS holder FROM ${table} WHERE id = $1`, [id])).rows[0]?.holder;

  it('counts what would be handed over, for those who may', async () => {
    const leaver = await someone();
    await recordsOf(leaver.id);
    const { userOpenRecords } = await expectFourCallers<{ userOpenRecords: { kind: string; label: string; count: number }[] }>({ api, operation: OPEN, variables: { userId: leaver.id }, right: hr, wrongPerson: member, wrongOrganization: elsewhere });
    expect(userOpenRecords.map(({ kind }) => kind).sort()).toEqual(KINDS);
    expect(userOpenRecords.every(({ count, label }) => count === 1 && label.length > 0)).toBe(true);
  });

  it('hands everything over in one step and ends sessions at once', async () => {
    const [leaver, heir, dealer] = [await someone(), await someone(), await someone()];
    const ids = await recordsOf(leaver.id);
    const session = await signInAs(api, leaver.email);
    const [refusal] = await refusals(DEACTIVATE, { id: leaver.id, version: 1 });
    expect(refusal).toMatchObject({ code: 'PRECONDITION_FAILED', path: ['transfers'], message: expect.stringContaining('1 open leads') as string });
    expect(refusal?.details?.openRecords?.map(({ kind }) => kind).sort()).toEqual(KINDS);
    expect(await refusals(DEACTIVATE, { id: leaver.id, version: 1, transfers: [{ kind: 'DEALS', toId: dealer.id }] })).toMatchObject([{ code: 'PRECONDITION_FAILED' }]);
    await session.ask('{ viewer { id } }');
    const input = { id: leaver.id, version: 1, transferAllToId: heir.id, transfers: [{ kind: 'DEALS', toId: dealer.id }] };
    await expectFourCallers({ api, operation: DEACTIVATE, variables: { input }, right: hr, wrongPerson: member, wrongOrganization: elsewhere });
    expect(codesOf(await session.send('{ viewer { id } }'))).toEqual(['UNAUTHENTICATED']);
    const held = [['customer', 'owner_id', ids['customer']], ['contact', 'owner_id', ids['contact']], ['lead', 'owner_id', ids['lead']], ['ticket', 'owner_id', ids['ticket']],
      ['project', 'owner_id', ids['project']], ['task', 'owner_id', ids['task']], ['task', 'reviewer_id', ids['task']], ['team', 'lead_id', ids['team']], ['department', 'manager_id', ids['department']]] as const;
    for (const [table, column, id] of held) expect({ table, column, holder: await holder(table, column, id!) }).toEqual({ table, column, holder: heir.id });
    expect(await holder('deal', 'owner_id', ids['open']!)).toBe(dealer.id);
    const assignees = async (id: string): Promise<unknown> => (await owner.query('SELECT user_id FROM task_assignee WHERE task_id = $1', [id])).rows;
    expect([await assignees(ids['task']!), await assignees(ids['done']!)]).toEqual([[{ user_id: heir.id }], [{ user_id: leaver.id }]]);
    const { rows } = await owner.query("SELECT status, owner_id FROM lead WHERE owner_id = ANY ($1) AND status = 'LOST'", [[leaver.id, heir.id]]);
    expect(rows).toEqual([{ status: 'LOST', owner_id: leaver.id }]);
    const events = await owner.query<{ kind: string }>("SELECT kind FROM event WHERE subject_id = ANY ($1) AND kind LIKE '%.transferred'", [Object.values(ids)]);
    expect(events.rows.map(({ kind }) => kind).sort()).toEqual([
      'customer.transferred', 'deal.transferred', 'department.transferred', 'lead.transferred', 'project.transferred', 'task.transferred', 'task.transferred', 'team.transferred', 'ticket.transferred',
    ]);
  });

  it('leaves records where they are only when told so', async () => {
    const leaver = await someone();
    const { lead } = await recordsOf(leaver.id);
    await hr.ask(DEACTIVATE, { input: { id: leaver.id, version: 1, leaveRecords: true } });
    expect(await holder('lead', 'owner_id', lead!)).toBe(leaver.id);
  });

  it.each([
    ['themselves', () => Promise.resolve(null), 'VALIDATION_FAILED'],
    ['somebody who has left', async () => {
      const gone = await someone();
      await owner.query("UPDATE user_account SET status = 'INACTIVE' WHERE id = $1", [gone.id]);
      return gone.id;
    }, 'VALIDATION_FAILED'],
    ['a client', async () => (await agency.addUser({ name: `Client ${++people}`, roles: ['CLIENT_MEMBER'], customerId: await agency.addCustomer() })).id, 'VALIDATION_FAILED'],
    ['nobody', () => Promise.resolve(newId()), 'NOT_FOUND'],
    ['somebody of another organization', () => Promise.resolve(other.users.HR.id), 'NOT_FOUND'],
  ])('gives nothing to %s', async (_, taker, code) => {
    const leaver = await someone();
    await recordsOf(leaver.id);
    const toId = (await taker()) ?? leaver.id;
    expect(await refusals(DEACTIVATE, { id: leaver.id, version: 1, transferAllToId: toId })).toMatchObject([{ code, path: ['transferAllToId'] }]);
    expect(await refusals(DEACTIVATE, { id: leaver.id, version: 1, transfers: [{ kind: 'DEALS', toId }] })).toMatchObject([{ code, path: ['transfers', '0', 'toId'] }]);
    expect(await holder('user_account', 'status', leaver.id)).toBe('ACTIVE');
  });

  it('knows its kinds', async () => {
    const leaver = await someone();
    expect(await refusals(DEACTIVATE, { id: leaver.id, version: 1, transfers: [{ kind: 'BOATS', toId: agency.users.HR.id }] })).toMatchObject([{ code: 'VALIDATION_FAILED', path: ['transfers', '0', 'kind'] }]);
  });

  it('keeps somebody who can put rights in order: administrators whose role cannot are not enough', async () => {
    const small = await seedOrganization(api.database, `Small ${++people}`);
    const admin = await signInAs(api, small.users.SUPERADMIN.email);
    // Another administrator remains, but one who may not give permissions.
    await owner.query("INSERT INTO user_grant (id, organization_id, user_id, permission, scope, effect, reason) VALUES ($1, $2, $3, 'role.grant', 'ORGANIZATION', 'DENY', 'Test')", [newId(), small.id, small.users.SUPERADMIN.id]);
    const answer = await admin.send<Record<string, { errors: Refusal[] }>>(DEACTIVATE, { input: { id: small.users.ADMIN.id, version: 1, leaveRecords: true } });
    expect(answer.data?.['deactivateUser']?.errors).toMatchObject([{ code: 'PRECONDITION_FAILED', message: expect.stringContaining('nobody could give roles') as string }]);
    expect(await holder('user_account', 'status', small.users.ADMIN.id)).toBe('ACTIVE');
  });

  it('lets people in again, for those who may', async () => {
    const leaver = await someone();
    await hr.ask(DEACTIVATE, { input: { id: leaver.id, version: 1 } });
    const { reactivateUser } = await expectFourCallers<{ reactivateUser: { user: object } }>({ api, operation: REACTIVATE, variables: { input: { id: leaver.id, version: 2 } }, right: hr, wrongPerson: member, wrongOrganization: elsewhere });
    expect(reactivateUser.user).toEqual({ id: leaver.id, version: 3, status: 'ACTIVE' });
    await signInAs(api, leaver.email);
    expect(await refusals(REACTIVATE, { id: leaver.id, version: 3 })).toMatchObject([{ code: 'ILLEGAL_TRANSITION' }]);
  });

  it('takes a new address only from somebody who may do all that its person may, and has just proven who they are', async () => {
    const [user, email] = [await someone(), `new.address.${people}@agency.test`];
    const admin = await signInAs(api, agency.users.ADMIN.email);
    const change = async (who: ApiClient, version: number): Promise<object> => who.send(UPDATE, { input: { id: user.id, version, email } });
    await owner.query("UPDATE session SET proved_at = now() - interval '11 minutes' WHERE user_id = $1", [agency.users.ADMIN.id]);
    expect(await change(admin, 1)).toMatchObject({ data: { updateUser: { errors: [{ code: 'PRECONDITION_FAILED', details: { reason: 'REAUTHENTICATE' } }] } } });
    expect(await refusals(UPDATE, { id: user.id, version: 1, title: 'Designer' })).toEqual([]);
    await owner.query('UPDATE session SET proved_at = now() WHERE user_id = ANY($1)', [[agency.users.ADMIN.id, agency.users.HR.id]]);
    expect(await change(hr, 2)).toMatchObject({ errors: [{ extensions: { code: 'FORBIDDEN', inputPath: ['email'] } }] });
    expect(await change(admin, 2)).toMatchObject({ data: { updateUser: { errors: [] } } });
    expect(await holder('user_account', 'email', user.id)).toBe(email);
  });
});
