import { CategoryService } from '@throughline/delivery/categories';
import { newId } from '@throughline/platform/kernel';
import { PipelineService } from '@throughline/sales/deals';
import { seedOrganization, testActor, type TestOrganization } from '@throughline/testing';
import { bootApi, signInAs, type TestApi } from '@throughline/testing/api';
import { Client } from 'pg';
import { ReadConnections } from '../../../libs/platform/read/session/read-connections.js';

const DASHBOARD = `{ dashboard { leads { status count } deals { stage count total { amountMinor currency } } wonThisMonth { amountMinor currency } tickets { status count }
  projects { status count } myTasks { overdue today thisWeek later } } }`;

interface Row { department: string; status: string }
interface DealRow extends Row { stage: string; amount: number; currency: string; closed: number | null }
interface TaskRow extends Row { due: number | null; assigned: boolean }

/** Every pairing of departments with states, each a different number of times, so that no two sums are equal by chance. */
function spread<T>(departments: readonly string[], facts: readonly T[]): (T & { department: string })[] {
  return departments.flatMap((department, d) => facts.flatMap((fact, f) => Array.from({ length: 1 + ((d * 3 + f * 2) % 5) }, () => ({ ...fact, department }))));
}

describe('the figures of the home screen', () => {
  let api: TestApi;
  let owner: Client;
  let agency: TestOrganization;
  let rival: TestOrganization;
  let leads: Row[];
  let deals: DealRow[];
  let tickets: Row[];
  let projects: Row[];
  let tasks: TaskRow[];

  beforeAll(async () => {
    api = await bootApi();
    owner = new Client({ connectionString: api.database.ownerUrl });
    await owner.connect();
    [agency, rival] = [await seedOrganization(api.database), await seedOrganization(api.database, 'Rival')];
    const { sales, marketing, support, web, seo } = agency.departments;
    leads = spread([sales, marketing], ['NEW', 'CONTACTED', 'QUALIFIED', 'LOST'].map((status) => ({ status })));
    deals = spread([sales, marketing], [
      { status: 'OPEN', stage: 'Prospecting', amount: 1_101, currency: 'USD', closed: null }, { status: 'OPEN', stage: 'Proposal', amount: 20_003, currency: 'USD', closed: null },
      { status: 'OPEN', stage: 'Proposal', amount: 5, currency: 'EUR', closed: null }, { status: 'WON', stage: 'Won', amount: 300_007, currency: 'USD', closed: 0 },
      { status: 'WON', stage: 'Won', amount: 4_000_009, currency: 'USD', closed: 40 }, { status: 'WON', stage: 'Won', amount: 7, currency: 'EUR', closed: 0 },
      { status: 'LOST', stage: 'Lost', amount: 50_000_011, currency: 'USD', closed: 0 },
    ]);
    tickets = spread([support, web], ['NEW', 'IN_PROGRESS', 'CLOSED'].map((status) => ({ status })));
    projects = spread([web, seo], ['DRAFT', 'APPROVED', 'CLIENT_REVIEW'].map((status) => ({ status })));
    tasks = spread([web, seo], [-40, -1, 0, 1, 7, 8, null].flatMap((due) => [true, false].flatMap((assigned) => ['TODO', 'COMPLETED', 'CANCELLED'].map((status) => ({ status, due, assigned })))));
    for (const organization of [agency, rival]) await fill(organization);
  });
  afterAll(async () => {
    await owner?.end();
    await api?.close();
  });

  /** The same records in both organizations, so that what leaked across would show; written past every rule. */
  async function fill({ id: organizationId, departments, addCustomer, users }: TestOrganization): Promise<void> {
    const actor = testActor({ organizationId });
    await api.app.nest.get(PipelineService, { strict: false }).ensureDefault(actor);
    await api.app.nest.get(CategoryService, { strict: false }).ensureDefaults(actor, {});
    const customerId = await addCustomer();
    const names = Object.fromEntries(Object.entries(agency.departments).map(([name, id]) => [id, name as keyof typeof departments]));
    const place = (row: Row): string => departments[names[row.department]!];
    const insert = async (table: string, values: Record<string, unknown>, raw: Record<string, string> = {}): Promise<string> => {
      const id = newId();
      const columns = ['id', 'organization_id', ...Object.keys(values), ...Object.keys(raw)];
      const places = columns.slice(0, columns.length - Object.keys(raw).length).map((_, at) => `$${at + 1}`);
      await owner.query(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${[...places, ...Object.values(raw)].join(', ')})`, [id, organizationId, ...Object.values(values)]);
      return id;
    };
    await owner.query('BEGIN');
    for (const [at, row] of leads.entries()) await insert('lead', { display_name: 'Ana', dedupe_key: `key ${at}`, currency: 'USD', status: row.status, department_id: place(row) });
    for (const [at, row] of deals.entries()) {
      const stage = `(SELECT id FROM pipeline_stage WHERE organization_id = '${organizationId}' AND name = '${row.stage}')`;
      await insert('deal', { number: `D-${at}`, name: 'Deal', status: row.status, amount_minor: row.amount, currency: row.currency, probability: 50, department_id: place(row) }, {
        stage_id: stage, pipeline_id: `(SELECT id FROM pipeline WHERE organization_id = '${organizationId}')`, closed_at: row.closed === null ? 'NULL' : `date_trunc('month', now()) - interval '${row.closed} days'`,
      });
    }
    const category = `(SELECT id FROM service_category WHERE organization_id = '${organizationId}' AND key = 'WEB')`;
    for (const [at, row] of tickets.entries()) await insert('ticket', { number: `T-${at}`, kind: 'SUPPORT', title: 'Ticket', status: row.status, customer_id: customerId, department_id: place(row) }, { category_id: category });
    const projectIds: Record<string, string> = {};
    for (const [at, row] of projects.entries()) projectIds[row.department] = await insert('project', { number: `P-${at}`, name: 'Project', status: row.status, customer_id: customerId, currency: 'USD', department_id: place(row) });
    for (const [at, row] of tasks.entries()) {
      const own = row.status === 'CANCELLED' ? 'TODO' : row.status;
      const taskId = await insert('task', {
        project_id: projectIds[row.department], position: at, title: 'Task', weight: 60, own_status: own, derived_status: own, cancelled: row.status === 'CANCELLED', status: row.status,
        customer_id: customerId, department_id: place(row),
      }, { due_on: row.due === null ? 'NULL' : `current_date + ${row.due}` });
      if (row.assigned) await owner.query('INSERT INTO task_assignee (organization_id, task_id, user_id) VALUES ($1, $2, $3)', [organizationId, taskId, users.TEAM_MEMBER.id]);
    }
    await owner.query('COMMIT');
  }

  const figures = async (email: string): Promise<Record<string, unknown>> => (await (await signInAs(api, email)).ask<{ dashboard: Record<string, unknown> }>(DASHBOARD)).dashboard;
  const counted = (rows: Row[]): { status: string; count: number }[] =>
    [...new Set(rows.map(({ status }) => status))].sort().map((status) => ({ status, count: rows.filter((row) => row.status === status).length }));
  const sum = (rows: DealRow[]): object => ({ amountMinor: String(rows.filter(({ currency }) => currency === 'USD').reduce((total, { amount }) => total + amount, 0)), currency: 'USD' });
  const staged = (rows: DealRow[]): object[] => ['Prospecting', 'Proposal'].map((stage) => {
    const there = rows.filter((row) => row.status === 'OPEN' && row.stage === stage);
    return { stage, count: there.length, total: sum(there) };
  });
  const load = (rows: TaskRow[]): object => {
    const open = rows.filter((row) => row.assigned && row.status === 'TODO');
    const within = (test: (due: number) => boolean): number => open.filter(({ due }) => due !== null && test(due)).length;
    return { overdue: within((due) => due < 0), today: within((due) => due === 0), thisWeek: within((due) => due > 0 && due <= 7), later: within((due) => due > 7) + open.filter(({ due }) => due === null).length };
  };
  const of = <T extends Row>(rows: T[], department: string): T[] => rows.filter((row) => row.department === department);

  it('are a recount of the manager\'s department, and of all tickets and projects', async () => {
    const mine = of(deals, agency.departments.sales);
    expect(await figures(agency.users.SALES_MANAGER.email)).toEqual({
      leads: counted(of(leads, agency.departments.sales)), deals: staged(mine), wonThisMonth: sum(mine.filter(({ status, closed }) => status === 'WON' && closed === 0)),
      tickets: counted(tickets), projects: counted(projects), myTasks: null,
    });
  });

  it('are a recount of the support agent\'s own queue and of what the organization shares with support', async () => {
    expect(await figures(agency.users.SUPPORT_AGENT.email)).toMatchObject({ leads: null, deals: staged(deals), tickets: counted(of(tickets, agency.departments.support)), projects: counted(projects) });
  });

  it('are a recount of the member\'s own open tasks, by due day', async () => {
    const { leads: none, projects: shown, myTasks } = await figures(agency.users.TEAM_MEMBER.email);
    expect([none, shown]).toEqual([null, counted(of(projects, agency.departments.web))]);
    // What another department assigned to them they may work on, but not see.
    expect(myTasks).toEqual(load(of(tasks, agency.departments.web)));
  });

  it('are nothing of ours for an outsider, who has the same records', async () => {
    const [ours, theirs] = [await figures(agency.users.SALES_MANAGER.email), await figures(rival.users.SALES_MANAGER.email)];
    expect(theirs).toEqual(ours);
    await owner.query('DELETE FROM task_assignee WHERE organization_id = $1', [rival.id]);
    for (const table of ['task', 'project', 'ticket', 'deal', 'lead']) await owner.query(`DELETE FROM ${table} WHERE organization_id = $1`, [rival.id]);
    expect(await figures(rival.users.SALES_MANAGER.email)).toEqual({ leads: [], deals: [], wonThisMonth: { amountMinor: '0', currency: 'USD' }, tickets: [], projects: [], myTasks: null });
    expect(await figures(agency.users.SALES_MANAGER.email)).toEqual(ours);
  });

  it('take one statement', async () => {
    const manager = await signInAs(api, agency.users.SALES_MANAGER.email);
    const run = jest.spyOn(api.app.nest.get(ReadConnections, { strict: false }), 'run');
    await manager.ask(DASHBOARD);
    expect(run.mock.calls.flatMap(([sent]) => sent.filter(({ name }) => name !== 'enter'))).toHaveLength(1);
    run.mockRestore();
  });
});
