import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Work } from '../../database/index.js';
import type { Actor } from '../../kernel/index.js';
import { maskText } from '../../observability/index.js';

/** What a worker needs to know of a row. */
export interface OpenWork {
  payload: object;
  attempts: number;
}

const ERROR_LENGTH = 500;

/** Rows of `due_work` as a worker that runs one sees them. */
@Injectable()
export class DueWork {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @returns null when the row is done, given up or gone */
  async open(actor: Actor, id: string): Promise<OpenWork | null> {
    return this.unitOfWork.run(actor, async (work) => {
      const [row] = await work.query<OpenWork>(
        'SELECT payload, attempts FROM due_work WHERE organization_id = $1 AND id = $2 AND done_at IS NULL AND failed_at IS NULL',
        [actor.organizationId, id],
      );
      return row ?? null;
    });
  }

  /** The work and the mark that it is done, in one transaction; undefined when it was done already. */
  async once<T>(actor: Actor, id: string, body: (work: Work) => Promise<T>): Promise<T | undefined> {
    return this.unitOfWork.run(actor, async (work) => {
      const [row] = await work.query(
        'SELECT 1 FROM due_work WHERE organization_id = $1 AND id = $2 AND done_at IS NULL FOR NO KEY UPDATE', [actor.organizationId, id],
      );
      if (!row) return undefined;
      const result = await body(work);
      await this.markDone(work, id);
      return result;
    });
  }

  async done(actor: Actor, id: string): Promise<void> {
    await this.unitOfWork.run(actor, (work) => this.markDone(work, id));
  }

  /** Gives it up: a dead letter from now on. */
  async giveUp(actor: Actor, id: string, error: unknown): Promise<void> {
    await this.unitOfWork.run(actor, (work) => work.execute(
      'UPDATE due_work SET failed_at = now(), error = $3, updated_at = now() WHERE organization_id = $1 AND id = $2 AND done_at IS NULL',
      [actor.organizationId, id, errorText(error)],
    ));
  }

  private async markDone(work: Work, id: string): Promise<void> {
    await work.execute(
      'UPDATE due_work SET done_at = now(), failed_at = NULL, error = NULL, updated_at = now() WHERE organization_id = $1 AND id = $2 AND done_at IS NULL',
      [work.actor.organizationId, id],
    );
  }
}

/** What a person is shown of a failure: no secrets, no personal values. */
export function errorText(error: unknown): string {
  return maskText(error instanceof Error ? error.message : String(error)).slice(0, ERROR_LENGTH);
}
