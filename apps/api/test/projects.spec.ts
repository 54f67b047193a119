import { TemplateService, TasksModule } from '@throughline/delivery/tasks';
import { seedOrganization, testActor, type TestOrganization, type TestUser } from '@throughline/testing';
import { type ApiClient, bootApi, expectFourCallers, signInAs, type TestApi } from '@throughline/testing/api';
import { Client } from 'pg';
import { ReadConnections } from '../../../libs/platform/read/session/read-connections.js';

const ERRORS = 'errors { code message path details }';
const PROJECT = 'project { id version number status progressBasisPoints workTotal workDone sharedWithClient }';
const TASK = 'task { id version title status progressBasisPoints workTotal workDone weight reportBasisPoints returns }';
const CREATE_PROJECT = `mutation ($input: CreateProjectInput!) { createProject(input: $input) { ${PROJECT} ${ERRORS} } }`;
const SUBMIT_PROJECT = `mutation ($input: SubmitProjectInput!) { submitProject(input: $input) { ${PROJECT} ${ERRORS} } }`;
const APPROVE_PROJECT = `mutation ($input: ApproveProjectInput!) { approveProject(input: $input) { ${PROJECT} ${ERRORS} } }`;
const MOVE_PROJECT = `mutation ($input: MoveProjectInput!) { moveProject(input: $input) { ${PROJECT} ${ERRORS} } }`;
const PLACE_PROJECT = `mutation ($input: PlaceProjectInput!) { placeProject(input: $input) { ${PROJECT} ${ERRORS} } }`;
const CREATE_MILESTONE = 'mutation ($input: CreateMilestoneInput!) { createMilestone(input: $input) { milestone { id name } errors { code } } }';
const UPDATE_MILESTONE = 'mutation ($input: UpdateMilestoneInput!) { updateMilestone(input: $input) { milestone { id name } errors { code } } }';
const DELETE_MILESTONE = 'mutation ($input: DeleteMilestoneInput!) { deleteMilestone(input: $input) { id errors { code } } }';
const FROM_TEMPLATE = `mutation ($input: CreateTasksFromTemplateInput!) { createTasksFromTemplate(input: $input) { taskIds project { id workTotal } ${ERRORS} } }`;
const CREATE_TASK = `mutation ($input: CreateTaskInput!) { createTask(input: $input) { ${TASK} ${ERRORS} } }`;
const CREATE_SUB_TASK = `mutation ($input: CreateSubTaskInput!) { createSubTask(input: $input) { ${TASK} ${ERRORS} } }`;
const ASSIGN = `mutation ($input: AssignTaskInput!) { assignTask(input: $input) { task { id version assignees { id } } ${ERRORS} } }`;
const STATUS = `mutation ($input: ChangeTaskStatusInput!) { changeTaskStatus(input: $input) { ${TASK} ${ERRORS} } }`;
const REPORT = `mutation ($input: ReportTaskProgressInput!) { reportTaskProgress(input: $input) { ${TASK} ${ERRORS} } }`;
const SUBMIT = `mutation ($input: SubmitForReviewInput!) { submitForReview(input: $input) { ${TASK} ${ERRORS} } }`;
const REVIEW = `mutation ($input: ReviewTaskInput!) { reviewTask(input: $input) { ${TASK} ${ERRORS} } }`;
const LOG_TIME = `mutation ($input: LogTimeInput!) { logTime(input: $input) { timeEntry { id version minutes workedOn billable task { id } user { id } } ${ERRORS} } }`;
const WHY = `query ($kind: ProgressNodeKind!, $id: ID!, $levels: Int) { whyProgress(kind: $kind, id: $id, levels: $levels) { name basisPoints note
  parts { kind id name weight shareBasisPoints completionBasisPoints contributionBasisPoints counted parts { kind name shareBasisPoints contributionBasisPoints } } } }`;
const TREE = `query ($id: ID!) { project(id: $id) { id number name status progressBasisPoints childrenTotal allowedMoves { move allowed reason }
  milestones { id name progressBasisPoints tasks { nodes { id } } }
  tasks { nodes { id title status progressBasisPoints assignees { id name } subTasks { id title status progressBasisPoints weight } } } } }`;

