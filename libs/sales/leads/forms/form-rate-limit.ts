import { createHmac } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Config } from '@throughline/platform/config';
import { UnitOfWork } from '@throughline/platform/database';
import { placeOf } from '@throughline/platform/http';
import { type Actor, refuse } from '@throughline/platform/kernel';

/** How often a form may be sent in an hour: from one address, and by everybody together. */
export const HOURLY_LIMITS = { address: 10, form: 500 } as const;

/** Counts submissions of public forms in the database, so that every process sees the same count. */
@Injectable()
export class FormRateLimit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    @Inject(Config) private readonly config: Pick<Config, 'appSecret'>,
  ) {}

  /**
   * Counts one submission; in a transaction of its own, so that refused ones count too.
   *
   * @param actor without an idempotency key: every try counts
   * @throws AppError RATE_LIMITED with `details.retryAfter` in seconds
   */
  async take(actor: Actor, formId: string): Promise<void> {
    await this.count(actor, `${formId}|${placeOf(actor.request.address)}`, HOURLY_LIMITS.address);
    await this.count(actor, formId, HOURLY_LIMITS.form);
  }

  private async count(actor: Actor, name: string, limit: number): Promise<void> {
    const key = createHmac('sha256', this.config.appSecret).update(`form hits ${name}`).digest();
    const { hits, retryAfter } = await this.unitOfWork.run(actor, async (work) => {
      await work.execute('DELETE FROM lead_form_hit WHERE organization_id = $1 AND expires_at < now()', [actor.organizationId]);
      const [row] = await work.query<{ hits: number; retryAfter: number }>(
        `INSERT INTO lead_form_hit AS h (organization_id, key, hits, expires_at) VALUES ($1, $2, 1, now() + interval '1 hour')
         ON CONFLICT (organization_id, key) DO UPDATE SET hits = h.hits + 1
         RETURNING hits, ceil(extract(epoch FROM expires_at - now()))::int AS "retryAfter"`,
        [actor.organizationId, key],
      );
      return row!;
    });
    if (hits > limit) throw refuse('RATE_LIMITED', 'This form was sent very often just now. Try again later, or call us.', '', { retryAfter });
  }
}
