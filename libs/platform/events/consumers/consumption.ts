import { Injectable } from '@nestjs/common';
import { systemActor } from '../../access/index.js';
import { UnitOfWork, type Work } from '../../database/index.js';
import { defineJob, JobQueue } from '../../jobs/index.js';
import { STORED_EVENT_COLUMNS, type StoredEventRow, eventFromRow } from '../log/stored-event.js';
import type { RegisteredConsumer } from './consumer-registry.js';
import type { ConsumedEvent, ConsumerDefinition } from './define-consumer.js';

/** An event that a consumer could not take in its turn. */
export const consumeLater = defineJob<{ consumer: string; position: number }>('event.consume', { meaning: 'Takes an event that a consumer failed on.' });

/** What became of one step: an event was taken, there was none, or another worker is on it. */
export type Step = 'TOOK' | 'CAUGHT_UP' | 'BUSY';

/** A consumer's reaction failed on one event; its transaction is rolled back. */
export class ConsumptionError extends Error {
  constructor(readonly position: number, options: { cause: unknown }) {
    super(`The event at position ${position} could not be taken.`, options);
  }
}

/** Single steps of consumers through an organization's log: effect and cursor are one transaction. */
@Injectable()
export class Consumption {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly jobs: JobQueue,
  ) {}

  /**
   * Takes the next event behind the cursor, or moves the cursor to `upTo` when none of those concerns the consumer.
   *
   * @throws ConsumptionError when the reaction throws
   */
  async step(consumer: RegisteredConsumer, organizationId: string, upTo: number): Promise<Step> {
    return this.advance(consumer.definition, organizationId, upTo, (work, event) => this.apply(work, consumer, event));
  }

  /** Leaves the next event to a job and goes on behind it. */
  async park(consumer: RegisteredConsumer, organizationId: string, position: number): Promise<Step> {
    const { name } = consumer.definition;
    return this.advance(consumer.definition, organizationId, position, async (work, event) => {
      await this.jobs.schedule(work, consumeLater, { consumer: name, position: event.position }, { key: `${name} ${event.position}` });
    });
  }

  /** Takes one event out of turn; for the job of a parked event, in its transaction. */
  async applyAt(work: Work, consumer: RegisteredConsumer, position: number): Promise<void> {
    const event = await find(work, 'p.position = $2', [position]);
    if (event) await this.apply(work, consumer, event);
  }

  private async advance(
    definition: ConsumerDefinition, organizationId: string, upTo: number, take: (work: Work, event: ConsumedEvent) => Promise<void>,
  ): Promise<Step> {
    return this.unitOfWork.run(systemActor(organizationId, `consumer ${definition.name}`), async (work) => {
      const cursor = await lockCursor(work, definition.name);
      if (cursor === null) return 'BUSY';
      const event = await nextEvent(work, definition, cursor, upTo);
      if (event) {
        await take(work, event).catch((error: unknown) => {
          throw new ConsumptionError(event.position, { cause: error });
        });
      }
      await work.execute(
        'UPDATE consumer_cursor SET position = greatest(position, $3), updated_at = now() WHERE organization_id = $1 AND consumer = $2',
        [organizationId, definition.name, event?.position ?? upTo],
      );
      return event ? 'TOOK' : 'CAUGHT_UP';
    });
  }

  /** The effect key is unique: an effect that was applied before is not applied again. */
  private async apply(work: Work, { definition, reaction }: RegisteredConsumer, event: ConsumedEvent): Promise<void> {
    const key = definition.effectKey?.(event) ?? `event ${event.id}`;
    const fresh = await work.execute(
      `INSERT INTO consumer_effect (organization_id, consumer, effect_key, event_id, kept) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING`,
      [event.organizationId, definition.name, key, event.id, definition.effectKey !== undefined],
    );
    if (fresh === 1) await reaction.consume(event, work.actor, work);
  }
}

/** @returns null while another transaction holds it */
async function lockCursor(work: Work, consumer: string): Promise<number | null> {
  const { organizationId } = work.actor;
  await work.execute('INSERT INTO consumer_cursor (organization_id, consumer, position) VALUES ($1, $2, 0) ON CONFLICT DO NOTHING', [organizationId, consumer]);
  const [row] = await work.query<{ position: string }>(
    'SELECT position FROM consumer_cursor WHERE organization_id = $1 AND consumer = $2 FOR NO KEY UPDATE SKIP LOCKED', [organizationId, consumer],
  );
  return row ? Number(row.position) : null;
}

function nextEvent(work: Work, { name, kinds, historical }: ConsumerDefinition, after: number, upTo: number): Promise<ConsumedEvent | null> {
  return find(
    work,
    `p.position > $2 AND p.position <= $3 AND e.kind = ANY($4::text[]) AND (NOT e.historical OR $5)
     AND e.id > (SELECT since_event_id FROM consumer WHERE name = $6)`,
    [after, upTo, kinds, historical, name],
  );
}

async function find(work: Work, condition: string, parameters: unknown[]): Promise<ConsumedEvent | null> {
  const [row] = await work.query<StoredEventRow & { changes: ConsumedEvent['changes'] | null }>(
    `SELECT ${STORED_EVENT_COLUMNS}, d.changes FROM event_position p JOIN event e ON e.id = p.event_id LEFT JOIN event_detail d ON d.event_id = e.id
     WHERE p.organization_id = $1 AND ${condition} ORDER BY p.position LIMIT 1`,
    [work.actor.organizationId, ...parameters],
  );
  return row ? { ...eventFromRow(row), changes: row.changes ?? {} } : null;
}
