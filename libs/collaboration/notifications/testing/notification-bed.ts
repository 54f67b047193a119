import { UnitOfWork } from '@throughline/platform/database';
import { type JobDefinition, type JobHandler, JobQueue } from '@throughline/platform/jobs';
import { systemActor } from '@throughline/platform/access';
import type { Actor } from '@throughline/platform/kernel';
import { seedOrganization, testActor, type TestOrganization } from '@throughline/testing';
import { bootApi, type TestApi } from '@throughline/testing/api';
import { Client } from 'pg';
import { type Delivery, openDelivery } from '../../../delivery/tasks/testing/delivery.js';
import { ConsumerBacklog } from '../../../platform/events/consumers/consumer-backlog.js';
import type { RegisteredConsumer } from '../../../platform/events/consumers/consumer-registry.js';
import { Consumption } from '../../../platform/events/consumers/consumption.js';
import { DueWork } from '../../../platform/jobs/work/due-work.js';
import { Deliver, SendDigest } from '../deliveries/deliver.handler.js';
import { deliver, sendDigest } from '../deliveries/delivery.jobs.js';
import { ReturnNotification } from '../inbox/return-notification.handler.js';
import { returnNotification } from '../inbox/return-notification.job.js';
import { KeepUp, keepUp } from '../tell/keep-up.consumer.js';
import { TellPeople, tellPeople } from '../tell/tell.consumer.js';

/** A notification as the database holds it, with its person's name. */
export interface ToldRow {
  id: string;
  who: string;
  kind: string;
  reason: string;
  title: string;
  body: string | null;
  subject: string | null;
  recordId: string | null;
  urgent: boolean;
  times: number;
}

/** The whole API on a database of its own, the consumer and the jobs of notifications by hand: one step at a time. */
export interface NotificationBed {
  api: TestApi;
  agency: TestOrganization;
  owner: Client;
  delivery: Delivery;
  unitOfWork: UnitOfWork;
  /** Somebody of the agency with every right, so that only what follows is tested. */
  as(role: keyof TestOrganization['users']): Actor;
  rows<Row>(sql: string, parameters?: unknown[]): Promise<Row[]>;
  /** Lets the consumer take everything that has happened. */
  consume(): Promise<void>;
  /** What was told since the last call, after `consume`, by person and kind. */
  told(): Promise<ToldRow[]>;
  /** Runs the jobs that are due, as a worker does. @param attempt which try it is @returns what they threw */
  work(attempt?: number, now?: Date): Promise<string[]>;
  /** A running project with a client, and one task in it. */
  project(facts?: object): Promise<string>;
  task(projectId: string, facts?: object): Promise<string>;
  version(table: string, id: string): Promise<{ id: string; version: number }>;
  customerId: string;
  close(): Promise<void>;
}

export async function openNotificationBed(settings: Parameters<typeof bootApi>[0] = {}): Promise<NotificationBed> {
  const api = await bootApi({ ...settings, settings: { allowedPrivateHosts: ['127.0.0.1'], embedded: true, mail: null, ...settings.settings } });
  const owner = new Client({ connectionString: api.database.ownerUrl });
  await owner.connect();
  const agency = await seedOrganization(api.database);
  const delivery = await openDelivery(api.database.appUrl, 6);
  const unitOfWork = api.app.nest.get(UnitOfWork);
  const consumption = new Consumption(unitOfWork, new JobQueue(unitOfWork));
  const consumers: RegisteredConsumer[] = [
    { definition: tellPeople, reaction: api.app.nest.get(TellPeople, { strict: false }) }, { definition: keepUp, reaction: api.app.nest.get(KeepUp, { strict: false }) },
  ];
  const backlog = new ConsumerBacklog(api.database.relayUrl, () => undefined);
  await backlog.register([tellPeople, keepUp]);
  await backlog.close();
  const dueWork = new DueWork(unitOfWork);
  const get = <T>(type: new (...all: never[]) => T): T => api.app.nest.get(type, { strict: false });
  const handlers = new Map<JobDefinition, JobHandler<never>>([[deliver, get(Deliver)], [sendDigest, get(SendDigest)], [returnNotification, get(ReturnNotification)]] as never);
  const rows = async <Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> => (await owner.query(sql, parameters)).rows as Row[];
  const customerId = await agency.addCustomer();
  const seen = new Set<string>();
  const bed: NotificationBed = {
    api, agency, owner, delivery, unitOfWork, rows, customerId,
    as: (role) => testActor({ organizationId: agency.id, userId: agency.users[role].id }),
    async consume() {
      await rows('SELECT app.assign_positions(1000000)');
      const [head] = await rows<{ position: string }>('SELECT position FROM organization_position WHERE organization_id = $1', [agency.id]);
      for (const consumer of head ? consumers : []) while ((await consumption.step(consumer, agency.id, Number(head!.position))) === 'TOOK');
    },
    async told() {
      await bed.consume();
      const all = await rows<ToldRow & { at: string }>(
        `SELECT n.id, u.name AS who, n.kind, n.reason, n.title, n.body, n.subject, n.record_id AS "recordId", n.urgent, n.times FROM notification n JOIN user_account u ON u.id = n.user_id
         ORDER BY n.event_position, u.name, n.kind`);
      const fresh = all.filter(({ id, times }) => !seen.has(`${id} ${times}`));
      for (const { id, times } of fresh) seen.add(`${id} ${times}`);
      return fresh;
    },
    async work(attempt = 1, now = new Date()) {
      const due = await rows<{ id: string; kind: string; payload: object }>(
        'SELECT id, kind, payload FROM due_work WHERE organization_id = $1 AND done_at IS NULL AND failed_at IS NULL AND due_at <= $2 AND kind = ANY($3) ORDER BY due_at, id',
        [agency.id, now, [...handlers.keys()].map(({ name }) => name)]);
      const thrown: string[] = [];
      for (const { id, kind, payload } of due) {
        const handler = [...handlers].find(([{ name }]) => name === kind)![1];
        const actor = systemActor(agency.id, `job ${id}`);
        try {
          await handler.handle({ id, payload: payload as never, actor, attempt, once: (body) => dueWork.once(actor, id, body) });
          await dueWork.done(actor, id);
        } catch (error) {
          thrown.push((error as Error).message);
        }
      }
      return thrown;
    },
    project: (facts = {}) => delivery.approvedProject(bed.as('DEPARTMENT_MANAGER'), { name: 'Website', customerId, departmentId: agency.departments.web, ...facts }),
    task: (projectId, facts = {}) => delivery.creation.create(bed.as('TEAM_LEAD'), { title: 'Logo', estimateMinutes: 60, projectId, ...facts }),
    version: async (table, id) => ({ id, version: (await rows<{ version: number }>(`SELECT version FROM ${table} WHERE id = $1`, [id]))[0]!.version }),
    async close() {
      await delivery.close();
      await owner.end();
      await api.close();
    },
  };
  return bed;
}
