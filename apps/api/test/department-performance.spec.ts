import { newId } from '@throughline/platform/kernel';
import { UnitOfWork } from '@throughline/platform/database';
import { seedOrganization, type TestOrganization } from '@throughline/testing';
import { type ApiClient, bootApi, codesOf, expectFourCallers, signInAs, type TestApi } from '@throughline/testing/api';
import { Client } from 'pg';

const PERFORMANCE = `query ($departmentId: ID!, $from: Date!, $to: Date!) { departmentPerformance(departmentId: $departmentId, from: $from, to: $to) {
  people tasksCompleted projectsDelivered onTimeShare openMinutes capacityMinutes load satisfaction } }`;

interface Figures { people: number; tasksCompleted: number; projectsDelivered: number; onTimeShare: number | null; openMinutes: number; capacityMinutes: number; load: number | null; satisfaction: null }
interface Task { department: string; status?: 'TODO' | 'COMPLETED'; completedAt?: string; dueOn?: string; minutes?: number; parts?: number }

/** The week of 2027-07-05 (a Monday) in Madrid, two hours ahead of UTC. */
const WEEK = { from: '2027-07-05', to: '2027-07-11' };

describe('department performance', () => {
  let api: TestApi;
  let owner: Client;
  let agency: TestOrganization;
  let manager: ApiClient;
  let hr: ApiClient;
  let seller: ApiClient;
  let elsewhere: ApiClient;
  let customerId: string;
  let tasks: Task[];
  let projects: { department: string; deliveredAt: string | null; dueOn: string | null }[];

  beforeAll(async () => {
    api = await bootApi();
    owner = new Client({ connectionString: api.database.ownerUrl });
    await owner.connect();
    agency = await seedOrganization(api.database);
    await owner.query("UPDATE organization SET time_zone = 'Europe/Madrid' WHERE id = $1", [agency.id]);
    const other = await seedOrganization(api.database, 'Elsewhere');
    manager = await signInAs(api, agency.users.DEPARTMENT_MANAGER.email);
    hr = await signInAs(api, agency.users.HR.email);
    seller = await signInAs(api, agency.users.SALES_AGENT.email);
    elsewhere = await signInAs(api, other.users.HR.email);
    customerId = await agency.addCustomer();
    const { web, delivery, sales } = agency.departments;
    projects = [
      { department: web, deliveredAt: '2027-07-04T22:00:00Z', dueOn: '2027-07-05' }, { department: web, deliveredAt: '2027-07-04T21:59:00Z', dueOn: '2027-07-05' },
      { department: delivery, deliveredAt: '2027-07-11T21:59:00Z', dueOn: '2027-07-10' }, { department: sales, deliveredAt: '2027-07-06T10:00:00Z', dueOn: null }, { department: web, deliveredAt: null, dueOn: null },
    ];
    tasks = [
      { department: web, status: 'COMPLETED', completedAt: '2027-07-05T22:30:00Z', dueOn: '2027-07-05' }, { department: web, status: 'COMPLETED', completedAt: '2027-07-05T21:30:00Z', dueOn: '2027-07-05' },
      { department: web, status: 'COMPLETED', completedAt: '2027-07-08T10:00:00Z' }, { department: web, status: 'COMPLETED', completedAt: '2027-07-08T10:00:00Z', parts: 2 },
      { department: delivery, status: 'COMPLETED', completedAt: '2027-07-07T10:00:00Z', dueOn: '2027-07-20' }, { department: web, status: 'COMPLETED', completedAt: '2027-07-11T22:00:00Z' },
      { department: web, minutes: 300 }, { department: web, minutes: 200, dueOn: '2027-07-11' }, { department: web, minutes: 5_000, dueOn: '2027-07-12' }, { department: web, minutes: 70, parts: 1 },
      { department: delivery, minutes: 40, dueOn: '2027-01-01' }, { department: sales, minutes: 9_000 },
    ];
    for (const [index, { department, deliveredAt, dueOn }] of projects.entries()) {
      await owner.query("INSERT INTO project (id, organization_id, number, name, customer_id, status, currency, department_id, delivered_at, due_on) VALUES ($1, $2, $3, 'P', $4, 'CLOSED', 'USD', $5, $6, $7)", [newId(), agency.id, `PRJ-${index}`, customerId, department, deliveredAt, dueOn]);
    }
    const { rows: [project] } = await owner.query<{ id: string }>('SELECT id FROM project WHERE organization_id = $1 LIMIT 1', [agency.id]);
    for (const { department, status = 'TODO', completedAt, dueOn, minutes, parts = 0 } of tasks) {
      await owner.query(
        `INSERT INTO task (id, organization_id, project_id, position, title, weight, customer_id, department_id, own_status, derived_status, status, completed_at, due_on, estimate_minutes, children_todo)
         VALUES ($1, $2, $3, 1, 'T', 1, $4, $5, $6, $6, $6, $7, $8, $9, $10)`, [newId(), agency.id, project!.id, customerId, department, status, completedAt ?? null, dueOn ?? null, minutes ?? null, parts]);
    }
  });
  afterAll(async () => {
    await owner?.end();
    await api?.close();
  });

  const figures = async (who: ApiClient, departmentId: string, week: object = WEEK): Promise<Figures> => (await who.ask<{ departmentPerformance: Figures }>(PERFORMANCE, { departmentId, ...week })).departmentPerformance;

  /** The same counted from the list above, day by day in Madrid. */
  const recount = (departments: string[], people: number): Figures => {
    const day = (moment: string): string => new Date(Date.parse(moment) + 7_200_000).toISOString().slice(0, 10);
    const within = (moment: string | null | undefined): moment is string => !!moment && day(moment) >= WEEK.from && day(moment) <= WEEK.to;
    const mine = tasks.filter(({ department, parts = 0 }) => departments.includes(department) && parts === 0);
    const completed = mine.filter(({ completedAt }) => within(completedAt));
    const delivered = projects.filter(({ department, deliveredAt }) => departments.includes(department) && within(deliveredAt));
    const dated = [...completed.map(({ completedAt, dueOn }) => ({ at: completedAt!, dueOn })), ...delivered.map(({ deliveredAt, dueOn }) => ({ at: deliveredAt!, dueOn }))].filter(({ dueOn }) => dueOn);
    const openMinutes = mine.filter(({ status, dueOn }) => status !== 'COMPLETED' && (!dueOn || dueOn <= WEEK.to)).reduce((sum, { minutes = 0 }) => sum + minutes, 0);
    return {
      people, tasksCompleted: completed.length, projectsDelivered: delivered.length, onTimeShare: dated.filter(({ at, dueOn }) => day(at) <= dueOn!).length / dated.length,
      openMinutes, capacityMinutes: people * 2400, load: openMinutes / (people * 2400), satisfaction: null,
    };
  };

  it('is shown to whoever answers for the department', async () => {
    const variables = { departmentId: agency.departments.web, ...WEEK };
    await expectFourCallers({ api, operation: PERFORMANCE, variables, right: manager, wrongPerson: seller, wrongOrganization: elsewhere });
    expect(codesOf(await manager.send(PERFORMANCE, { ...variables, departmentId: agency.departments.sales }))).toEqual(['NOT_FOUND']);
    expect(codesOf(await hr.send(PERFORMANCE, { ...variables, to: '2027-07-01' }))).toEqual(['VALIDATION_FAILED']);
    expect(codesOf(await hr.send(PERFORMANCE, { ...variables, to: '2029-07-01' }))).toEqual(['VALIDATION_FAILED']);
  });

  it('equals a recount, with the departments below', async () => {
    const { web, delivery, qa } = agency.departments;
    expect(await figures(manager, web)).toEqual(recount([web], 3));
    expect(await figures(hr, delivery)).toEqual(recount([web, delivery], 4));
    expect(await figures(hr, delivery)).toMatchObject({ tasksCompleted: 4, projectsDelivered: 2, onTimeShare: 3 / 5, openMinutes: 540 });
    expect(await figures(hr, qa)).toEqual({ people: 1, tasksCompleted: 0, projectsDelivered: 0, onTimeShare: null, openMinutes: 0, capacityMinutes: 2400, load: 0, satisfaction: null });
    expect(await figures(hr, qa, { from: '2027-07-10', to: '2027-07-11' })).toMatchObject({ capacityMinutes: 0, load: null });
  });

  it('takes the same few statements for a department of many as for one of few', async () => {
    const run = jest.spyOn(api.app.nest.get(UnitOfWork, { strict: false }), 'run');
    const count = async (departmentId: string): Promise<number> => {
      run.mockClear();
      const spies: jest.SpyInstance[] = [];
      run.mockImplementationOnce(async (actor, work) => {
        run.mockRestore();
        return api.app.nest.get(UnitOfWork, { strict: false }).run(actor, (opened) => {
          spies.push(jest.spyOn(opened, 'query'));
          return work(opened);
        });
      });
      await figures(hr, departmentId);
      return spies[0]?.mock.calls.length ?? -1;
    };
    expect(await count(agency.departments.delivery)).toBe(2);
  });
});
