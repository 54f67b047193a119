import { recountWorkTrees } from '@throughline/delivery/progress';
import { AppError, type Actor } from '@throughline/platform/kernel';
import { createTestDatabase, seedOrganization, testActor, type TestDatabase, type TestOrganization } from '@throughline/testing';
import { Client } from 'pg';
import { type Delivery, openDelivery } from './testing/delivery.js';
import { runStorm } from './testing/storm.js';

interface TaskRow {
  version: number;
  status: string;
  derived: string;
  total: number;
  done: number;
  weight: number;
  report: number;
  parent: string | null;
  project: string;
  milestone: string | null;
  shared: boolean;
  position: string;
  returns: number;
}

describe('tasks', () => {
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
    delivery = await openDelivery(database.appUrl, 10);
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

  const project = (facts: object = {}): Promise<string> => delivery.approvedProject(boss, { name: 'Website', customerId, departmentId: agency.departments.web, ...facts });
  const task = async (id: string): Promise<TaskRow> => (await owner.query<TaskRow>(
    `SELECT version, status, derived_status AS derived, work_total::int AS total, work_done::int AS done, weight::int AS weight, report, parent_id AS parent,
            project_id AS project, milestone_id AS milestone, shared_with_client AS shared, position::text, returns FROM task WHERE id = $1`, [id])).rows[0]!;
  const node = async (table: 'project' | 'milestone', id: string): Promise<{ version: number; status: string; total: number; done: number }> => (await owner.query<{ version: number; status: string; total: number; done: number }>(
    `SELECT version, status, work_total::int AS total, work_done::int AS done FROM ${table} WHERE id = $1`, [id])).rows[0]!;
  const create = (place: { projectId: string } | { parentId: string }, facts: object = {}): Promise<string> => delivery.creation.create(boss, { title: 'Task', estimateMinutes: 60, ...place, ...facts });
  const at = async (id: string): Promise<{ id: string; version: number }> => ({ id, version: (await task(id)).version });
  const setStatus = async (id: string, status: 'TODO' | 'IN_PROGRESS' | 'REVIEW' | 'COMPLETED' | 'BLOCKED', actor = boss): Promise<string> =>
    delivery.works.changeStatus(actor, { ...(await at(id)), status, reason: 'because' });
  const events = async (id: string): Promise<string[]> => (await owner.query<{ kind: string }>('SELECT kind FROM event WHERE subject_id = $1 ORDER BY id', [id])).rows.map(({ kind }) => kind);
  const lastEvent = async (id: string): Promise<{ kind: string; related: string[]; progress: { id: string; node: string; workDone: string; status: string; sharedWithClient: boolean }[] | null; access_after: unknown; changes: Record<string, unknown> }> =>
    (await owner.query('SELECT kind, related, progress, access_after, changes FROM event e JOIN event_detail d ON d.event_id = e.id WHERE subject_id = $1 ORDER BY id DESC LIMIT 1', [id])).rows[0] as never;
  const refusal = async (attempt: Promise<unknown>): Promise<{ code: string; path: string[]; details?: Record<string, unknown> }> =>
    attempt.then(() => { throw new Error('It was allowed.'); }, (error: unknown) => {
      if (!(error instanceof AppError)) throw error;
      const { code, path, details } = error.problems[0]!;
      return { code, path, ...(details ? { details } : {}) };
    });

  describe('creating', () => {
    it('moves the project and the milestone, and tells it in one event', async () => {
      const projectId = await project();
      const milestoneId = await delivery.milestones.create(boss, projectId, { name: 'Design' });
      const id = await create({ projectId }, { milestoneId, estimateMinutes: 90, assigneeIds: [agency.users.TEAM_MEMBER.id] });
      expect(await task(id)).toMatchObject({ version: 1, status: 'TODO', total: 90, done: 0, milestone: milestoneId, shared: true });
      expect(await node('milestone', milestoneId)).toMatchObject({ status: 'TODO', total: 90 });
      const event = await lastEvent(id);
      expect(event).toMatchObject({ kind: 'task.created', related: [milestoneId, projectId], access_after: { customerId, assigneeIds: [agency.users.TEAM_MEMBER.id], sharedWithClient: true } });
      expect(event.progress?.map(({ node: kind, id: of }) => [kind, of])).toEqual([['task', id], ['milestone', milestoneId], ['project', projectId]]);
    });

    it('gives the first sub-task what the task was, and the task nothing of its own', async () => {
      const projectId = await project();
      const parentId = await create({ projectId }, { estimateMinutes: 120 });
      await delivery.works.report(boss, { ...(await at(parentId)), report: 5_000 });
      const first = await create({ parentId }, { estimateMinutes: undefined });
      expect(await task(first)).toMatchObject({ status: 'IN_PROGRESS', weight: 120, report: 5_000, total: 120, done: 600_000, shared: false });
      const second = await create({ parentId }, { estimateMinutes: 30 });
      expect(await task(second)).toMatchObject({ status: 'TODO', total: 30 });
      expect(await task(parentId)).toMatchObject({ version: 2, status: 'IN_PROGRESS', total: 150, done: 600_000 });
      expect(await node('project', projectId)).toMatchObject({ status: 'IN_PROGRESS', total: 150, done: 600_000 });
    });

    it('lets an estimate given with the first sub-task replace the weight', async () => {
      const parentId = await create({ projectId: await project() }, { estimateMinutes: 120 });
      await setStatus(parentId, 'IN_PROGRESS');
      expect(await task(await create({ parentId }, { estimateMinutes: 45 }))).toMatchObject({ status: 'IN_PROGRESS', weight: 45, total: 45 });
    });

    it('is possible to five levels, and to more where the organization says so', async () => {
      let parentId = await create({ projectId: await project() });
      for (let level = 2; level <= 5; level++) parentId = await create({ parentId });
      expect(await refusal(create({ parentId }))).toEqual({ code: 'LIMIT_EXCEEDED', path: ['parentId'] });
      await owner.query(`UPDATE organization SET settings = '{"taskDepth": 6}' WHERE id = $1`, [agency.id]);
      expect(await task(await create({ parentId }))).toMatchObject({ status: 'TODO' });
      await owner.query(`UPDATE organization SET settings = '{}' WHERE id = $1`, [agency.id]);
    });

    it('refuses what makes no sense, naming the field', async () => {
      const projectId = await project();
      const other = await delivery.milestones.create(boss, await project(), { name: 'Elsewhere' });
      expect(await refusal(delivery.creation.create(boss, { title: 'x' }))).toEqual({ code: 'VALIDATION_FAILED', path: ['projectId'] });
      expect(await refusal(create({ projectId }, { title: '  ' }))).toEqual({ code: 'VALIDATION_FAILED', path: ['title'] });
      expect(await refusal(create({ projectId }, { estimateMinutes: 0 }))).toEqual({ code: 'VALIDATION_FAILED', path: ['estimateMinutes'] });
      expect(await refusal(create({ projectId }, { startOn: '2026-02-02', dueOn: '2026-02-01' }))).toEqual({ code: 'VALIDATION_FAILED', path: ['dueOn'] });
      expect(await refusal(create({ projectId }, { milestoneId: other }))).toEqual({ code: 'PRECONDITION_FAILED', path: ['milestoneId'] });
      expect(await refusal(create({ projectId }, { assigneeIds: [customerId] }))).toMatchObject({ code: 'NOT_FOUND', path: ['assigneeIds'] });
      expect(await refusal(create({ projectId: customerId }))).toEqual({ code: 'NOT_FOUND', path: ['projectId'] });
      expect(await refusal(create({ parentId: customerId }))).toEqual({ code: 'NOT_FOUND', path: ['parentId'] });
      expect(await node('project', projectId)).toMatchObject({ total: 0 });
    });
  });

  describe('working', () => {
    it('moves a whole path and no version but the task\'s own', async () => {
      const outer = await project();
      const inner = await delivery.projects.create(boss, { name: 'Part', customerId, parentProjectId: outer });
      await delivery.statuses.move(boss, { id: inner, version: 1, move: 'SUBMIT' });
      await delivery.statuses.judge(boss, inner, 2, { decision: 'APPROVED', feasibility: 'y', budget: 'y', resources: 'y', risk: 'n' });
      const parentId = await create({ projectId: inner });
      const id = await create({ parentId }, { estimateMinutes: 100 });
      const versions = [await node('project', outer), await node('project', inner), await task(parentId)].map(({ version }) => version);
      await setStatus(id, 'IN_PROGRESS');
      await delivery.works.report(boss, { ...(await at(id)), report: 9_900 });
      expect(await task(id)).toMatchObject({ version: 3, done: 950_000 });
      expect(await node('project', outer)).toMatchObject({ status: 'IN_PROGRESS', total: 100, done: 950_000 });
      expect([await node('project', outer), await node('project', inner), await task(parentId)].map(({ version }) => version)).toEqual(versions);
      const event = await lastEvent(id);
      expect(event.related).toEqual([parentId, inner, outer]);
      expect(event.progress).toMatchObject([
        { node: 'task', id, workTotal: '100', workDone: '950000', status: 'IN_PROGRESS', sharedWithClient: false },
        { node: 'task', id: parentId, workTotal: '100', workDone: '950000', status: 'IN_PROGRESS', sharedWithClient: true },
        { node: 'project', id: inner, workTotal: '100', workDone: '950000', status: 'IN_PROGRESS', sharedWithClient: true },
        { node: 'project', id: outer, workTotal: '100', workDone: '950000', status: 'IN_PROGRESS', sharedWithClient: true, access: { customerId, departmentId: agency.departments.web, sharedWithClient: true } },
      ]);
    });

    it('refuses a stale version, changes nothing, and says who was faster', async () => {
      const id = await create({ projectId: await project() });
      await setStatus(id, 'IN_PROGRESS');
      expect(await refusal(delivery.works.changeStatus(boss, { id, version: 1, status: 'COMPLETED' }))).toMatchObject({
        code: 'CONFLICT', path: ['version'], details: { currentVersion: 2, changedBy: 'department manager', current: { status: 'IN_PROGRESS' } },
      });
      expect(await task(id)).toMatchObject({ version: 2, status: 'IN_PROGRESS' });
    });

    it('names the moves that are allowed', async () => {
      const id = await create({ projectId: await project() });
      await setStatus(id, 'BLOCKED');
      expect(await refusal(setStatus(id, 'COMPLETED'))).toMatchObject({ code: 'ILLEGAL_TRANSITION', details: { state: 'BLOCKED', allowedMoves: ['PUT_BACK', 'UNBLOCK', 'CANCEL'] } });
    });

    it('needs a reason to block and a review where one is asked for', async () => {
      const id = await create({ projectId: await project() }, { requiresReview: true });
      expect(await refusal(delivery.works.changeStatus(boss, { ...(await at(id)), status: 'BLOCKED' }))).toEqual({ code: 'VALIDATION_FAILED', path: ['reason'] });
      expect(await refusal(setStatus(id, 'COMPLETED'))).toEqual({ code: 'PRECONDITION_FAILED', path: ['status'] });
      await setStatus(id, 'REVIEW');
      expect(await task(id)).toMatchObject({ status: 'REVIEW', done: 540_000 });
    });

    it('takes no report outside 0 to 100 %, on parents, or on handed-in work', async () => {
      const parentId = await create({ projectId: await project() });
      const id = await create({ parentId });
      expect(await refusal(delivery.works.report(boss, { ...(await at(id)), report: 10_001 }))).toMatchObject({ code: 'VALIDATION_FAILED' });
      expect(await refusal(delivery.works.report(boss, { ...(await at(parentId)), report: 5 }))).toMatchObject({ code: 'PRECONDITION_FAILED' });
      await setStatus(id, 'REVIEW');
      expect(await refusal(delivery.works.report(boss, { ...(await at(id)), report: 5 }))).toMatchObject({ code: 'PRECONDITION_FAILED' });
      expect(await refusal(setStatus(parentId, 'COMPLETED'))).toMatchObject({ code: 'PRECONDITION_FAILED' });
    });

    it('starts only in an approved project that is not on hold', async () => {
      const draft = await delivery.projects.create(boss, { name: 'Draft', customerId });
      const early = await create({ projectId: draft });
      expect(await refusal(setStatus(early, 'IN_PROGRESS'))).toMatchObject({ code: 'PRECONDITION_FAILED' });
      const projectId = await project();
      const id = await create({ projectId });
      await delivery.statuses.move(boss, { id: projectId, version: (await node('project', projectId)).version, move: 'HOLD', reason: 'waiting' });
      expect(await refusal(setStatus(id, 'IN_PROGRESS'))).toMatchObject({ code: 'PRECONDITION_FAILED' });
    });

    it('finishes the project with the last task and re-opens it with the first', async () => {
      const projectId = await project();
      const [a, b] = [await create({ projectId }), await create({ projectId })];
      await setStatus(a, 'COMPLETED');
      await setStatus(b, 'COMPLETED');
      expect(await node('project', projectId)).toMatchObject({ status: 'CLIENT_REVIEW', total: 120, done: 1_200_000 });
      await setStatus(a, 'IN_PROGRESS');
      expect(await node('project', projectId)).toMatchObject({ status: 'IN_PROGRESS', done: 600_000 });
    });
  });

  describe('reviewing', () => {
    it('accepts and returns, and counts the returns', async () => {
      const id = await create({ projectId: await project() }, { requiresReview: true });
      await delivery.works.submit(boss, await at(id));
      expect(await refusal(delivery.reviews.review(boss, { ...(await at(id)), decision: 'RETURNED' }))).toEqual({ code: 'VALIDATION_FAILED', path: ['reason'] });
      await delivery.reviews.review(boss, { ...(await at(id)), decision: 'RETURNED', reason: 'Links are broken' });
      expect(await task(id)).toMatchObject({ status: 'IN_PROGRESS', returns: 1, done: 0 });
      await delivery.works.submit(boss, await at(id));
      await delivery.reviews.review(boss, { ...(await at(id)), decision: 'ACCEPTED' });
      expect(await task(id)).toMatchObject({ status: 'COMPLETED', returns: 1 });
      expect(await events(id)).toEqual(['task.created', 'task.submitted', 'task.returned', 'task.submitted', 'task.accepted']);
      expect((await owner.query('SELECT decision, reason, reviewer_id FROM task_review WHERE task_id = $1 ORDER BY id', [id])).rows).toEqual([
        { decision: 'RETURNED', reason: 'Links are broken', reviewer_id: boss.userId }, { decision: 'ACCEPTED', reason: null, reviewer_id: boss.userId },
      ]);
    });

    it('of a task with sub-tasks ends by an acceptance, which any change below clears', async () => {
      const projectId = await project();
      const parentId = await create({ projectId }, { requiresReview: true });
      const id = await create({ parentId });
      await setStatus(id, 'COMPLETED');
      expect(await task(parentId)).toMatchObject({ status: 'REVIEW' });
      await delivery.reviews.review(boss, { ...(await at(parentId)), decision: 'ACCEPTED' });
      expect(await task(parentId)).toMatchObject({ status: 'COMPLETED' });
      expect(await node('project', projectId)).toMatchObject({ status: 'CLIENT_REVIEW' });
      await setStatus(id, 'IN_PROGRESS');
      await setStatus(id, 'COMPLETED');
      expect(await task(parentId)).toMatchObject({ status: 'REVIEW' });
    });

    it('returns a task with sub-tasks by opening a finished one again or adding one', async () => {
      const parentId = await create({ projectId: await project() }, { requiresReview: true });
      const id = await create({ parentId });
      await setStatus(id, 'COMPLETED');
      const returned = { decision: 'RETURNED', reason: 'Once more' } as const;
      expect(await refusal(delivery.reviews.review(boss, { ...(await at(parentId)), ...returned }))).toEqual({ code: 'VALIDATION_FAILED', path: ['reopenTaskId'] });
      await delivery.reviews.review(boss, { ...(await at(parentId)), ...returned, reopenTaskId: id });
      expect([await task(id), await task(parentId)]).toMatchObject([{ status: 'IN_PROGRESS' }, { status: 'IN_PROGRESS', returns: 1 }]);
      expect(await events(id)).toEqual(['task.created', 'task.completed', 'task.reopened']);
      await setStatus(id, 'COMPLETED');
      await delivery.reviews.review(boss, { ...(await at(parentId)), ...returned, reworkTitle: 'Mend it' });
      expect(await task(parentId)).toMatchObject({ status: 'IN_PROGRESS', returns: 2, total: 120 });
    });
  });

  describe('cancelling, deleting, overriding', () => {
    it('takes a subtree out and puts it back with what happened meanwhile', async () => {
      const projectId = await project();
      const parentId = await create({ projectId });
      const id = await create({ parentId });
      await create({ projectId }, { estimateMinutes: 40 });
      expect(await refusal(delivery.plans.setCancelled(boss, await at(parentId), true))).toEqual({ code: 'VALIDATION_FAILED', path: ['reason'] });
      await delivery.plans.setCancelled(boss, { ...(await at(parentId)), reason: 'Not needed' }, true);
      expect(await node('project', projectId)).toMatchObject({ total: 40, done: 0, status: 'APPROVED' });
      await setStatus(id, 'COMPLETED');
      expect([await task(parentId), await node('project', projectId)]).toMatchObject([{ status: 'CANCELLED', derived: 'COMPLETED', done: 600_000 }, { total: 40, done: 0 }]);
      await delivery.plans.setCancelled(boss, await at(parentId), false);
      expect([await task(parentId), await node('project', projectId)]).toMatchObject([{ status: 'COMPLETED' }, { total: 100, done: 600_000, status: 'IN_PROGRESS' }]);
    });

    it('deletes with sub-tasks only when told, never with logged time, and makes a leaf of the parent', async () => {
      const projectId = await project();
      const parentId = await create({ projectId }, { estimateMinutes: 80 });
      const id = await create({ parentId }, { estimateMinutes: 20 });
      const below = await create({ parentId: id });
      expect(await refusal(delivery.plans.delete(boss, await at(id)))).toEqual({ code: 'PRECONDITION_FAILED', path: ['withSubTasks'] });
      await owner.query(`INSERT INTO time_entry (id, organization_id, task_id, user_id, worked_on, minutes, customer_id) VALUES (gen_random_uuid(), $1, $2, $3, '2026-01-01', 5, $4)`, [agency.id, below, boss.userId, customerId]);
      expect(await refusal(delivery.plans.delete(boss, { ...(await at(id)), withSubTasks: true }))).toEqual({ code: 'PRECONDITION_FAILED', path: ['id'] });
      await owner.query('DELETE FROM time_entry WHERE task_id = $1', [below]);
      await delivery.plans.delete(boss, { ...(await at(id)), withSubTasks: true });
      expect([await task(id), await task(below)]).toEqual([undefined, undefined]);
      expect(await task(parentId)).toMatchObject({ total: 80, status: 'TODO' });
      expect(await node('project', projectId)).toMatchObject({ total: 80 });
      expect(await lastEvent(id)).toMatchObject({ kind: 'task.deleted', access_after: null });
    });

    it('shows an override until the next change below, and counts as before', async () => {
      const projectId = await project();
      const parentId = await create({ projectId });
      const id = await create({ parentId });
      expect(await refusal(delivery.plans.override(boss, { ...(await at(id)), status: 'BLOCKED', reason: 'x' }))).toMatchObject({ code: 'PRECONDITION_FAILED' });
      expect(await refusal(delivery.plans.override(boss, { ...(await at(parentId)), status: 'BLOCKED' }))).toEqual({ code: 'VALIDATION_FAILED', path: ['reason'] });
      await delivery.plans.override(boss, { ...(await at(parentId)), status: 'COMPLETED', reason: 'Good enough' });
      expect([await task(parentId), await node('project', projectId)]).toMatchObject([{ status: 'COMPLETED', derived: 'TODO' }, { status: 'APPROVED' }]);
      await setStatus(id, 'IN_PROGRESS');
      expect(await task(parentId)).toMatchObject({ status: 'IN_PROGRESS' });
    });
  });

  describe('weighing and moving', () => {
    it('weighs leaves in what the project counts', async () => {
      const projectId = await project({ progressMode: 'POINTS' });
      const id = await create({ projectId }, { points: 3 });
      await delivery.plans.reweigh(boss, { ...(await at(id)), weight: 8 });
      expect(await node('project', projectId)).toMatchObject({ total: 8 });
      await create({ parentId: id });
      expect(await refusal(delivery.plans.reweigh(boss, { ...(await at(id)), weight: 5 }))).toEqual({ code: 'PRECONDITION_FAILED', path: ['weight'] });
      const counting = await create({ projectId: await project({ progressMode: 'COUNT' }) });
      expect(await refusal(delivery.plans.reweigh(boss, { ...(await at(counting)), weight: 5 }))).toEqual({ code: 'PRECONDITION_FAILED', path: ['weight'] });
    });

    it('moves a subtree to another project with its sums, weighed as that project does', async () => {
      const from = await project();
      const to = await project({ progressMode: 'COUNT', departmentId: agency.departments.seo });
      const parentId = await create({ projectId: from });
      const [a, b] = [await create({ parentId }, { estimateMinutes: 100 }), await create({ parentId }, { estimateMinutes: 300 })];
      await setStatus(a, 'COMPLETED');
      await delivery.places.move(boss, { ...(await at(parentId)), projectId: to });
      expect(await node('project', from)).toMatchObject({ total: 0, done: 0, status: 'APPROVED' });
      expect(await node('project', to)).toMatchObject({ total: 2, done: 10_000, status: 'IN_PROGRESS' });
      expect(await task(b)).toMatchObject({ project: to, weight: 1 });
      expect((await owner.query('SELECT DISTINCT department_id FROM task WHERE project_id = $1', [to])).rows).toEqual([{ department_id: agency.departments.seo }]);
      expect(await lastEvent(parentId)).toMatchObject({ kind: 'task.moved', related: [to, from] });
    });

    it('orders siblings without touching them', async () => {
      const projectId = await project();
      const ids = [await create({ projectId }), await create({ projectId }), await create({ projectId })];
      const order = async (): Promise<string[]> => (await owner.query<{ id: string }>('SELECT id FROM task WHERE project_id = $1 ORDER BY position, id', [projectId])).rows.map(({ id }) => id);
      await delivery.places.move(boss, { ...(await at(ids[2]!)), afterTaskId: ids[0]! });
      expect(await order()).toEqual([ids[0], ids[2], ids[1]]);
      await delivery.places.move(boss, { ...(await at(ids[1]!)), afterTaskId: null });
      expect(await order()).toEqual([ids[1], ids[0], ids[2]]);
      expect((await owner.query('SELECT version FROM task WHERE project_id = $1 ORDER BY created_at, id', [projectId])).rows).toEqual([{ version: 1 }, { version: 2 }, { version: 2 }]);
    });

    it('refuses rings, other customers, begun leaves and depth', async () => {
      const projectId = await project();
      const parentId = await create({ projectId });
      const id = await create({ parentId });
      expect(await refusal(delivery.places.move(boss, { ...(await at(parentId)), parentId: id }))).toEqual({ code: 'PRECONDITION_FAILED', path: ['parentId'] });
      expect(await refusal(delivery.places.move(boss, { ...(await at(id)), parentId: id }))).toEqual({ code: 'PRECONDITION_FAILED', path: ['parentId'] });
      const foreign = await delivery.approvedProject(boss, { name: 'Foreign', customerId: await agency.addCustomer('Other') });
      expect(await refusal(delivery.places.move(boss, { ...(await at(id)), projectId: foreign }))).toEqual({ code: 'PRECONDITION_FAILED', path: ['projectId'] });
      const begun = await create({ projectId });
      await setStatus(begun, 'IN_PROGRESS');
      expect(await refusal(delivery.places.move(boss, { ...(await at(id)), parentId: begun }))).toEqual({ code: 'PRECONDITION_FAILED', path: ['parentId'] });
      let deep = await create({ projectId });
      for (let level = 2; level <= 4; level++) deep = await create({ parentId: deep });
      expect(await refusal(delivery.places.move(boss, { ...(await at(parentId)), parentId: deep }))).toEqual({ code: 'LIMIT_EXCEEDED', path: ['parentId'] });
      expect(await task(parentId)).toMatchObject({ project: projectId, version: 1 });
    });

    it('leaves the parent as a leaf with its own work, and makes a parent of an untouched leaf', async () => {
      const projectId = await project();
      const parentId = await create({ projectId }, { estimateMinutes: 500 });
      const id = await create({ parentId }, { estimateMinutes: 50 });
      const target = await create({ projectId }, { estimateMinutes: 7 });
      expect(await node('project', projectId)).toMatchObject({ total: 57 });
      await delivery.places.move(boss, { ...(await at(id)), parentId: target });
      expect([await task(parentId), await task(target), await node('project', projectId)]).toMatchObject([{ total: 500 }, { total: 50 }, { total: 550 }]);
    });
  });

  describe('assigning and asking', () => {
    it('assigns, hands back and lets one person claim', async () => {
      const id = await create({ projectId: await project() });
      const { TEAM_MEMBER: member, TEAM_LEAD: lead } = agency.users;
      await delivery.assignments.assign(boss, { ...(await at(id)), assigneeIds: [member.id, lead.id] });
      expect(await refusal(delivery.assignments.claim(boss, await at(id)))).toEqual({ code: 'PRECONDITION_FAILED', path: ['id'] });
      await delivery.assignments.assign(boss, { ...(await at(id)), assigneeIds: [] });
      await delivery.assignments.claim(boss, await at(id));
      expect((await owner.query('SELECT user_id FROM task_assignee WHERE task_id = $1', [id])).rows).toEqual([{ user_id: boss.userId }]);
      expect(await events(id)).toEqual(['task.created', 'task.assigned', 'task.assigned', 'task.claimed']);
      const both = await create({ projectId: await project() });
      const version = await at(both);
      const outcomes = await Promise.allSettled([delivery.assignments.claim(boss, version), delivery.assignments.claim({ ...boss, userId: lead.id }, version)]);
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    });

    it('makes a sub-task of an approved request, for whoever asked', async () => {
      const parentId = await create({ projectId: await project() });
      const request = await delivery.requests.request(boss, { parentId, title: 'Also this', estimateMinutes: 15 });
      await delivery.requests.decide(boss, { id: request, version: 1, approve: true });
      const { rows: [row] } = await owner.query<{ status: string; created_task_id: string }>('SELECT status, created_task_id FROM task_request WHERE id = $1', [request]);
      expect(row).toMatchObject({ status: 'APPROVED' });
      expect(await task(row!.created_task_id)).toMatchObject({ parent: parentId, total: 15 });
      expect(await refusal(delivery.requests.decide(boss, { id: request, version: 2, approve: false, reason: 'no' }))).toMatchObject({ code: 'ILLEGAL_TRANSITION' });
    });
  });

  describe('templates', () => {
    it('make two levels with milestones, dates and estimates, and a history for each task', async () => {
      expect(await delivery.templates.ensureDefaults(boss)).toBe(5);
      expect(await delivery.templates.ensureDefaults(boss)).toBe(0);
      for (const templateKey of ['WEB', 'SEO', 'GMB', 'GRAPHICS', 'SOCIAL']) {
        const projectId = await project({ startOn: '2026-03-02' });
        const top = await delivery.templates.createTasks(boss, { projectId, templateKey });
        const { rows } = await owner.query<{ id: string; parent_id: string | null; milestone_id: string | null; start_on: string; estimate_minutes: number }>(
          'SELECT id, parent_id, milestone_id, start_on::text, estimate_minutes FROM task WHERE project_id = $1 ORDER BY position', [projectId]);
        expect(rows.filter((row) => row.parent_id === null).map((row) => row.id)).toEqual(top);
        expect(rows.every((row) => (row.parent_id === null) === (row.milestone_id !== null))).toBe(true);
        expect(rows[0]).toMatchObject({ start_on: '2026-03-02' });
        const leaves = rows.filter((row) => row.parent_id !== null);
        expect((await node('project', projectId)).total).toBe(leaves.reduce((sum, row) => sum + row.estimate_minutes, 0));
        expect(await events(rows[1]!.id)).toEqual(['task.created']);
        expect(leaves.length).toBeGreaterThan(10);
      }
    });
  });

  describe('rights', () => {
    const as = (grants: string[], more: object = {}): Actor => testActor({ organizationId: agency.id, grants, departmentIds: [agency.departments.web], ...more });

    it('of four callers: allowed, forbidden on a visible task, blind, and of another organization', async () => {
      const id = await create({ projectId: await project() });
      const member = agency.users.TEAM_MEMBER.id;
      const attempt = async (actor: Actor): Promise<string> => refusal(delivery.works.changeStatus(actor, { ...(await at(id)), status: 'IN_PROGRESS' })).then(({ code }) => code);
      expect(await attempt(as(['task.read:DEPARTMENT', 'task.work:ASSIGNED'], { userId: member }))).toBe('FORBIDDEN');
      expect(await attempt(as(['task.read:DEPARTMENT', 'task.work:DEPARTMENT'], { departmentIds: [agency.departments.seo] }))).toBe('NOT_FOUND');
      const stranger = await seedOrganization(database, 'Stranger');
      expect(await attempt(testActor({ organizationId: stranger.id }))).toBe('NOT_FOUND');
      await delivery.assignments.assign(boss, { ...(await at(id)), assigneeIds: [member] });
      await setStatus(id, 'IN_PROGRESS', as(['task.read:DEPARTMENT', 'task.work:ASSIGNED'], { userId: member }));
      expect(await task(id)).toMatchObject({ status: 'IN_PROGRESS' });
    });

    it('are asked for every move on its own: working does not accept', async () => {
      const id = await create({ projectId: await project() });
      await setStatus(id, 'REVIEW');
      const worker = as(['task.read:DEPARTMENT', 'task.work:DEPARTMENT']);
      expect(await refusal(setStatus(id, 'COMPLETED', worker))).toMatchObject({ code: 'FORBIDDEN' });
      const reviewer = as(['task.read:DEPARTMENT', 'task.review:DEPARTMENT']);
      await setStatus(id, 'COMPLETED', reviewer);
      expect(await task(id)).toMatchObject({ status: 'COMPLETED' });
    });

    it('hide unshared work from clients', async () => {
      const client = testActor({ organizationId: agency.id, tier: 'CLIENT', customerIds: [customerId], grants: ['task.read:CUSTOMER', 'project.read:CUSTOMER'] });
      const projectId = await project();
      const shown = await create({ projectId });
      const hidden = await create({ projectId }, { sharedWithClient: false });
      expect(await refusal(delivery.works.changeStatus(client, { ...(await at(shown)), status: 'IN_PROGRESS' }))).toMatchObject({ code: 'FORBIDDEN' });
      expect(await refusal(delivery.works.changeStatus(client, { ...(await at(hidden)), status: 'IN_PROGRESS' }))).toMatchObject({ code: 'NOT_FOUND' });
      const below = await create({ parentId: shown }, { sharedWithClient: true });
      await delivery.plans.update(boss, { ...(await at(shown)), sharedWithClient: false });
      expect(await task(below)).toMatchObject({ shared: false });
      expect(await refusal(delivery.plans.update(boss, { ...(await at(below)), sharedWithClient: true }))).toEqual({ code: 'PRECONDITION_FAILED', path: ['sharedWithClient'] });
    });

    it('decide what the status control offers, and it says why not', async () => {
      const projectId = await project();
      const id = await create({ projectId }, { requiresReview: true });
      const worker = as(['task.read:DEPARTMENT', 'task.work:DEPARTMENT']);
      const [first, second] = await Promise.all([delivery.moves.of(worker, id), delivery.moves.of(worker, id)]);
      expect(first).toEqual(second);
      const offered = Object.fromEntries(first.map(({ move, reason }) => [move, reason]));
      expect(offered).toMatchObject({
        START: null, SUBMIT: null, COMPLETE: 'Its work is reviewed before it counts as completed. Hand it in for review.', CANCEL: 'Needs the permission "task.cancel".',
        REOPEN: 'Not possible while it is TODO.',
      });
      await create({ parentId: id });
      expect((await delivery.moves.of(worker, id)).find(({ move }) => move === 'START')).toMatchObject({ allowed: false, reason: 'Its status follows its sub-tasks. Work on these, or override what it shows.' });
    });
  });

  it('holds under a storm of writers', async () => {
    const result = await runStorm({ delivery, actor: boss, customerId, seed: 42, operations: 600, writers: 8, projects: 3 });
    expect(result.applied).toBeGreaterThan(150);
    expect(Object.keys(result.kinds).length).toBeGreaterThan(12);
  });

  it('is found out by the recount when a sum, a counter or a status is wrong', async () => {
    const projectId = await project();
    const id = await create({ projectId });
    await owner.query(`UPDATE task SET derived_status = 'IN_PROGRESS', status = 'IN_PROGRESS' WHERE id = $1`, [id]);
    await owner.query('UPDATE project SET work_total = work_total + 1, children_todo = 3 WHERE id = $1', [projectId]);
    const { differences } = await recountWorkTrees(owner, agency.id);
    expect(differences.filter((each) => [id, projectId].includes(each.id)).map(({ node: kind, column, stored, expected }) => [kind, column, stored, expected])).toEqual([
      ['project', 'work_total', '61', '60'], ['project', 'children', '{3,0,0,0,0,0}', '{1,0,0,0,0,0}'],
      ['task', 'derived status', 'IN_PROGRESS', 'TODO'], ['task', 'status', 'IN_PROGRESS', 'TODO'],
    ]);
    await owner.query('DELETE FROM task WHERE id = $1', [id]);
    await owner.query('UPDATE project SET work_total = 0, children_todo = 0 WHERE id = $1', [projectId]);
  });
});
