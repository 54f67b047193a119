import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Work } from '../../database/index.js';
import { type Actor, newId, notFound } from '../../kernel/index.js';
import type { JobDefinition } from '../define-job.js';

/** Work that was given up after its last try. */
export interface DeadLetter {
  id: string;
  /** Name of the job. */
  kind: string;
  payload: unknown;
  dueAt: Date;
  failedAt: Date;
  error: string;
}

/** Schedules work and shows what failed. Only rows are written here: a worker's reconciler hands them to the queue. */
@Injectable()
export class JobQueue {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * Schedules work in the caller's transaction: it is done if and only if the transaction commits.
   *
   * @param options.dueAt not before; at once when absent
   * @param options.key the same work is scheduled once for each key
   * @returns the row's id; of the earlier row when the key was taken
   */
  async schedule<Payload extends object>(
    work: Work, job: JobDefinition<Payload>, payload: Payload, options: { dueAt?: Date; key?: string } = {},
  ): Promise<string> {
    const { organizationId } = work.actor;
    const id = newId();
    const inserted = await work.execute(
      `INSERT INTO due_work (id, organization_id, kind, payload, due_at, dedupe_key) VALUES ($1, $2, $3, $4::jsonb, coalesce($5, now()), $6)
       ON CONFLICT (organization_id, kind, dedupe_key) DO NOTHING`,
      [id, organizationId, job.name, JSON.stringify(payload), options.dueAt ?? null, options.key ?? null],
    );
    if (inserted === 1) return id;
    const [earlier] = await work.query<{ id: string }>(
      'SELECT id FROM due_work WHERE organization_id = $1 AND kind = $2 AND dedupe_key = $3', [organizationId, job.name, options.key],
    );
    if (!earlier) throw new Error(`The work ${job.name} with the key ${options.key ?? ''} cannot be found.`);
    return earlier.id;
  }

  /** @returns the latest first, 200 at most */
  async deadLetters(actor: Actor): Promise<DeadLetter[]> {
    return this.unitOfWork.run(actor, (work) => work.query<DeadLetter>(
      `SELECT id, kind, payload, due_at AS "dueAt", failed_at AS "failedAt", error FROM due_work
       WHERE organization_id = $1 AND failed_at IS NOT NULL ORDER BY failed_at DESC LIMIT 200`,
      [actor.organizationId],
    ));
  }

  /**
   * Tries a dead letter again, at once.
   *
   * @throws AppError NOT_FOUND when there is no such dead letter
   */
  async retry(actor: Actor, id: string): Promise<void> {
    await this.unitOfWork.run(actor, async (work) => {
      const retried = await work.execute(
        `UPDATE due_work SET failed_at = NULL, enqueued_at = NULL, due_at = now(), attempts = attempts + 1, updated_at = now()
         WHERE organization_id = $1 AND id = $2 AND failed_at IS NOT NULL`,
        [actor.organizationId, id],
      );
      if (retried === 0) throw notFound('dead letter');
    });
  }
}
