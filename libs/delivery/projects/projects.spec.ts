import { recountWorkTrees } from '@throughline/delivery/progress';
import { type Actor, AppError } from '@throughline/platform/kernel';
import { createTestDatabase, seedOrganization, testActor, type TestDatabase, type TestOrganization } from '@throughline/testing';
import { Client } from 'pg';
import { type Delivery, openDelivery } from '../tasks/testing/delivery.js';

interface ProjectState { version: number; status: string; total: number; done: number; parent: string | null; shared: boolean }

describe('projects', () => {
  let database: TestDatabase;
  let owner: Client;
  let delivery: Delivery;
  let agency: TestOrganization;
  let boss: Actor;
  let customerId: string;

  beforeAll(async () => {
    database = await createTestDatabase();
    owner = new Client({ connectionString: database.ownerUrl });
    await owner.connect();
    delivery = await openDelivery(database.appUrl);
    agency = await seedOrganization(database);
    customerId = await agency.addCustomer();
    boss = testActor({ organizationId: agency.id, userId: agency.users.DEPARTMENT_MANAGER.id });
  });
  afterEach(async () => {
    expect((await recountWorkTrees(owner)).differences).toEqual([]);
  });
  afterAll(async () => {
    await owner?.end();
    await delivery?.close();
    await database?.drop();
  });

  const state = async (id: string): Promise<ProjectState> => (await owner.query<ProjectState>(
    `SELECT version, status, work_total::int AS total, work_done::int AS done, parent_project_id AS parent, shared_with_client AS shared FROM project WHERE id = $1`, [id])).rows[0]!;
  const at = async (id: string): Promise<{ id: string; version: number }> => ({ id, version: (await state(id)).version });
  const approved = (facts: object = {}): Promise<string> => delivery.approvedProject(boss, { name: 'Website', customerId, departmentId: agency.departments.web, ...facts });
  const task = (projectId: string, estimateMinutes: number): Promise<string> => delivery.creation.create(boss, { projectId, title: 'Task', estimateMinutes });
  const place = async (id: string, parentProjectId: string | null): Promise<string> => delivery.projects.place(boss, { ...(await at(id)), parentProjectId });
  const move = async (id: string, name: 'HOLD' | 'RESUME' | 'CANCEL' | 'RESTORE' | 'SUBMIT'): Promise<string> => delivery.statuses.move(boss, { ...(await at(id)), move: name, reason: 'so it is' });
  const refusal = async (attempt: Promise<unknown>): Promise<{ code: string; path: string[] }> => attempt.then(() => { throw new Error('It was allowed.'); }, (error: unknown) => {
    if (!(error instanceof AppError)) throw error;
    return { code: error.problems[0]!.code, path: error.problems[0]!.path };
  });

  it('flow into the project they are part of, and out again', async () => {
    const [outer, part] = [await approved(), await approved()];
    await task(outer, 10);
    await delivery.works.changeStatus(boss, { id: await task(part, 30), version: 1, status: 'COMPLETED' });
    await place(part, outer);
    expect(await state(outer)).toMatchObject({ total: 40, done: 300_000, status: 'IN_PROGRESS' });
    await place(part, null);
    expect(await state(outer)).toMatchObject({ total: 10, done: 0, status: 'APPROVED' });
  });

  it('are no part of themselves, of another customer, or of one that counts differently', async () => {
    const [outer, part] = [await approved(), await approved()];
    await place(part, outer);
    expect(await refusal(place(outer, part))).toEqual({ code: 'PRECONDITION_FAILED', path: ['parentProjectId'] });
    expect(await refusal(place(outer, outer))).toEqual({ code: 'PRECONDITION_FAILED', path: ['parentProjectId'] });
    expect(await refusal(place(part, await approved({ customerId: await agency.addCustomer('Other') })))).toEqual({ code: 'PRECONDITION_FAILED', path: ['parentProjectId'] });
    expect(await refusal(place(part, await approved({ progressMode: 'POINTS' })))).toEqual({ code: 'PRECONDITION_FAILED', path: ['parentProjectId'] });
    expect(await refusal(place(part, customerId))).toEqual({ code: 'NOT_FOUND', path: ['parentProjectId'] });
  });

  it('count for nothing while cancelled or rejected', async () => {
    const outer = await approved();
    const part = await delivery.projects.create(boss, { name: 'Part', customerId, parentProjectId: outer });
    await task(part, 25);
    expect(await state(outer)).toMatchObject({ total: 25 });
    await move(part, 'CANCEL');
    expect(await state(outer)).toMatchObject({ total: 0 });
    await move(part, 'RESTORE');
    expect([await state(part), await state(outer)]).toMatchObject([{ status: 'DRAFT' }, { total: 25 }]);
    await move(part, 'SUBMIT');
    const judgement = { feasibility: 'no', budget: 'no', resources: 'no', risk: 'yes', conditions: 'No' };
    await delivery.statuses.judge(boss, part, (await state(part)).version, { decision: 'REJECTED', ...judgement });
    expect([await state(part), await state(outer)]).toMatchObject([{ status: 'REJECTED', total: 25 }, { total: 0 }]);
  });

  it('rest on hold whatever their tasks do, and resume where the work stands', async () => {
    const id = await approved();
    const open = await task(id, 10);
    await delivery.works.changeStatus(boss, { id: open, version: 1, status: 'COMPLETED' });
    expect(await state(id)).toMatchObject({ status: 'CLIENT_REVIEW' });
    await move(id, 'HOLD');
    await task(id, 10);
    expect(await state(id)).toMatchObject({ status: 'ON_HOLD', total: 20 });
    await move(id, 'RESUME');
    expect(await state(id)).toMatchObject({ status: 'IN_PROGRESS' });
  });

  it('give manager, team and department to everything in them', async () => {
    const id = await approved();
    await delivery.milestones.create(boss, id, { name: 'Design' });
    await task(id, 10);
    await delivery.projects.update(boss, id, (await state(id)).version, { departmentId: agency.departments.seo, ownerId: agency.users.PROJECT_MANAGER.id });
    for (const table of ['task', 'milestone']) {
      expect((await owner.query(`SELECT DISTINCT department_id, owner_id FROM ${table} WHERE project_id = $1`, [id])).rows).toEqual([{ department_id: agency.departments.seo, owner_id: agency.users.PROJECT_MANAGER.id }]);
    }
  });

  it('are seen by clients from the approval on, and hidden with everything in them', async () => {
    const draft = await delivery.projects.create(boss, { name: 'Draft', customerId });
    expect(await refusal(delivery.projects.update(boss, draft, 1, { sharedWithClient: true }))).toEqual({ code: 'PRECONDITION_FAILED', path: ['sharedWithClient'] });
    const id = await approved();
    const milestone = await delivery.milestones.create(boss, id, { name: 'Design' });
    await task(id, 10);
    await delivery.projects.update(boss, id, (await state(id)).version, { sharedWithClient: false });
    const { rows } = await owner.query('SELECT shared_with_client AS shared FROM task WHERE project_id = $1 UNION ALL SELECT shared_with_client FROM milestone WHERE project_id = $1', [id]);
    expect(rows).toEqual([{ shared: false }, { shared: false }]);
    expect(await refusal(delivery.milestones.update(boss, milestone, 1, { sharedWithClient: true }))).toEqual({ code: 'PRECONDITION_FAILED', path: ['sharedWithClient'] });
  });

  it('measure progress anew only while nothing is in them', async () => {
    const id = await approved();
    await delivery.projects.update(boss, id, (await state(id)).version, { progressMode: 'COUNT' });
    await task(id, 500);
    expect(await state(id)).toMatchObject({ total: 1 });
    expect(await refusal(delivery.projects.update(boss, id, (await state(id)).version, { progressMode: 'POINTS' }))).toEqual({ code: 'PRECONDITION_FAILED', path: ['progressMode'] });
  });

  it('are told with their figures: an outer project learns of its part', async () => {
    const [outer, part] = [await approved(), await approved()];
    await task(part, 30);
    await place(part, outer);
    const { rows: [event] } = await owner.query<{ related: string[]; progress: { id: string; workTotal: string }[] }>(`SELECT related, progress FROM event WHERE subject_id = $1 AND kind = 'project.placed'`, [part]);
    expect(event).toMatchObject({ related: [outer, customerId], progress: [{ id: outer, workTotal: '30' }] });
  });

  it('keep milestones: changed, removed, their tasks stay', async () => {
    const id = await approved();
    const milestone = await delivery.milestones.create(boss, id, { name: 'Design', dueOn: '2026-05-01' });
    const { rows: [row] } = await owner.query<{ name: string; due_on: string }>('SELECT name, due_on::text FROM milestone WHERE id = $1', [milestone]);
    expect(row).toEqual({ name: 'Design', due_on: '2026-05-01' });
    const inside = await delivery.creation.create(boss, { projectId: id, milestoneId: milestone, title: 'Task', estimateMinutes: 15 });
    await delivery.milestones.update(boss, milestone, 1, { name: 'Drafts' });
    expect(await refusal(delivery.milestones.update(boss, milestone, 1, { name: 'Late' }))).toEqual({ code: 'CONFLICT', path: ['version'] });
    await delivery.milestones.delete(boss, milestone, 2);
    expect((await owner.query('SELECT milestone_id FROM task WHERE id = $1', [inside])).rows).toEqual([{ milestone_id: null }]);
    expect(await state(id)).toMatchObject({ total: 15 });
  });

  it('refuse what is missing or foreign at the field that names it', async () => {
    const make = (facts: object): Promise<{ code: string; path: string[] }> => refusal(delivery.projects.create(boss, { name: 'Website', customerId, ...facts }));
    const other = await seedOrganization(database, 'Other');
    expect(await make({ name: ' ' })).toEqual({ code: 'VALIDATION_FAILED', path: ['name'] });
    expect(await make({ customerId: await other.addCustomer() })).toEqual({ code: 'NOT_FOUND', path: ['customerId'] });
    expect(await make({ departmentId: other.departments.web })).toEqual({ code: 'NOT_FOUND', path: ['departmentId'] });
    expect(await make({ ownerId: other.users.PROJECT_MANAGER.id })).toEqual({ code: 'NOT_FOUND', path: ['ownerId'] });
    expect(await make({ startOn: '2026-02-02', dueOn: '2026-02-01' })).toEqual({ code: 'VALIDATION_FAILED', path: ['dueOn'] });
    const narrow = testActor({ organizationId: agency.id, grants: ['project.create:DEPARTMENT'], departmentIds: [agency.departments.seo] });
    expect(await refusal(delivery.projects.create(narrow, { name: 'x', customerId, departmentId: agency.departments.web }))).toEqual({ code: 'FORBIDDEN', path: ['departmentId'] });
  });
});
