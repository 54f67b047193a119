import { CommitSignal, UnitOfWork } from '@throughline/platform/database';
import { type Actor, AppError, type Problem } from '@throughline/platform/kernel';
import { createTestDatabase, seedOrganization, testActor, type TestDatabase, type TestOrganization } from '@throughline/testing';
import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { createAppDataSource } from '../../../../ormconfig.js';
import { type LeadServices, leadServices } from './lead-services.js';

/** A database with two organizations and the services of sales on it. */
export interface SalesTestBed extends LeadServices {
  database: TestDatabase;
  unitOfWork: UnitOfWork;
  organization: TestOrganization;
  other: TestOrganization;
  /** May do everything in `organization`, as its sales manager. */
  manager: Actor;
  /** Somebody of `organization` with these grants: `lead.read:DEPARTMENT`; in the sales department. */
  actor(grants: readonly string[], userId?: string): Actor;
  /** May do everything in the other organization. */
  outsider: Actor;
  /** As the owner of the database: nothing is hidden. */
  rows<Row>(sql: string, parameters?: unknown[]): Promise<Row[]>;
  /** Events of a record, oldest first, with their changes. */
  events(subjectId: string): Promise<RecordedEvent[]>;
  close(): Promise<void>;
}

export interface RecordedEvent {
  kind: string;
  actor_id: string | null;
  actor_tier: string;
  historical: boolean;
  related: string[];
  access_before: Record<string, unknown> | null;
  access_after: Record<string, unknown> | null;
  changes: Record<string, { before: unknown; after: unknown }>;
}

export async function salesTestBed(): Promise<SalesTestBed> {
  const database = await createTestDatabase();
  const [organization, other] = [await seedOrganization(database), await seedOrganization(database, 'Rival')];
  const dataSource: DataSource = await createAppDataSource(database.appUrl, 12).initialize();
  const owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
  const unitOfWork = new UnitOfWork(dataSource, new CommitSignal());
  const services = leadServices(dataSource, unitOfWork, 'a secret of the tests, long enough for anything');
  const rows = async <Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> => (await owner.query(sql, parameters)).rows as Row[];
  return {
    ...services, database, unitOfWork, organization, other, rows,
    manager: testActor({ organizationId: organization.id, userId: organization.users.SALES_MANAGER.id }),
    outsider: testActor({ organizationId: other.id, userId: other.users.SALES_MANAGER.id }),
    actor: (grants, userId = organization.users.SALES_CLOSER.id) =>
      testActor({ organizationId: organization.id, userId, grants, departmentIds: [organization.departments.sales] }),
    events: (subjectId) => rows<RecordedEvent>(
      `SELECT e.kind, e.actor_id, e.actor_tier, e.historical, e.related, e.access_before, e.access_after, d.changes
       FROM event e JOIN event_detail d ON d.event_id = e.id WHERE e.subject_id = $1 ORDER BY e.id`,
      [subjectId],
    ),
    close: async () => {
      await owner.end();
      await services.numbers.onApplicationShutdown();
      await dataSource.destroy();
      await database.drop();
    },
  };
}

/** What an operation is refused for: `CODE path.to.field`, one for each problem. @throws whatever is no refusal */
export async function refusal(operation: Promise<unknown>): Promise<string[]> {
  return (await problems(operation)).map((problem) => [problem.code, problem.path.join('.')].join(' ').trim());
}

export async function problems(operation: Promise<unknown>): Promise<Problem[]> {
  try {
    await operation;
  } catch (error) {
    if (error instanceof AppError) return error.problems;
    throw error;
  }
  return [];
}
