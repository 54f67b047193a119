import { type Actor, newId } from '@throughline/platform/kernel';
import { createTestDatabase, seedOrganization, testActor, type TestDatabase, type TestOrganization } from '@throughline/testing';
import { Client } from 'pg';
import { type Delivery, openDelivery } from '../../../delivery/tasks/testing/delivery.js';
import { type Channels, openChannels } from '../testing/channels.js';

interface ChannelState { id: string; kind: string; name: string; twoSided: boolean; archived: boolean }

describe('channels follow the work', () => {
  let database: TestDatabase;
  let owner: Client;
  let channels: Channels;
  let delivery: Delivery;
  let agency: TestOrganization;
  let boss: Actor;
  let customerId: string;
  let clientId: string;

  beforeAll(async () => {
    database = await createTestDatabase();
    owner = new Client({ connectionString: database.ownerUrl });
    await owner.connect();
    channels = await openChannels(database.appUrl);
    delivery = await openDelivery(database.appUrl);
    agency = await seedOrganization(database);
    customerId = await agency.addCustomer();
    clientId = (await agency.addUser({ name: 'Clara', roles: ['CLIENT_MEMBER'], customerId })).id;
    boss = testActor({ organizationId: agency.id, userId: agency.users.DEPARTMENT_MANAGER.id });
  });
  afterAll(async () => {
    await owner?.end();
    await delivery?.close();
    await channels?.close();
    await database?.drop();
  });

  const catchUp = (): Promise<void> => channels.catchUp(owner, agency.id);
  const of = async (recordId: string): Promise<ChannelState | undefined> => (await owner.query<ChannelState>(
    `SELECT id, kind, name, two_sided AS "twoSided", archived_at IS NOT NULL AS archived FROM channel WHERE $1 IN (record_id, department_id)`, [recordId])).rows[0];
  const followers = async (channelId: string): Promise<string[]> => (await owner.query<{ id: string }>('SELECT user_id AS id FROM channel_reader WHERE channel_id = $1 AND following', [channelId])).rows.map(({ id }) => id).sort();
  const events = async (channelId: string): Promise<{ kind: string; historical: boolean; before: unknown; after: unknown }[]> => (await owner.query<{ kind: string; historical: boolean; before: unknown; after: unknown }>(
    'SELECT kind, historical, access_before AS before, access_after AS after FROM event WHERE subject_id = $1 ORDER BY id', [channelId])).rows;
  const version = async (table: string, id: string): Promise<number> => (await owner.query<{ version: number }>(`SELECT version FROM ${table} WHERE id = $1`, [id])).rows[0]!.version;
  const ofProject = async (id: string, facts: object): Promise<void> => {
    await delivery.projects.update(boss, id, await version('project', id), facts);
    await catchUp();
  };

  it('a project\'s is made with it, also for what was there before, and followed by its people and client', async () => {
    const id = await delivery.approvedProject(boss, { name: 'Website', customerId, departmentId: agency.departments.web, ownerId: agency.users.PROJECT_MANAGER.id });
    expect(await of(id)).toBeUndefined();
    await catchUp();
    const channel = (await of(id))!;
    expect(channel).toMatchObject({ kind: 'PROJECT', name: 'Website', twoSided: true, archived: false });
    expect(await followers(channel.id)).toEqual([agency.users.PROJECT_MANAGER.id, clientId].sort());
    expect((await events(channel.id))[0]).toMatchObject({ kind: 'channel.created', historical: false, before: null, after: { sharedWithClient: true, follows: { subject: 'project', access: { customerId, sharedWithClient: true } } } });
    await catchUp();
    expect((await owner.query('SELECT 1 FROM channel WHERE record_id = $1', [id])).rows).toHaveLength(1);
  });

  it('of what a seed or an import makes nobody is told', async () => {
    const importer = testActor({ organizationId: agency.id, userId: boss.userId, historical: true });
    const id = await delivery.projects.create(importer, { name: 'Imported', customerId });
    await catchUp();
    expect((await events((await of(id))!.id)).map(({ kind, historical }) => [kind, historical])).toEqual([['channel.created', true]]);
  });

  it('it is called, archived and restored like the project', async () => {
    const id = await delivery.approvedProject(boss, { name: 'Shop', customerId });
    await catchUp();
    await ofProject(id, { name: 'Web shop' });
    expect(await of(id)).toMatchObject({ name: 'Web shop' });
    const move = async (name: 'CANCEL' | 'RESTORE'): Promise<void> => {
      await delivery.statuses.move(boss, { id, version: await version('project', id), move: name, reason: 'so it is' });
      await catchUp();
    };
    await move('CANCEL');
    expect(await of(id)).toMatchObject({ archived: true });
    await move('RESTORE');
    expect(await of(id)).toMatchObject({ archived: false });
    expect((await events((await of(id))!.id)).map(({ kind }) => kind).filter((kind) => kind !== 'channel.accessChanged').slice(-3)).toEqual(['channel.updated', 'channel.archived', 'channel.restored']);
  });

  it('who sees the project sees it: a changed access is told with what it was and what it is', async () => {
    const id = await delivery.approvedProject(boss, { name: 'Moving', customerId, departmentId: agency.departments.web });
    await catchUp();
    const channel = (await of(id))!;
    await ofProject(id, { departmentId: agency.departments.seo });
    expect((await events(channel.id)).at(-1)).toMatchObject({
      kind: 'channel.accessChanged',
      before: { follows: { subject: 'project', access: { departmentId: agency.departments.web } } }, after: { follows: { subject: 'project', access: { departmentId: agency.departments.seo } } },
    });
    const told = (await events(channel.id)).length;
    await ofProject(id, { scope: 'Nothing that changes who sees it' });
    expect(await events(channel.id)).toHaveLength(told);
  });

  it('who joins the work follows from there; who stopped following is left alone', async () => {
    const id = await delivery.approvedProject(boss, { name: 'Team', customerId, ownerId: agency.users.PROJECT_MANAGER.id });
    await catchUp();
    const channel = (await of(id))!;
    await owner.query('UPDATE channel_reader SET following = false WHERE channel_id = $1 AND user_id = $2', [channel.id, agency.users.PROJECT_MANAGER.id]);
    await owner.query('UPDATE channel SET last_sequence = 9 WHERE id = $1', [channel.id]);
    await ofProject(id, { ownerId: agency.users.TEAM_LEAD.id });
    expect(await followers(channel.id)).toEqual([agency.users.TEAM_LEAD.id, clientId].sort());
    await ofProject(id, { ownerId: agency.users.PROJECT_MANAGER.id });
    expect(await followers(channel.id)).toEqual([agency.users.TEAM_LEAD.id, clientId].sort());
    const { rows } = await owner.query('SELECT last_read_sequence::int AS read FROM channel_reader WHERE channel_id = $1 AND user_id = $2', [channel.id, agency.users.TEAM_LEAD.id]);
    expect(rows).toEqual([{ read: 9 }]);
  });

  it('a task\'s is made when somebody first speaks, is two-sided as long as it is shared, and goes with it', async () => {
    const projectId = await delivery.approvedProject(boss, { name: 'Tasks', customerId });
    const taskId = await delivery.creation.create(boss, { projectId, title: 'Draw', estimateMinutes: 10 });
    await catchUp();
    expect(await of(taskId)).toBeUndefined();
    const id = await channels.records.open(boss, 'task', taskId);
    expect(await of(taskId)).toMatchObject({ kind: 'TASK', name: 'Draw', twoSided: true });
    await delivery.plans.update(boss, { id: taskId, version: await version('task', taskId), title: 'Draw it', sharedWithClient: false });
    await catchUp();
    expect(await of(taskId)).toMatchObject({ name: 'Draw it', twoSided: false });
    await delivery.plans.delete(boss, { id: taskId, version: await version('task', taskId) });
    await catchUp();
    expect(await of(taskId)).toMatchObject({ archived: true });
    expect((await events(id)).at(-1)).toMatchObject({ kind: 'channel.archived', after: null, before: { follows: { subject: 'task' } } });
  });

  it('a task\'s is opened and closed to people with the project', async () => {
    const projectId = await delivery.approvedProject(boss, { name: 'Both', customerId, departmentId: agency.departments.web });
    const taskId = await delivery.creation.create(boss, { projectId, title: 'Cut', estimateMinutes: 10 });
    const id = await channels.records.open(boss, 'task', taskId);
    await ofProject(projectId, { departmentId: agency.departments.seo });
    expect((await events(id)).at(-1)).toMatchObject({
      kind: 'channel.accessChanged',
      before: { follows: { subject: 'task', access: { departmentId: agency.departments.web } } }, after: { follows: { subject: 'task', access: { departmentId: agency.departments.seo } } },
    });
    await ofProject(projectId, { sharedWithClient: false });
    expect(await of(taskId)).toMatchObject({ twoSided: false });
    expect((await events(id)).filter(({ kind }) => kind === 'channel.accessChanged').at(-1)).toMatchObject({
      before: { sharedWithClient: true, follows: { access: { sharedWithClient: true } } }, after: { sharedWithClient: false, follows: { access: { sharedWithClient: false } } },
    });
  });

  it('departments and customers have theirs', async () => {
    const [departmentId, ownerId] = [newId(), agency.users.ACCOUNT_MANAGER.id];
    await owner.query(`INSERT INTO department (id, organization_id, name, kind, manager_id) VALUES ($1, $2, 'Video', 'DELIVERY', $3)`, [departmentId, agency.id, agency.users.TEAM_LEAD.id]);
    await owner.query('UPDATE customer SET owner_id = $2 WHERE id = $1', [customerId, ownerId]);
    await channels.unitOfWork.run(boss, async (work) => {
      work.record({ kind: 'department.created', subject: 'department', subjectId: departmentId, access: { before: null, after: { departmentId } } });
      work.record({ kind: 'customer.created', subject: 'customer', subjectId: customerId, access: { before: null, after: { customerId } } });
    });
    await catchUp();
    expect(await of(departmentId)).toMatchObject({ kind: 'DEPARTMENT', name: 'Video', archived: false });
    expect(await followers((await of(departmentId))!.id)).toEqual([agency.users.TEAM_LEAD.id]);
    expect(await of(customerId)).toMatchObject({ kind: 'CUSTOMER', twoSided: true });
    expect(await followers((await of(customerId))!.id)).toEqual([ownerId, clientId].sort());
    await owner.query('UPDATE department SET archived_at = now() WHERE id = $1', [departmentId]);
    await channels.unitOfWork.run(boss, async (work) => work.record({ kind: 'department.archived', subject: 'department', subjectId: departmentId, access: { before: { departmentId }, after: { departmentId } } }));
    await catchUp();
    expect(await of(departmentId)).toMatchObject({ archived: true });
  });

  it('who comes finds their department\'s; who leaves is succeeded by whoever has been in it longest', async () => {
    const webId = (await of(agency.departments.web))?.id ?? (await channels.records.open(boss, 'department', agency.departments.web));
    const newcomer = await agency.addUser({ name: 'New', roles: ['TEAM_MEMBER'], departmentIds: [agency.departments.web] });
    await channels.unitOfWork.run(boss, async (work) => work.record({ kind: 'user.created', subject: 'user', subjectId: newcomer.id, access: { before: null, after: { ownerId: newcomer.id } } }));
    await catchUp();
    expect(await followers(webId)).toContain(newcomer.id);
    const theirs = await channels.starting.create({ ...boss, userId: newcomer.id }, { kind: 'PRIVATE', name: 'Theirs', memberIds: [agency.users.TEAM_LEAD.id, agency.users.TEAM_MEMBER.id] });
    await owner.query(`UPDATE user_account SET status = 'INACTIVE' WHERE id = $1`, [newcomer.id]);
    await channels.unitOfWork.run(boss, async (work) => work.record({ kind: 'user.deactivated', subject: 'user', subjectId: newcomer.id, access: { before: {}, after: {} } }));
    await catchUp();
    const { rows } = await owner.query<{ id: string; role: string }>('SELECT user_id AS id, role FROM channel_member WHERE channel_id = $1', [theirs]);
    expect(rows.filter(({ role }) => role === 'OWNER')).toHaveLength(2);
    expect(rows.find(({ id }) => id === newcomer.id)?.role).toBe('OWNER');
  });
});
