import { Inject, Injectable, type OnApplicationShutdown, Optional } from '@nestjs/common';
import pg, { type PoolClient } from 'pg';
import { Config } from '../../config/index.js';
import { SteadyClient } from '../../database/index.js';
import { LOGGER, type Logger } from '../../observability/index.js';
import { Batch, type BatchStatement, type FirstRow } from './batch.js';
import { PreparedStatements } from './prepared-statements.js';

/** Settings of every connection that reads. */
export const READ_SETTINGS = {
  statement_timeout: 15_000,
  // Nothing written through here could be meant. JIT costs more than any page of a list; TimeZone and DateStyle as the scalars expect.
  options: '-c default_transaction_read_only=on -c jit=off -c TimeZone=UTC -c DateStyle=ISO',
  application_name: 'throughline read',
  // A new connection plans every statement several times before it trusts one plan; the default of ten seconds would lose them at every lull.
  idleTimeoutMillis: 10 * 60_000,
} as const;

/** Connections of the application's role that only read, each with its prepared statements. */
@Injectable()
export class ReadConnections implements OnApplicationShutdown {
  private readonly pool: pg.Pool;
  private readonly prepared = new WeakMap<PoolClient, PreparedStatements>();

  constructor(
    @Inject(Config) private readonly config: Pick<Config, 'databaseUrls' | 'databasePoolSize' | 'slowQueryMs'>,
    @Optional() @Inject(LOGGER) private readonly logger?: Logger,
  ) {
    this.pool = new pg.Pool({ Client: SteadyClient, connectionString: config.databaseUrls.app, max: config.databasePoolSize, ...READ_SETTINGS });
    // A connection that breaks while idle is replaced; one that breaks in use rejects its batch.
    this.pool.on('error', () => undefined);
  }

  /** Runs statements in one transaction and one round trip. @returns the first row of each */
  async run(statements: readonly BatchStatement[]): Promise<FirstRow[]> {
    const client = await this.pool.connect();
    const from = performance.now();
    let broken = false;
    try {
      const batch = new Batch(statements, this.preparedOn(client));
      client.query(batch);
      const rows = await batch.done;
      this.tellSlow(performance.now() - from, statements);
      return rows;
    } catch (error) {
      broken = !('severity' in (error as object)) || (error as { severity?: unknown }).severity === 'FATAL';
      throw error;
    } finally {
      client.release(broken);
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.end();
  }

  /** Never with the values: they may be personal. */
  private tellSlow(milliseconds: number, statements: readonly BatchStatement[]): void {
    if (milliseconds < this.config.slowQueryMs) return;
    this.logger?.warn({ milliseconds: Math.round(milliseconds), statement: statements.map(({ text }) => text.replace(/\s+/g, ' ').slice(0, 1_000)).join('; ') }, 'slow read');
  }

  private preparedOn(client: PoolClient): PreparedStatements {
    const found = this.prepared.get(client);
    if (found) return found;
    const made = new PreparedStatements();
    this.prepared.set(client, made);
    return made;
  }
}
