import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { SteadyClient } from './steady-client.js';

/**
 * The numbers people read: `DEAL-1042`, counted per organization and prefix. They are taken outside the caller's
 * transaction, so that writers never wait for each other's commits; a rolled-back write leaves a gap, which is allowed
 * for everything but invoices (domain.md, "Concurrency and retries").
 *
 * It has one connection of its own: callers hold one of the pool's already, and asking that pool for a second one could wait
 * for itself.
 */
@Injectable()
export class Numbers implements OnApplicationShutdown {
  private pool: pg.Pool | null = null;

  constructor(private readonly dataSource: DataSource) {}

  /**
   * The next number.
   *
   * @param prefix names the counter, one to six capital letters; numbers begin with it unless the organization set another one
   */
  async next(organizationId: string, prefix: string): Promise<string> {
    const [number] = await this.reserve(organizationId, prefix, 1);
    return number!;
  }

  /** As many numbers as a batch needs, in order, in one round trip. */
  async reserve(organizationId: string, prefix: string, amount: number): Promise<string[]> {
    if (amount < 1) return [];
    const { rows } = await this.connections().query<{ first: string; shown: string }>(
      'SELECT app.take_numbers($1, $2, $3) AS first, app.number_prefix($1, $2) AS shown', [organizationId, prefix, amount],
    );
    const [first, shown] = [Number(rows[0]!.first), rows[0]!.shown];
    return Array.from({ length: amount }, (_, index) => `${shown}-${first + index}`);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool?.end();
    this.pool = null;
  }

  private connections(): pg.Pool {
    if (this.pool) return this.pool;
    const { url } = this.dataSource.options as { url?: string };
    if (!url) throw new Error('The data source has no connection address.');
    this.pool = new pg.Pool({ Client: SteadyClient, connectionString: url, max: 1, allowExitOnIdle: true });
    // A connection that breaks while idle is replaced at the next use; without a listener it would end the process.
    this.pool.on('error', () => undefined);
    return this.pool;
  }
}
