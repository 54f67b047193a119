import { Pool } from 'pg';
import { SteadyClient } from '../../database/index.js';
import type { Span } from './consumer-wake.js';
import type { ConsumerDefinition } from './define-consumer.js';

/** An organization whose log has moved on since a consumer looked. */
export interface Behind {
  organizationId: string;
  /** The organization's last position. */
  head: number;
  /** Where the consumer's stored cursor is. */
  cursor: number;
  /** Whether something the consumer takes is among what is new. */
  concerned: boolean;
}

/** Where consumers are behind, over all organizations: as the relay's role. */
export class ConsumerBacklog {
  private readonly pool: Pool;

  constructor(connectionString: string, onTrouble: (error: Error) => void) {
    this.pool = new Pool({ Client: SteadyClient, connectionString, max: 1, application_name: 'throughline consumers', keepAlive: true });
    this.pool.on('error', onTrouble);
  }

  /** Remembers consumers that run for the first time, and where their log begins. */
  async register(definitions: readonly ConsumerDefinition[]): Promise<void> {
    await this.pool.query(
      `INSERT INTO consumer (name, since_event_id)
       SELECT name, CASE WHEN from_start THEN 0 ELSE coalesce((SELECT max(id) FROM event), 0) END
       FROM unnest($1::text[], $2::boolean[]) AS declared (name, from_start) ON CONFLICT DO NOTHING`,
      [definitions.map(({ name }) => name), definitions.map(({ from }) => from === 'START')],
    );
  }

  /**
   * Organizations that moved on; suspended ones wait until they are resumed.
   *
   * @param looked up to which position the consumer knows already that nothing more concerns it, by organization
   */
  async behind({ name, kinds, historical }: ConsumerDefinition, looked: ReadonlyMap<string, number>): Promise<Behind[]> {
    const { rows } = await this.pool.query<{ organization_id: string; position: string; cursor: string; concerned: boolean }>(
      `SELECT p.organization_id, p.position, known.cursor, EXISTS (
         SELECT 1 FROM event_position ep JOIN event e ON e.id = ep.event_id
         WHERE ep.organization_id = p.organization_id AND ep.position > known.position AND e.kind = ANY($4::text[]) AND (NOT e.historical OR $5)
       ) AS concerned
       FROM organization_position p
       LEFT JOIN consumer_cursor c ON c.organization_id = p.organization_id AND c.consumer = $1
       LEFT JOIN unnest($2::uuid[], $3::bigint[]) AS looked (organization_id, position) ON looked.organization_id = p.organization_id
       CROSS JOIN LATERAL (SELECT coalesce(c.position, 0) AS cursor, greatest(coalesce(c.position, 0), coalesce(looked.position, 0)) AS position) known
       WHERE p.position > known.position AND app.is_active(p.organization_id)`,
      [name, [...looked.keys()], [...looked.values()], kinds, historical],
    );
    return rows.map((row) => ({ organizationId: row.organization_id, head: Number(row.position), cursor: Number(row.cursor), concerned: row.concerned }));
  }

  /** Which kinds of events are behind a position of each organization, up to another. */
  async kindsOf(spans: readonly Span[]): Promise<Set<string>> {
    const { rows } = await this.pool.query<{ kind: string }>({
      name: 'consumers.kinds',
      text: `SELECT DISTINCT e.kind FROM unnest($1::uuid[], $2::bigint[], $3::bigint[]) AS span (organization_id, after, up_to)
        CROSS JOIN LATERAL (SELECT p.event_id FROM event_position p WHERE p.organization_id = span.organization_id AND p.position > span.after AND p.position <= span.up_to LIMIT 10000) p
        CROSS JOIN LATERAL (SELECT event.kind FROM event WHERE event.id = p.event_id LIMIT 1) e`,
      values: [spans.map(({ organizationId }) => organizationId), spans.map(({ after }) => after), spans.map(({ upTo }) => upTo)],
    });
    return new Set(rows.map(({ kind }) => kind));
  }

  /** Removes effect keys that were made of an event, once no worker can come back to that event. */
  async prune(): Promise<void> {
    await this.pool.query(`DELETE FROM consumer_effect WHERE NOT kept AND created_at < now() - interval '90 days'`);
  }

  async close(): Promise<void> {
    await this.pool.end();
  }
}
