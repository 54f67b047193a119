import '@throughline/delivery/tasks';
import { CommitSignal, UnitOfWork } from '@throughline/platform/database';
import { JobQueue } from '@throughline/platform/jobs';
import type { Actor } from '@throughline/platform/kernel';
import { createTestDatabase, seedOrganization, testActor, type TestDatabase, type TestOrganization } from '@throughline/testing';
import { Client } from 'pg';
import { type Delivery, openDelivery } from '../../../delivery/tasks/testing/delivery.js';
import { ConsumerBacklog } from '../../../platform/events/consumers/consumer-backlog.js';
import { Consumption } from '../../../platform/events/consumers/consumption.js';
import { DueService } from './due.service.js';
import { FollowDue, followDue } from './follow-due.consumer.js';
import type { DuePayload } from './tell-due.job.js';

const day = (from: number): string => new Date(Date.now() + from * 86_400_000).toISOString().slice(0, 10);

describe('what is due', () => {
  let database: TestDatabase;
  let owner: Client;
  let delivery: Delivery;
  let agency: TestOrganization;
  let boss: Actor;
  let due: DueService;
  let consumption: Consumption;
  let projectId: string;
  const rows = async <Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> => (await owner.query(sql, parameters)).rows as Row[];
  beforeAll(async () => {
    database = await createTestDatabase();
    owner = new Client({ connectionString: database.ownerUrl });
    await owner.connect();
    agency = await seedOrganization(database);
    delivery = await openDelivery(database.appUrl, 6);
    const unitOfWork = new UnitOfWork(delivery.dataSource, new CommitSignal());
    const jobs = new JobQueue(unitOfWork);
    [due, consumption] = [new DueService(jobs), new Consumption(unitOfWork, jobs)];
    const backlog = new ConsumerBacklog(database.relayUrl, () => undefined);
    await backlog.register([followDue]);
    await backlog.close();
    boss = testActor({ organizationId: agency.id, userId: agency.users.DEPARTMENT_MANAGER.id });
    projectId = await delivery.approvedProject(boss, { name: 'Website', customerId: await agency.addCustomer(), departmentId: agency.departments.web });
  });
  afterAll(async () => {
    await delivery?.close();
    await owner?.end();
    await database?.drop();
  });

  const consume = async (): Promise<void> => {
    await rows('SELECT app.assign_positions(1000000)');
    const [head] = await rows<{ position: string }>('SELECT position FROM organization_position WHERE organization_id = $1', [agency.id]);
    while ((await consumption.step({ definition: followDue, reaction: new FollowDue(due) }, agency.id, Number(head!.position))) === 'TOOK');
  };
  const scheduled = async (recordId: string): Promise<DuePayload[]> => {
    await consume();
    return (await rows<{ payload: DuePayload }>(`SELECT payload FROM due_work WHERE kind = 'due.tell' AND payload->>'recordId' = $1 ORDER BY due_at`, [recordId])).map(({ payload }) => payload);
  };
  const tell = (payload: DuePayload): Promise<void> => delivery.unitOfWork.run(boss, (work) => due.tell(work, payload));
  const told = async (recordId: string): Promise<string[]> => (await rows<{ kind: string }>(`SELECT kind FROM event WHERE subject_id = $1 AND (kind LIKE '%.dueSoon' OR kind LIKE '%.overdue') ORDER BY id`, [recordId])).map(({ kind }) => kind);
  const task = (facts: object): Promise<string> => delivery.creation.create(boss, { title: 'Logo', estimateMinutes: 60, projectId, ...facts });
  const version = async (table: string, id: string): Promise<number> => (await rows<{ version: number }>(`SELECT version FROM ${table} WHERE id = $1`, [id]))[0]!.version;

  it('is told the day before and the day after, of what is not done by then', async () => {
    const id = await task({ dueOn: day(5) });
    const [soon, over, ...more] = await scheduled(id);
    expect([soon, over, more]).toEqual([{ subject: 'task', recordId: id, dueOn: day(5), signal: 'dueSoon' }, { subject: 'task', recordId: id, dueOn: day(5), signal: 'overdue' }, []]);
    await tell(soon!);
    await delivery.works.changeStatus(boss, { id, version: await version('task', id), status: 'COMPLETED' });
    await tell(over!);
    expect(await told(id)).toEqual(['task.dueSoon']);
  });

  it('follows the day when it is moved, and forgets the old one', async () => {
    const id = await task({ dueOn: day(5) });
    const [before] = await scheduled(id);
    await delivery.plans.update(boss, { id, version: await version('task', id), dueOn: day(9) });
    const after = (await scheduled(id)).find(({ dueOn }) => dueOn === day(9))!;
    await tell(before!);
    expect(await told(id)).toEqual([]);
    await tell(after);
    expect(await told(id)).toEqual(['task.dueSoon']);
    expect((await scheduled(id)).filter(({ dueOn }) => dueOn === day(9))).toHaveLength(2);
  });

  it('is scheduled once, however often the same day is set', async () => {
    const id = await task({ dueOn: day(5) });
    await scheduled(id);
    await delivery.unitOfWork.run(boss, (work) => due.follow(work, 'task', id));
    expect(await scheduled(id)).toHaveLength(2);
  });

  it('is nothing without a day, when it is done, and while its project rests', async () => {
    expect(await scheduled(await task({}))).toEqual([]);
    const id = await task({ dueOn: day(5) });
    const [soon] = await scheduled(id);
    await rows(`UPDATE project SET status = 'ON_HOLD' WHERE id = $1`, [projectId]);
    await tell(soon!);
    await rows(`UPDATE project SET status = 'IN_PROGRESS' WHERE id = $1`, [projectId]);
    expect(await told(id)).toEqual([]);
  });

  it('is told of milestones too', async () => {
    const id = await delivery.milestones.create(boss, projectId, { name: 'Draft', dueOn: day(-3) });
    const payloads = await scheduled(id);
    expect(payloads.map(({ signal }) => signal)).toEqual(['overdue']);
    await tell(payloads[0]!);
    expect(await told(id)).toEqual(['milestone.overdue']);
  });

  it('reminds nobody of what was imported', async () => {
    const id = await delivery.creation.create({ ...boss, historical: true }, { title: 'Old', estimateMinutes: 60, projectId, dueOn: day(5) });
    expect(await scheduled(id)).toEqual([]);
  });
});
