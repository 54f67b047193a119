import { createMongoAbility } from '@casl/ability';
import { type Logger, pino } from 'pino';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { type TestDatabase, createTestDatabase } from '../../../testing/index.js';
import { CommitSignal, type EventInput, UnitOfWork, type Work } from '../../database/index.js';
import { type Actor, newId } from '../../kernel/index.js';
import { EventLog } from '../log/event-log.js';
import { type ChainedEvent, chainColumns } from '../log/chain.js';

/** Says nothing. */
export const silent: Logger = pino({ level: 'silent' });

/** A database with organizations to write events into, as the application's own role does. */
export class EventHarness {
  readonly committed = new CommitSignal();
  readonly unitOfWork: UnitOfWork;
  readonly log: EventLog;

  private constructor(
    readonly database: TestDatabase,
    readonly owner: Client,
    readonly dataSource: DataSource,
  ) {
    this.unitOfWork = new UnitOfWork(dataSource, this.committed);
    this.log = new EventLog(database.appUrl, () => undefined);
  }

  static async open(poolSize = 10): Promise<EventHarness> {
    const database = await createTestDatabase();
    const owner = new Client({ connectionString: database.ownerUrl });
    owner.on('error', () => undefined);
    await owner.connect();
    const options = { max: poolSize, pipeline: true };
    const dataSource = await new DataSource({ type: 'postgres', url: database.appUrl, extra: options }).initialize();
    return new EventHarness(database, owner, dataSource);
  }

  async close(): Promise<void> {
    await this.log.close();
    await this.dataSource.destroy();
    await this.owner.end();
    await this.database.drop();
  }

  async organization(): Promise<string> {
    const id = newId();
    await this.owner.query('INSERT INTO organization (id, name, slug) VALUES ($1, $2, $3)', [id, 'Agency', `agency-${id}`]);
    // Its default policies count as changes of rights; suites name versions, so they begin at the first.
    await this.owner.query('UPDATE organization SET access_version = 1 WHERE id = $1', [id]);
    return id;
  }

  /** Somebody who may do everything in an organization. */
  actor(organizationId: string, more: Partial<Actor> = {}): Actor {
    return {
      organizationId, userId: null, sessionId: null, tier: 'SYSTEM', customerIds: [],
      ability: createMongoAbility<Actor['ability']>([{ action: 'manage', subject: 'all' }]),
      abilityVersion: 'all', request: { id: newId(), address: null, userAgent: null }, ...more,
    };
  }

  /**
   * Commits one transaction with one event.
   *
   * @param before what the transaction does first
   * @returns the subject's id
   */
  async write(organizationId: string, event: Partial<EventInput> = {}, before?: (work: Work) => Promise<unknown>): Promise<string> {
    const subjectId = event.subjectId ?? newId();
    await this.unitOfWork.run(this.actor(organizationId), async (work) => {
      await before?.(work);
      work.record({ kind: 'lead.changed', subject: 'lead', subjectId, access: { before: {}, after: {} }, ...event });
    });
    return subjectId;
  }

  /** Gives positions to everything that is committed, as a relay would. */
  async assign(batch = 1_000_000): Promise<void> {
    await this.owner.query('SELECT app.assign_positions($1)', [batch]);
  }

  /** Subject ids of an organization's events, in the order of their positions. */
  async positioned(organizationId: string): Promise<{ position: number; subjectId: string }[]> {
    const { rows } = await this.owner.query<{ position: number; subjectId: string }>(
      `SELECT p.position::int, e.subject_id AS "subjectId" FROM event_position p JOIN event e ON e.id = p.event_id
       WHERE p.organization_id = $1 ORDER BY p.position`, [organizationId]);
    return rows;
  }

  async chain(organizationId: string): Promise<ChainedEvent[]> {
    const { rows } = await this.owner.query<ChainedEvent>(
      `SELECT ${chainColumns} FROM event_position p JOIN event e ON e.id = p.event_id
       WHERE p.organization_id = $1 ORDER BY p.position`, [organizationId]);
    return rows;
  }

  /** Cuts the connections of this database that carry a name. */
  async cut(applicationName: string): Promise<number> {
    const { rowCount } = await this.owner.query(
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND application_name = $1', [applicationName]);
    return rowCount ?? 0;
  }
}
