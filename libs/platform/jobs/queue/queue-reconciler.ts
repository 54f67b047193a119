import type { Queue } from 'bullmq';
import { Pool, type PoolClient } from 'pg';
import { borrow, SteadyClient } from '../../database/index.js';
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
    this.pool = new Pool({ Client: SteadyClient, connectionString: options.connectionString, max: 2, application_name: 'throughline reconciler', keepAlive: true });
    this.pool.on('error', (error) => options.logger.warn({ err: error }, 'reconciler: a connection was lost'));
  }

  /** @returns how many rows were looked at; a full batch means that there may be more */
  async run(): Promise<number> {
    const { batch = 200, overdueMs = 60_000 } = this.options;
    return borrow(this.pool, async (client) => {
      await client.query('BEGIN');
      const { rows } = await client.query<DueRow>(
        `SELECT id, organization_id, kind, attempts, enqueued_at IS NOT NULL AS enqueued FROM due_work
         WHERE done_at IS NULL AND failed_at IS NULL AND due_at <= now()
           AND (enqueued_at IS NULL OR enqueued_at < now() - make_interval(secs => $2))
         ORDER BY due_at LIMIT $1 FOR NO KEY UPDATE SKIP LOCKED`,
        [batch, overdueMs / 1000],
      );
      for (const row of rows) await (row.enqueued ? this.lookAfter(client, row) : this.handOver(client, row));
      await client.query('COMMIT');
      return rows.length;
    });
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
    // Added before the row says so: a crash in between adds once more, which the queue ignores.
    await this.add(row);
    await client.query('UPDATE due_work SET enqueued_at = now() WHERE id = $1', [row.id]);
  }

  /** The queue has had it for a while and the row is still open: lost, finished without the row, or given up? */
  private async lookAfter(client: PoolClient, row: DueRow): Promise<void> {
    const job = await this.options.queue.getJob(jobId(row.id, row.attempts));
    const state = job ? await job.getState() : 'unknown';
    if (state === 'completed') {
      // A new round, which the next look hands over: a worker must find this number in the row.
      await client.query('UPDATE due_work SET attempts = attempts + 1, enqueued_at = NULL, updated_at = now() WHERE id = $1', [row.id]);
    } else if (state === 'failed') {
      await client.query('UPDATE due_work SET failed_at = now(), error = $2, updated_at = now() WHERE id = $1', [
        row.id, errorText(job?.failedReason ?? 'The queue gave it up.'),
      ]);
    } else {
      await this.handOver(client, row);
    }
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