interface Refusal { code: string; path: string[]; message: string; details?: Record<string, unknown> }
interface ProjectShape { id: string; version: number; number: string; status: string; progressBasisPoints: number | null; workTotal: string; workDone: string }
interface TaskShape { id: string; version: number; title: string; status: string; progressBasisPoints: number | null; workTotal: string; weight: string; returns: number }
interface Part { kind: string; id: string | null; name: string; weight: string; shareBasisPoints: number; completionBasisPoints: number | null; contributionBasisPoints: number; counted: boolean; parts: Part[] }

describe('projects, tasks and time', () => {
  let api: TestApi;
  let owner: Client;
  let agency: TestOrganization;
  let stranger: TestOrganization;
  let customerId: string;
  let clientUser: TestUser;
  const people: Partial<Record<keyof TestOrganization['users'] | 'CLIENT' | 'STRANGER', ApiClient>> = {};
  const as = (who: keyof typeof people): ApiClient => people[who]!;

  beforeAll(async () => {
    api = await bootApi();
    owner = new Client({ connectionString: api.database.ownerUrl });
    await owner.connect();
    agency = await seedOrganization(api.database);
    stranger = await seedOrganization(api.database, 'Stranger');
    customerId = await agency.addCustomer();
    clientUser = await agency.addUser({ name: 'Client Cleo', roles: ['CLIENT_OWNER'], customerId });
    await api.app.nest.select(TasksModule).get(TemplateService).ensureDefaults(testActor({ organizationId: agency.id }));
    for (const role of ['DEPARTMENT_MANAGER', 'TEAM_LEAD', 'TEAM_MEMBER', 'QA_REVIEWER', 'PROJECT_MANAGER', 'HR'] as const) people[role] = await signInAs(api, agency.users[role].email);
    people.CLIENT = await signInAs(api, clientUser.email);
    people.STRANGER = await signInAs(api, stranger.users.DEPARTMENT_MANAGER.email);
  });
  afterAll(async () => {
    await owner?.end();
    await api?.close();
  });

  const ask = async <Shape>(who: keyof typeof people, document: string, field: string, part: string, input: object): Promise<Shape> =>
    (await as(who).ask<Record<string, Record<string, Shape>>>(document, { input }))[field]![part]!;
  const refusals = async (who: keyof typeof people, document: string, field: string, input: object): Promise<Refusal[]> => {
    const { data, errors } = await as(who).send<Record<string, { errors: Refusal[] }>>(document, { input });
    return [...errors.map(({ extensions, message }) => ({ code: extensions.code, path: [], message })), ...(data?.[field]?.errors ?? [])];
  };
  const newProject = (facts: object = {}): Promise<ProjectShape> =>
    ask('DEPARTMENT_MANAGER', CREATE_PROJECT, 'createProject', 'project', { name: 'Bakery website', customerId, departmentId: agency.departments.web, startOn: '2026-11-02', ...facts });
  const approved = async (facts: object = {}): Promise<ProjectShape> => {
    const draft = await newProject(facts);
    const submitted = await ask<ProjectShape>('DEPARTMENT_MANAGER', SUBMIT_PROJECT, 'submitProject', 'project', { id: draft.id, version: draft.version });
    return ask('DEPARTMENT_MANAGER', APPROVE_PROJECT, 'approveProject', 'project', { id: draft.id, version: submitted.version, decision: 'APPROVED', feasibility: 'Yes', budget: 'Enough', resources: 'Web team', risk: 'Low' });
  };
  const newTask = (projectId: string, facts: object = {}): Promise<TaskShape> =>
    ask('DEPARTMENT_MANAGER', CREATE_TASK, 'createTask', 'task', { projectId, title: 'Home page', estimateMinutes: 120, ...facts });
  const projectOf = async (id: string, who: keyof typeof people = 'DEPARTMENT_MANAGER'): Promise<ProjectShape> =>
    (await as(who).ask<{ project: ProjectShape }>(`{ ${PROJECT.replace('project', `project(id: "${id}")`)} }`)).project;
  const counted = async <T>(work: () => Promise<T>): Promise<{ answer: T; statements: number }> => {
    const run = jest.spyOn(api.app.nest.get(ReadConnections, { strict: false }), 'run');
    try {
      const answer = await work();
      return { answer, statements: run.mock.calls.flatMap(([statements]) => statements.filter(({ name }) => name !== 'enter')).length };
    } finally {
      run.mockRestore();
    }
  };

  it('goes from the draft to 100 % as the people who do it, the client watching', async () => {
    const draft = await newProject();
    expect(draft).toMatchObject({ status: 'DRAFT', progressBasisPoints: null });
    expect(draft.number).toMatch(/^PRJ-\d+$/);
    expect((await as('CLIENT').send(`{ project(id: "${draft.id}") { id } }`)).errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
    const submitted = await ask<ProjectShape>('DEPARTMENT_MANAGER', SUBMIT_PROJECT, 'submitProject', 'project', { id: draft.id, version: draft.version });
    const ready = await ask<ProjectShape>('DEPARTMENT_MANAGER', APPROVE_PROJECT, 'approveProject', 'project', {
      id: draft.id, version: submitted.version, decision: 'APPROVED', feasibility: 'Yes', budget: 'Enough', resources: 'Web team', risk: 'Low', ownerId: agency.users.PROJECT_MANAGER.id,
    });
    expect(ready).toMatchObject({ status: 'APPROVED', sharedWithClient: true });

    const { taskIds, project } = (await as('DEPARTMENT_MANAGER').ask<{ createTasksFromTemplate: { taskIds: string[]; project: { workTotal: string } } }>(FROM_TEMPLATE, { input: { projectId: draft.id, templateKey: 'GMB' } })).createTasksFromTemplate;
    expect(taskIds).toHaveLength(5);
    expect(Number(project.workTotal)).toBeGreaterThan(1_000);
    const task = await newTask(draft.id, { title: 'Extra page', estimateMinutes: 60 });
    const subTask = await ask<TaskShape>('TEAM_LEAD', CREATE_SUB_TASK, 'createSubTask', 'task', { parentId: task.id, title: 'Texts', requiresReview: true, assigneeIds: [agency.users.TEAM_MEMBER.id] });
    expect(subTask).toMatchObject({ weight: '60', status: 'TODO' });

    const started = await ask<TaskShape>('TEAM_MEMBER', STATUS, 'changeTaskStatus', 'task', { id: subTask.id, version: subTask.version, status: 'IN_PROGRESS' });
    const before = (await projectOf(draft.id, 'CLIENT')).progressBasisPoints!;
    const reported = await ask<TaskShape>('TEAM_MEMBER', REPORT, 'reportTaskProgress', 'task', { id: subTask.id, version: started.version, progressBasisPoints: 5_000 });
    expect((await projectOf(draft.id, 'CLIENT')).progressBasisPoints!).toBeGreaterThan(before);
    const handedIn = await ask<TaskShape>('TEAM_MEMBER', SUBMIT, 'submitForReview', 'task', { id: subTask.id, version: reported.version });
    const returned = await ask<TaskShape>('QA_REVIEWER', REVIEW, 'reviewTask', 'task', { id: subTask.id, version: handedIn.version, decision: 'RETURNED', reason: 'A typo' });
    expect(returned).toMatchObject({ status: 'IN_PROGRESS', returns: 1 });
    const again = await ask<TaskShape>('TEAM_MEMBER', SUBMIT, 'submitForReview', 'task', { id: subTask.id, version: returned.version });
    await ask('QA_REVIEWER', REVIEW, 'reviewTask', 'task', { id: subTask.id, version: again.version, decision: 'ACCEPTED' });

    const { tasks } = await as('TEAM_LEAD').ask<{ tasks: { nodes: TaskShape[] } }>(`query ($filter: TaskFilter) { tasks(filter: $filter, first: 200) { nodes { id version status requiresReview } } }`, { filter: { projectId: { eq: draft.id }, leaf: { eq: true }, open: { eq: true } } });
    for (const each of tasks.nodes) await ask('TEAM_LEAD', STATUS, 'changeTaskStatus', 'task', { id: each.id, version: each.version, status: 'COMPLETED' });
    // Parents that ask for a review wait for it; then everything is done.
    const { tasks: waiting } = await as('TEAM_LEAD').ask<{ tasks: { nodes: TaskShape[] } }>(`query ($filter: TaskFilter) { tasks(filter: $filter) { nodes { id version title } } }`, { filter: { projectId: { eq: draft.id }, status: { eq: 'REVIEW' } } });
    expect(waiting.nodes.map(({ title }) => title)).toEqual(['Complete the profile']);
    expect(await projectOf(draft.id)).toMatchObject({ status: 'IN_PROGRESS', progressBasisPoints: 10_000 });
    await ask('TEAM_LEAD', REVIEW, 'reviewTask', 'task', { id: waiting.nodes[0]!.id, version: waiting.nodes[0]!.version, decision: 'ACCEPTED' });
    const done = await projectOf(draft.id, 'CLIENT');
    expect(done).toMatchObject({ status: 'CLIENT_REVIEW', progressBasisPoints: 10_000 });
    expect(await ask('DEPARTMENT_MANAGER', MOVE_PROJECT, 'moveProject', 'project', { id: draft.id, version: (await projectOf(draft.id)).version, move: 'DELIVER' })).toMatchObject({ status: 'DELIVERED' });
  }, 180_000);

  it('returns and rejects with reasons, and takes a re-submission', async () => {
    const draft = await newProject();
    const { version } = await ask<ProjectShape>('DEPARTMENT_MANAGER', SUBMIT_PROJECT, 'submitProject', 'project', { id: draft.id, version: draft.version });
    const judgement = { id: draft.id, feasibility: 'Hard', budget: 'Tight', resources: 'Busy', risk: 'High' };
    expect(await refusals('DEPARTMENT_MANAGER', APPROVE_PROJECT, 'approveProject', { ...judgement, version, decision: 'RETURNED' })).toMatchObject([{ code: 'VALIDATION_FAILED', path: ['conditions'] }]);
    const returned = await ask<ProjectShape>('DEPARTMENT_MANAGER', APPROVE_PROJECT, 'approveProject', 'project', { ...judgement, version, decision: 'RETURNED', conditions: 'Less scope' });
    expect(returned).toMatchObject({ status: 'DRAFT', sharedWithClient: false });
    const again = await ask<ProjectShape>('DEPARTMENT_MANAGER', SUBMIT_PROJECT, 'submitProject', 'project', { id: draft.id, version: returned.version });
    await ask('DEPARTMENT_MANAGER', APPROVE_PROJECT, 'approveProject', 'project', { ...judgement, version: again.version, decision: 'REJECTED', conditions: 'No' });
    const { project } = await as('DEPARTMENT_MANAGER').ask<{ project: { decisions: { decision: string; conditions: string; decidedBy: { id: string } }[]; allowedMoves: { move: string; allowed: boolean }[] } }>(
      `{ project(id: "${draft.id}") { decisions { decision conditions decidedBy { id } } allowedMoves { move allowed } } }`);
    expect(project.decisions.map(({ decision, conditions }) => [decision, conditions])).toEqual([['REJECTED', 'No'], ['RETURNED', 'Less scope']]);
    expect(project.allowedMoves.filter(({ allowed }) => allowed)).toEqual([{ move: 'REVISE', allowed: true }]);
  });

  it('refuses illegal moves by name and stale versions with what is there', async () => {
    const project = await approved();
    expect(await refusals('DEPARTMENT_MANAGER', MOVE_PROJECT, 'moveProject', { id: project.id, version: project.version, move: 'DELIVER' })).toMatchObject([
      { code: 'ILLEGAL_TRANSITION', details: { state: 'APPROVED', allowedMoves: ['HOLD', 'CANCEL'] } },
    ]);
    expect(await refusals('DEPARTMENT_MANAGER', MOVE_PROJECT, 'moveProject', { id: project.id, version: 1, move: 'HOLD', reason: 'x' })).toMatchObject([{ code: 'CONFLICT', details: { currentVersion: project.version } }]);
    expect(await refusals('DEPARTMENT_MANAGER', MOVE_PROJECT, 'moveProject', { id: project.id, version: project.version, move: 'HOLD' })).toMatchObject([{ code: 'VALIDATION_FAILED', path: ['reason'] }]);
  });

  it('reads the whole tree to two levels, and every list, in one statement', async () => {
    const project = await approved();
    await as('DEPARTMENT_MANAGER').ask(FROM_TEMPLATE, { input: { projectId: project.id, templateKey: 'WEB' } });
    const tree = await counted(() => as('DEPARTMENT_MANAGER').ask<{ project: { milestones: { tasks: { nodes: unknown[] } }[]; tasks: { nodes: { subTasks: unknown[] }[] } } }>(TREE, { id: project.id }));
    expect(tree.statements).toBe(1);
    expect(tree.answer.project.milestones).toHaveLength(4);
    expect(tree.answer.project.tasks.nodes.flatMap(({ subTasks }) => subTasks)).toHaveLength(23);
    for (const list of ['projects', 'milestones', 'tasks', 'taskTemplates', 'timeEntries', 'taskRequests']) {
      const { statements } = await counted(() => as('DEPARTMENT_MANAGER').ask(`{ ${list}(first: 50) { nodes { id } pageInfo { hasNextPage endCursor } totalCount } }`));
      expect({ list, statements }).toEqual({ list, statements: 1 });
    }
  });

  it('finds my work in its groups', async () => {
    const project = await approved();
    const due = ['2026-01-05', '2026-06-01', null];
    for (const dueOn of due) await newTask(project.id, { title: `Due ${dueOn}`, dueOn, assigneeIds: [agency.users.TEAM_MEMBER.id] });
    const mine = (filter: object): Promise<{ tasks: { nodes: { title: string }[] } }> => as('TEAM_MEMBER').ask(
      'query ($filter: TaskFilter) { tasks(filter: $filter, sort: [{ field: DUE_ON }]) { nodes { title } } }',
      { filter: { assigneeId: { eq: agency.users.TEAM_MEMBER.id }, projectId: { eq: project.id }, open: { eq: true }, ...filter } });
    expect((await mine({ dueOn: { lt: '2026-02-01' } })).tasks.nodes).toEqual([{ title: 'Due 2026-01-05' }]);
    expect((await mine({ or: [{ dueOn: { gte: '2026-02-01' } }, { dueOn: { isNull: true } }] })).tasks.nodes).toEqual([{ title: 'Due 2026-06-01' }, { title: 'Due null' }]);
  });

  it('says what can be done with each task, for many in one statement', async () => {
    const project = await approved();
    const tasks = [await newTask(project.id, { assigneeIds: [agency.users.TEAM_MEMBER.id] }), await newTask(project.id)];
    const { project: { tasks: { nodes } } } = await as('TEAM_MEMBER').ask<{ project: { tasks: { nodes: { id: string; allowedMoves: { move: string; allowed: boolean; reason: string | null }[] }[] } } }>(
      `{ project(id: "${project.id}") { tasks { nodes { id allowedMoves { move allowed reason } } } } }`);
    const start = nodes.map(({ allowedMoves }) => allowedMoves.find(({ move }) => move === 'START'));
    expect(nodes.map(({ id }) => id)).toEqual(tasks.map(({ id }) => id));
    expect(start).toEqual([{ move: 'START', allowed: true, reason: null }, { move: 'START', allowed: false, reason: 'Needs the permission "task.work".' }]);
  });

  describe('why', () => {
    it('opens a figure into lines that add up to it, cancelled parts aside', async () => {
      const project = await approved();
      const [a, b, c] = [await newTask(project.id, { estimateMinutes: 70 }), await newTask(project.id, { estimateMinutes: 20, title: 'B' }), await newTask(project.id, { estimateMinutes: 10, title: 'C' })];
      const parts = [await ask<TaskShape>('TEAM_LEAD', CREATE_SUB_TASK, 'createSubTask', 'task', { parentId: a.id, title: 'A1', estimateMinutes: 30 }), await ask<TaskShape>('TEAM_LEAD', CREATE_SUB_TASK, 'createSubTask', 'task', { parentId: a.id, title: 'A2', estimateMinutes: 40 })];
      await ask('TEAM_LEAD', STATUS, 'changeTaskStatus', 'task', { id: parts[0]!.id, version: 1, status: 'COMPLETED' });
      await ask('TEAM_LEAD', REPORT, 'reportTaskProgress', 'task', { id: b.id, version: 1, progressBasisPoints: 3_333 });
      await as('TEAM_LEAD').ask(`mutation ($input: CancelTaskInput!) { cancelTask(input: $input) { task { id status } ${ERRORS} } }`, { input: { id: c.id, version: 1, reason: 'Not wanted' } });
      const { whyProgress } = await as('TEAM_LEAD').ask<{ whyProgress: { basisPoints: number; note: string; parts: Part[] } }>(WHY, { kind: 'PROJECT', id: project.id, levels: 2 });
      expect(whyProgress).toMatchObject({
        basisPoints: 4_074, note: 'Exactly 40.74 %. Where lines are rounded, they add up to it.',
        parts: [
          { name: 'Home page', weight: '70', shareBasisPoints: 7_778, completionBasisPoints: 4_285, contributionBasisPoints: 3_333, counted: true, parts: [{ name: 'A2', contributionBasisPoints: 0 }, { name: 'A1', contributionBasisPoints: 3_333 }] },
          { name: 'B', weight: '20', shareBasisPoints: 2_222, completionBasisPoints: 3_333, contributionBasisPoints: 741, counted: true },
          { name: 'C', counted: false, contributionBasisPoints: 0 },
        ],
      });
      expect(whyProgress.parts.reduce((sum, part) => sum + part.contributionBasisPoints, 0)).toBe(4_074);
    });

    it('shows clients what is shared, and the rest as one line', async () => {
      const project = await approved();
      await newTask(project.id, { title: 'Shown', estimateMinutes: 30 });
      const hidden = await newTask(project.id, { title: 'Secret', estimateMinutes: 70, sharedWithClient: false });
      await ask('TEAM_LEAD', STATUS, 'changeTaskStatus', 'task', { id: hidden.id, version: 1, status: 'COMPLETED' });
      const { whyProgress } = await as('CLIENT').ask<{ whyProgress: { basisPoints: number; parts: Part[] } }>(WHY, { kind: 'PROJECT', id: project.id });
      expect(whyProgress).toMatchObject({ basisPoints: 7_000, parts: [
        { kind: 'HIDDEN', id: null, name: 'Internal work', weight: '70', contributionBasisPoints: 7_000, parts: [] }, { kind: 'TASK', name: 'Shown', contributionBasisPoints: 0 },
      ] });
      expect(JSON.stringify(whyProgress)).not.toContain('Secret');
      expect((await as('CLIENT').send(WHY, { kind: 'TASK', id: hidden.id })).errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
      expect((await as('STRANGER').send(WHY, { kind: 'PROJECT', id: project.id })).errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
    });
  });

  it('keeps from clients what the agency says among itself', async () => {
    const project = await approved({ budget: { amountMinor: '500000', currency: 'USD' } });
    const { id } = await newTask(project.id);
    await as('TEAM_LEAD').ask(STATUS, { input: { id, version: 1, status: 'BLOCKED', reason: 'They never answer' } });
    const read = `{ project(id: "${project.id}") { budget { amountMinor } hiddenFields tasks { nodes { status statusReason estimateMinutes hiddenFields } } } }`;
    expect(await as('TEAM_LEAD').ask(read)).toMatchObject({ project: { budget: { amountMinor: '500000' }, hiddenFields: [], tasks: { nodes: [{ statusReason: 'They never answer', hiddenFields: [] }] } } });
    expect(await as('CLIENT').ask(read)).toEqual({ project: {
      budget: null, hiddenFields: ['statusReason', 'tags', 'budget'],
      tasks: { nodes: [{ status: 'BLOCKED', statusReason: null, estimateMinutes: null, hiddenFields: ['overrideStatus', 'overrideReason', 'statusReason', 'labels', 'estimateMinutes', 'points'] }] },
    } });
    expect((await as('CLIENT').send('{ projects(filter: { budgetMinor: { gt: "1" } }) { nodes { id } } }')).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });

  describe('time', () => {
    it('is logged by hand, and nobody logs the future, more than a day, or the same hour twice', async () => {
      const project = await approved();
      const task = await newTask(project.id, { assigneeIds: [agency.users.TEAM_MEMBER.id] });
      const log = (input: object): Promise<Refusal[]> => refusals('TEAM_MEMBER', LOG_TIME, 'logTime', { taskId: task.id, ...input });
      expect(await ask('TEAM_MEMBER', LOG_TIME, 'logTime', 'timeEntry', { taskId: task.id, workedOn: '2026-03-02', minutes: 90 })).toMatchObject({ minutes: 90, workedOn: '2026-03-02', billable: true, user: { id: agency.users.TEAM_MEMBER.id } });
      expect(await log({ workedOn: '2099-01-01', minutes: 5 })).toMatchObject([{ code: 'VALIDATION_FAILED', path: ['workedOn'] }]);
      expect(await log({ workedOn: '2026-03-02', minutes: 1_351 })).toMatchObject([{ code: 'LIMIT_EXCEEDED', path: ['minutes'] }]);
      expect(await log({ startedAt: '2026-03-03T09:00:00.000Z', endedAt: '2026-03-03T10:30:00.000Z' })).toEqual([]);
      expect(await log({ startedAt: '2026-03-03T10:00:00.000Z', endedAt: '2026-03-03T11:00:00.000Z' })).toMatchObject([{ code: 'DUPLICATE', path: ['startedAt'] }]);
      expect(await log({ startedAt: '2026-03-03T10:30:00.000Z', endedAt: '2026-03-03T11:00:00.000Z' })).toEqual([]);
      const { timeEntries } = await as('TEAM_MEMBER').ask<{ timeEntries: { nodes: { minutes: number }[] } }>(`{ timeEntries(filter: { taskId: { eq: "${task.id}" } }) { nodes { minutes } } }`);
      expect(timeEntries.nodes.map(({ minutes }) => minutes).sort()).toEqual([30, 90, 90]);
      expect((await as('CLIENT').send('{ timeEntries { nodes { id } } }')).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    });
  });

  describe('four callers', () => {
    it('of projects', async () => {
      await expectFourCallers({ api, operation: SUBMIT_PROJECT, variables: { input: { id: (await newProject()).id, version: 1 } }, right: as('DEPARTMENT_MANAGER'), wrongPerson: as('TEAM_MEMBER'), wrongOrganization: as('STRANGER') });
      const { id, version } = await approved();
      await expectFourCallers({
        api, operation: 'mutation ($input: UpdateProjectInput!) { updateProject(input: $input) { project { id name } errors { code } } }', variables: { input: { id, version, name: 'New name' } },
        right: as('PROJECT_MANAGER'), wrongPerson: as('TEAM_MEMBER'), wrongOrganization: as('STRANGER'),
      });
      const managed = { api, right: as('DEPARTMENT_MANAGER'), wrongPerson: as('TEAM_MEMBER'), wrongOrganization: as('STRANGER') };
      const planned = { ...managed, right: as('PROJECT_MANAGER') };
      const { createMilestone: { milestone } } = await expectFourCallers<{ createMilestone: { milestone: { id: string } } }>({ ...planned, operation: CREATE_MILESTONE, variables: { input: { projectId: id, name: 'Design' } } });
      await expectFourCallers({ ...planned, operation: UPDATE_MILESTONE, variables: { input: { id: milestone.id, version: 1, name: 'Drafts' } } });
      await expectFourCallers({ ...planned, operation: DELETE_MILESTONE, variables: { input: { id: milestone.id, version: 2 } } });
      await expectFourCallers({ api, operation: FROM_TEMPLATE, variables: { input: { projectId: id, templateKey: 'SEO' } }, right: as('DEPARTMENT_MANAGER'), wrongPerson: as('TEAM_MEMBER'), wrongOrganization: as('STRANGER') });
      await expectFourCallers({ ...managed, operation: CREATE_PROJECT, variables: { input: { name: 'Shop', customerId, departmentId: agency.departments.web } }, codes: { wrongOrganization: 'FORBIDDEN' } });
      const submitted = await ask<ProjectShape>('DEPARTMENT_MANAGER', SUBMIT_PROJECT, 'submitProject', 'project', { id: (await newProject()).id, version: 1 });
      await expectFourCallers({ ...managed, operation: APPROVE_PROJECT, variables: { input: { id: submitted.id, version: submitted.version, decision: 'APPROVED', feasibility: 'Yes', budget: 'Enough', resources: 'Web team', risk: 'Low' } } });
      const [held, part] = [await approved(), await approved()];
      await expectFourCallers({ ...managed, operation: MOVE_PROJECT, variables: { input: { id: held.id, version: held.version, move: 'HOLD', reason: 'They wait' } } });
      await expectFourCallers({ ...managed, operation: PLACE_PROJECT, variables: { input: { id: part.id, version: part.version, parentProjectId: id } } });
      await expectFourCallers({ api, operation: `query { project(id: "${id}") { id } }`, right: as('CLIENT'), wrongPerson: as('HR'), wrongOrganization: as('STRANGER') });
    }, 180_000);

    it('of tasks', async () => {
      const project = await approved();
      const callers = { api, right: as('TEAM_LEAD'), wrongPerson: as('TEAM_MEMBER'), wrongOrganization: as('STRANGER') };
      const { id } = await newTask(project.id);
      const other = await newTask(project.id);
      await expectFourCallers({ ...callers, operation: CREATE_TASK, variables: { input: { projectId: project.id, title: 'x' } } });
      await expectFourCallers({ ...callers, operation: CREATE_SUB_TASK, variables: { input: { parentId: other.id, title: 'x' } } });
      await expectFourCallers({ ...callers, operation: ASSIGN, variables: { input: { id, version: 1, assigneeIds: [agency.users.TEAM_LEAD.id] } } });
      await expectFourCallers({ ...callers, operation: STATUS, variables: { input: { id, version: 2, status: 'IN_PROGRESS' } } });
      await expectFourCallers({ ...callers, operation: REPORT, variables: { input: { id, version: 3, progressBasisPoints: 100 } } });
      await expectFourCallers({ ...callers, operation: SUBMIT, variables: { input: { id, version: 4 } } });
      await expectFourCallers({ ...callers, operation: REVIEW, variables: { input: { id, version: 5, decision: 'ACCEPTED' } } });
      for (const [field, type, more] of [
        ['updateTask', 'UpdateTaskInput', { title: 'y' }], ['reweighTask', 'ReweighTaskInput', { weight: 5 }], ['moveTask', 'MoveTaskInput', { afterTaskId: null }],
        ['cancelTask', 'CancelTaskInput', { reason: 'x' }], ['restoreTask', 'CancelTaskInput', {}],
      ] as const) {
        const { version } = (await as('TEAM_LEAD').ask<{ task: { version: number } }>(`{ task(id: "${id}") { version } }`)).task;
        await expectFourCallers({ ...callers, operation: `mutation ($input: ${type}!) { ${field}(input: $input) { task { id } errors { code } } }`, variables: { input: { id, version, ...more } } });
      }
      await expectFourCallers({ ...callers, operation: `mutation ($input: OverrideTaskStatusInput!) { overrideTaskStatus(input: $input) { task { id } errors { code } } }`, variables: { input: { id: other.id, version: 1, status: 'BLOCKED', reason: 'x' } } });
      await expectFourCallers({ ...callers, operation: 'mutation ($input: DeleteTaskInput!) { deleteTask(input: $input) { id errors { code } } }', variables: { input: { id: (await newTask(project.id)).id, version: 1 } }, right: as('DEPARTMENT_MANAGER') });
    }, 180_000);

    it('of claims, requests and time', async () => {
      const project = await approved();
      const callers = { api, right: as('TEAM_MEMBER'), wrongPerson: as('HR'), wrongOrganization: as('STRANGER') };
      const { id } = await newTask(project.id);
      await expectFourCallers({ ...callers, operation: 'mutation ($input: ClaimTaskInput!) { claimTask(input: $input) { task { id } errors { code } } }', variables: { input: { id, version: 1 } } });
      const { requestSubTask } = await expectFourCallers<{ requestSubTask: { taskRequest: { id: string; version: number } } }>({
        ...callers, operation: 'mutation ($input: RequestSubTaskInput!) { requestSubTask(input: $input) { taskRequest { id version } errors { code } } }', variables: { input: { parentId: id, title: 'More' } },
      });
      await expectFourCallers({
        ...callers, right: as('TEAM_LEAD'), wrongPerson: as('TEAM_MEMBER'), operation: 'mutation ($input: DecideTaskRequestInput!) { decideTaskRequest(input: $input) { taskRequest { id } errors { code } } }',
        variables: { input: { ...requestSubTask.taskRequest, approve: true } },
      });
      const { logTime } = await expectFourCallers<{ logTime: { timeEntry: { id: string; version: number } } }>({ ...callers, operation: LOG_TIME, variables: { input: { taskId: id, workedOn: '2026-02-02', minutes: 15 } } });
      await expectFourCallers({
        ...callers, operation: 'mutation ($input: UpdateTimeEntryInput!) { updateTimeEntry(input: $input) { timeEntry { id } errors { code } } }',
        variables: { input: { id: logTime.timeEntry.id, version: 1, minutes: 20 } }, wrongPerson: as('QA_REVIEWER'), codes: { wrongPerson: 'NOT_FOUND' },
      });
      await expectFourCallers({
        ...callers, operation: 'mutation ($input: DeleteTimeEntryInput!) { deleteTimeEntry(input: $input) { id errors { code } } }',
        variables: { input: { id: logTime.timeEntry.id, version: 2 } }, wrongPerson: as('QA_REVIEWER'), codes: { wrongPerson: 'NOT_FOUND' },
      });
    });
  });
});
