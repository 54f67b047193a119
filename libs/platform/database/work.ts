import type { EntityManager, QueryRunner } from 'typeorm';
import type { Actor } from '../kernel/index.js';
import type { EventInput } from './event-input.js';

/**
 * One running transaction on behalf of one actor. Services receive it from `UnitOfWork.run`, hand it to their
 * repositories and record their events on it; it ends with the outermost `run`.
 */
export class Work {
  private readonly events: EventInput[] = [];

  constructor(
    readonly actor: Actor,
    private readonly queryRunner: QueryRunner,
  ) {}

  /** Runs one statement inside the transaction; rows come back as plain objects with the columns' names. */
  async query<Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    const result: unknown = await this.queryRunner.query(sql, parameters, true);
    return (result as { records: Row[] }).records;
  }

  /** Runs one statement and tells how many rows it touched. */
  async execute(sql: string, parameters: unknown[] = []): Promise<number> {
    const result = await this.queryRunner.query(sql, parameters, true);
    return (result as { affected?: number }).affected ?? 0;
  }

  /** TypeORM's manager on this transaction, for inserts by entity. */
  get manager(): EntityManager {
    return this.queryRunner.manager;
  }

  /** Adds an event; all events of a transaction are written together just before it commits (domain.md, "One event log"). */
  record(event: EventInput): void {
    this.events.push(event);
  }

  /** What was recorded so far, in order. For the unit of work only. */
  takeEvents(): EventInput[] {
    return this.events.splice(0);
  }
}
