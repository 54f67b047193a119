import type { Queue } from 'bullmq';
import { Pool, type PoolClient } from 'pg';
import type { Logger } from '../../observability/index.js';
import { jobCatalogue } from '../define-job.js';
import { errorText } from '../work/due-work.js';

/** What the queue carries of a row. */
export interface JobData {
  id: string;
  organizationId: string;
}

interface DueRow {
  id: string;
  organization_id: string;
  kind: string;
  attempts: number;
  enqueued: boolean;
}

export interface ReconcilerOptions {
  /** Of the relay's role: sees the rows of every organization. */
  connectionString: string;
  queue: Queue<JobData>;
  logger: Logger;
  /** Rows the queue has had for this long are looked after, milliseconds. */
  overdueMs?: number;
  batch?: number;
}

/** The queue ignores an id it holds, even of a failed job, and refuses ':'. */
export const jobId = (id: string, attempts: number): string => `${id}-${attempts}`;

/**
 * Keeps queue and rows together: hands over what is due, and what the queue has lost, finished without the row, or
 * given up. Any number may run at the same time.
 */
export class QueueReconciler {
  private readonly pool: Pool;

  constructor(private readonly options: ReconcilerOptions) {
    this.pool = new Pool({ connectionString: options.connectionString, max: 2, application_name: 'throughline reconciler', keepAlive: true });
    this.pool.on('error', (error) => options.logger.warn({ err: error }, 'reconciler: a connection was lost'));
  }

  /** @returns how many rows were looked at; a full batch means that there may be more */
  async run(): Promise<number> {
    const { batch = 200, overdueMs = 60_000 } = this.options;
    const client = await this.pool.connect();
    let failure: Error | undefined;
    try {
      await client.query('BEGIN');
      const { rows } = await client.query<DueRow>(
        `SELECT id, organization_id, kind, attempts, enqueued_at IS NOT NULL AS enqueued FROM due_work
         WHERE done_at IS NULL AND failed_at IS NULL AND due_at <= now()
           AND (enqueued_at IS NULL OR enqueued_at < now() - make_interval(secs => $2))
         ORDER BY due_at LIMIT $1 FOR NO KEY UPDATE SKIP LOCKED`,
        [batch, overdueMs / 1000],
      );
      // Added before the row says so: a crash in between adds once more, which the queue ignores.
      for (const row of rows) await this.handOver(client, row);
      await client.query('COMMIT');
      return rows.length;
    } catch (error) {
      failure = error as Error;
      await client.query('ROLLBACK').catch(() => undefined);
      throw error;
    } finally {
      client.release(failure);
    }
  }

  /** Removes rows that were done long ago; those with a key stay for a year, so that the same work is not done again. */
  async prune(): Promise<number> {
    const { rowCount } = await this.pool.query(
      `DELETE FROM due_work WHERE done_at < now() - CASE WHEN dedupe_key IS NULL THEN interval '7 days' ELSE interval '400 days' END`,
    );
    return rowCount ?? 0;
  }

  async close(): Promise<void> {
    await this.pool.end();
  }

  private async handOver(client: PoolClient, row: DueRow): Promise<void> {
    const { attempts, error } = row.enqueued ? await this.lookAfter(row) : { attempts: row.attempts, error: null };
    if (error === null) await this.add({ ...row, attempts });
    await client.query(
      `UPDATE due_work SET attempts = $2, error = coalesce($3, error), updated_at = now(),
         enqueued_at = CASE WHEN $3::text IS NULL THEN now() ELSE enqueued_at END, failed_at = CASE WHEN $3::text IS NULL THEN NULL ELSE now() END
       WHERE id = $1`,
      [row.id, attempts, error],
    );
  }

  /** The queue has had it for a while and the row is still open: lost, finished without the row, or given up? */
  private async lookAfter(row: DueRow): Promise<{ attempts: number; error: string | null }> {
    const job = await this.options.queue.getJob(jobId(row.id, row.attempts));
    const state = job ? await job.getState() : 'unknown';
    if (state === 'completed') return { attempts: row.attempts + 1, error: null };
    if (state === 'failed') return { attempts: row.attempts, error: errorText(job?.failedReason ?? 'The queue gave it up.') };
    return { attempts: row.attempts, error: null };
  }

  private async add({ id, organization_id: organizationId, kind, attempts }: DueRow): Promise<void> {
    const definition = jobCatalogue().find((job) => job.name === kind);
    await this.options.queue.add(kind, { id, organizationId }, {
      jobId: jobId(id, attempts),
      attempts: definition?.attempts ?? 1,
      backoff: { type: 'exponential', delay: definition?.backOffMs ?? 1_000, jitter: 0.2 },
    });
  }
}
