import { Client } from 'pg';
import type { TransportMessage } from '../../realtime/transport/index.js';

/** What one call of `assign` did. */
export interface Assigned {
  /** The last position of each organization that moved. */
  moved: TransportMessage[];
  events: number;
}

/**
 * A database session that may become the relay. The lock lives and dies with the session, and `app.assign_positions`
 * lets nobody else through, so that two relays cannot both give positions, whatever either of them believes.
 */
export class RelaySession {
  private constructor(private readonly client: Client) {}

  /** @param connectionString of the relay's role; a direct connection, because the lock belongs to the session */
  static async open(connectionString: string): Promise<RelaySession> {
    const client = new Client({
      connectionString,
      application_name: 'throughline relay',
      connectionTimeoutMillis: 5_000,
      query_timeout: 60_000,
      keepAlive: true,
      // A machine that vanished must lose the lock within seconds, not hours.
      options: '-c tcp_keepalives_idle=5 -c tcp_keepalives_interval=2 -c tcp_keepalives_count=3',
    });
    // A loss shows in the next statement; without a listener it would end the process.
    client.on('error', () => undefined);
    try {
      await client.connect();
    } catch (error) {
      client.end().catch(() => undefined);
      throw error;
    }
    return new RelaySession(client);
  }

  /** Does not wait: a waiting statement would hold back the vacuum of everything. */
  async tryLock(): Promise<boolean> {
    const { rows } = await this.client.query<{ locked: boolean }>('SELECT pg_try_advisory_lock(app.relay_lock()) AS locked');
    return rows[0]?.locked === true;
  }

  /** Gives positions to committed events, at most `batch`, and commits. */
  async assign(batch: number): Promise<Assigned> {
    const { rows } = await this.client.query<{ organization: string; last_position: string; assigned: number }>(
      'SELECT organization, last_position, assigned FROM app.assign_positions($1)', [batch],
    );
    return {
      moved: rows.map((row) => ({ organizationId: row.organization, position: Number(row.last_position) })),
      events: rows.reduce((sum, row) => sum + row.assigned, 0),
    };
  }

  /** Every organization's last position: what a relay that died may not have told. */
  async heads(): Promise<TransportMessage[]> {
    const { rows } = await this.client.query<{ organization_id: string; position: string }>('SELECT organization_id, position FROM organization_position');
    return rows.map((row) => ({ organizationId: row.organization_id, position: Number(row.position) }));
  }

  async close(): Promise<void> {
    await this.client.end().catch(() => undefined);
  }
}
