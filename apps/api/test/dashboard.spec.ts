import { BUILT_IN_ROLES } from '@throughline/identity/access';
import { newId } from '@throughline/platform/kernel';
import { Reader } from '@throughline/platform/read';
import { seedOrganization, type StaffRole, type TestOrganization, type TestUser } from '@throughline/testing';
import { bootApi, signInAs, type TestApi } from '@throughline/testing/api';
import { Client } from 'pg';

const ALL = '{ dashboard { asOf leads { status } deals { stage } wonThisMonth { currency } tickets { status } projects { status } myTasks { today } } }';
const DASHBOARD = `{ dashboard { __typename asOf leads { status count __typename } deals { stage count } wonThisMonth { amountMinor currency } tickets { status count }
  open: projects { count status } myTasks { overdue today thisWeek later __typename } } }`;

interface Figures { leads: unknown; deals: unknown; open: unknown; myTasks: unknown; wonThisMonth: unknown; asOf: string; __typename: string }

describe('the sums of the home screen', () => {
  let api: TestApi;
  let owner: Client;
  let agency: TestOrganization;
  let second: TestUser;
  let passed: jest.SpyInstance;

  beforeAll(async () => {
    api = await bootApi();
    owner = new Client({ connectionString: api.database.ownerUrl });
    await owner.connect();
    agency = await seedOrganization(api.database);
    second = await agency.addUser({ name: 'second analyst', roles: ['ANALYST'], departmentIds: [agency.departments.administration] });
    const { id } = agency;
    const lead = (organization: string, status: string, departmentId: string | null): Promise<unknown> => owner.query(
      `INSERT INTO lead (id, organization_id, display_name, name, dedupe_key, source, currency, status, department_id) VALUES ($1, $2, 'x', 'x', 'x', 'WEB', 'USD', $3, $4)`, [newId(), organization, status, departmentId]);
    await lead(id, 'NEW', agency.departments.sales);
    await lead(id, 'NEW', agency.departments.sales);
    await lead(id, 'LOST', agency.departments.sales);
    await lead(id, 'NEW', agency.departments.marketing);
    await lead((await seedOrganization(api.database, 'Other')).id, 'NEW', null);
    const [project, task] = [newId(), newId()];
    const customer = await agency.addCustomer();
    await owner.query(`INSERT INTO project (id, organization_id, number, name, status, customer_id, currency) VALUES ($1, $2, 'P', 'P', 'IN_PROGRESS', $3, 'USD')`, [project, id, customer]);
    await owner.query(`INSERT INTO task (id, organization_id, project_id, position, title, weight, customer_id) VALUES ($1, $2, $3, 1, 'T', 1, $4)`, [task, id, project, customer]);
    await owner.query('INSERT INTO task_assignee (organization_id, task_id, user_id) VALUES ($1, $2, $3)', [id, task, agency.users.ANALYST.id]);
    passed = jest.spyOn(Reader.prototype, 'rawText');
  });
  beforeEach(() => passed.mockClear());
  afterAll(async () => {
    await owner?.end();
    await api?.close();
  });

  const shown = async (email: string): Promise<Figures> => (await (await signInAs(api, email)).ask<{ dashboard: Figures }>(DASHBOARD)).dashboard;

  it('counts what the caller may see, in one statement that is answered as it comes', async () => {
    expect(await shown(agency.users.ANALYST.email)).toEqual({
      __typename: 'Dashboard', asOf: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/) as string,
      leads: [{ status: 'LOST', count: 1, __typename: 'StatusCount' }, { status: 'NEW', count: 3, __typename: 'StatusCount' }],
      deals: [], wonThisMonth: { amountMinor: '0', currency: 'USD' }, tickets: [], open: [{ count: 1, status: 'IN_PROGRESS' }],
      myTasks: { overdue: 0, today: 0, thisWeek: 0, later: 1, __typename: 'TaskLoad' },
    });
    expect(passed).toHaveBeenCalledTimes(1);
  });

  it('shows a department its own, and nothing where nothing may be seen', async () => {
    const figures = await shown(agency.users.SALES_CLOSER.email);
    expect(figures.leads).toEqual([{ status: 'LOST', count: 1, __typename: 'StatusCount' }, { status: 'NEW', count: 2, __typename: 'StatusCount' }]);
    expect([figures.open, figures.myTasks]).toEqual([null, null]);
  });

  it('does not take one person\'s tasks for those of another with the same rights', async () => {
    const later = async (email: string): Promise<unknown> => (await shown(email)).myTasks;
    expect(await later(agency.users.ANALYST.email)).toMatchObject({ later: 1 });
    expect(await later(second.email)).toMatchObject({ later: 0 });
    expect(await later(agency.users.ANALYST.email)).toMatchObject({ later: 1 });
  });
});

describe('the figures of the home screen', () => {
  let api: TestApi;
  let agency: TestOrganization;
  beforeAll(async () => {
    api = await bootApi();
    agency = await seedOrganization(api.database);
  });
  afterAll(() => api?.close());

  const staff = Object.keys(BUILT_IN_ROLES).filter((role) => !role.startsWith('CLIENT_')) as StaffRole[];
  it.each(staff)('answer a %s', async (role) => {
    const person = await signInAs(api, agency.users[role].email);
    const { dashboard } = await person.ask<{ dashboard: { asOf: string } }>(ALL);
    expect(Date.parse(dashboard.asOf)).toBeGreaterThan(0);
  });

  it('show nothing of what a person has no right to', async () => {
    const hr = await signInAs(api, agency.users.HR.email);
    const { dashboard } = await hr.ask<{ dashboard: Record<string, unknown> }>(ALL);
    expect(dashboard).toMatchObject({ leads: null, deals: null, wonThisMonth: null, tickets: null, projects: null, myTasks: null });
  });
});
