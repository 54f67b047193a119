import { Pool, type PoolClient } from 'pg';
import { borrow, holdBack, SteadyClient } from '../../database/index.js';
import { STORED_EVENT_COLUMNS, type StoredEvent, type StoredEventRow, eventFromRow } from './stored-event.js';

/** A signed-in person's session, as far as "does it still live" is concerned. */
export interface SessionKey {
  userId: string;
  sessionId: string;
}

/** What one look at an organization's log shows; everything of one moment. */
export interface LogPage {
  events: StoredEvent[];
  /** The organization's last position; 0 before its first event. */
  head: number;
  /** The access version in force (a bigint as text). */
  accessVersion: string;
  /** Whether the organization may be used at all. */
  active: boolean;
}

/**
 * Reads the event log of one organization at a time, as the application's role, on connections of its own: a busy pool
 * must not hold back what people see live.
 */
export class EventLog {
  private readonly pool: Pool;

  /**
   * @param connectionString of the application's role
   * @param onTrouble told of connections that die while idle
   */
  constructor(connectionString: string, onTrouble: (error: Error) => void) {
    const options = { max: 3, application_name: 'throughline reader', pipeline: true, keepAlive: true, connectionTimeoutMillis: 5_000 };
    this.pool = new Pool({ Client: SteadyClient, connectionString, ...options });
    this.pool.on('error', onTrouble);
  }

  /**
   * @param after a position; events behind it are returned, in the order of their positions
   * @param limit events at most
   */
  async read(organizationId: string, after: number, limit: number): Promise<LogPage> {
    return borrow(this.pool, (client) => readOn(client, organizationId, after, limit));
  }

  /** Which of these sessions have ended. Apart from `read`, so that events do not wait while thousands are looked after. */
  async endedSessions(organizationId: string, sessions: readonly SessionKey[]): Promise<Set<string>> {
    if (sessions.length === 0) return new Set();
    return borrow(this.pool, (client) => endedOn(client, organizationId, sessions));
  }

  async close(): Promise<void> {
    await this.pool.end();
  }
}

/**
 * Positions first, then each event by its id: a join would be planned by how long the tables were when they were last counted, and reads
 * the whole log on a young installation.
 */
const PAGE = `SELECT ${STORED_EVENT_COLUMNS} FROM (
    SELECT position, event_id FROM event_position WHERE organization_id = $1 AND position > $2 AND position <= $2::bigint + $3::int ORDER BY position
  ) p CROSS JOIN LATERAL (SELECT * FROM event WHERE event.organization_id = $1 AND event.id = p.event_id LIMIT 1) e`;

/** Everything in one round trip: the statements are sent without waiting for each other's answer, and their plans are kept. */
async function readOn(client: PoolClient, organizationId: string, after: number, limit: number): Promise<LogPage> {
  holdBack(client);
  const [, entered, head, page] = await Promise.all([
    client.query('BEGIN ISOLATION LEVEL REPEATABLE READ'),
    client.query<{ session_active: boolean; access_version: string }>({
      name: 'log.enter', text: `SELECT session_active, access_version FROM app.enter($1, NULL, NULL, 'feed')`, values: [organizationId],
    }),
    client.query<{ position: string }>({ name: 'log.head', text: 'SELECT position FROM organization_position WHERE organization_id = $1', values: [organizationId] }),
    client.query<StoredEventRow>({ name: 'log.page', text: PAGE, values: [organizationId, after, limit] }),
    client.query('COMMIT'),
  ]);
  return {
    events: page.rows.map(eventFromRow),
    head: Number(head.rows[0]?.position ?? 0),
    accessVersion: entered.rows[0]?.access_version ?? '0',
    active: entered.rows[0]?.session_active === true,
  };
}

/** As every transaction learns it: from `app.enter`, in the name of the session. */
async function endedOn(client: PoolClient, organizationId: string, sessions: readonly SessionKey[]): Promise<Set<string>> {
  const [, ended] = await Promise.all([
    client.query('BEGIN'),
    client.query<{ id: string }>(
      `SELECT asked.session_id AS id FROM unnest($2::uuid[], $3::uuid[]) AS asked (user_id, session_id)
       WHERE NOT coalesce((SELECT e.session_active FROM app.enter($1, asked.user_id, asked.session_id, 'feed') e), false)`,
      [organizationId, sessions.map((session) => session.userId), sessions.map((session) => session.sessionId)],
    ),
    client.query('COMMIT'),
  ]);
  return new Set(ended.rows.map((row) => row.id));
}
