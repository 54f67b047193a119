import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Config } from '@throughline/platform/config';
import { UnitOfWork } from '@throughline/platform/database';
import { refuse } from '@throughline/platform/kernel';

const WINDOW_MINUTES = 15;
/** Attempts within the window before further ones are refused unread. */
const LIMITS = { pair: 10, account: 50, address: 200 } as const;
type Kind = keyof typeof LIMITS;
const KINDS = Object.keys(LIMITS) as Kind[];
/** Every hundredth success or so also removes counters that have run out. */
const CLEAN_UP_SHARE = 0.01;

/**
 * Slows guessing: attempts are counted before they are evaluated, so that many at once count too, and a success takes its
 * own back. Counted by account and address together (a person's typos), by account (guesses from many places) and by address
 * (many accounts from one place). Known and unknown accounts count alike.
 */
@Injectable()
export class SignInThrottle {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly config: Config,
  ) {}

  /** @throws AppError RATE_LIMITED with `details.retryAfter` in seconds */
  async count(email: string, address: string | null): Promise<void> {
    const found = await this.unitOfWork.lookUp<{ over: number | null }>(
      `WITH attempt AS (
         INSERT INTO sign_in_throttle AS t (key, attempts, expires_at)
         SELECT k, 1, now() + make_interval(mins => $3) FROM unnest($1::bytea[]) AS k ORDER BY k
         ON CONFLICT (key) DO UPDATE SET
           attempts = CASE WHEN t.expires_at <= now() THEN 1 ELSE t.attempts + 1 END,
           expires_at = CASE WHEN t.expires_at <= now() THEN excluded.expires_at ELSE t.expires_at END
         RETURNING key, attempts, expires_at)
       SELECT max(extract(epoch FROM a.expires_at - now()))::int AS over
       FROM attempt a JOIN unnest($1::bytea[], $2::int[]) AS l (key, most) ON l.key = a.key WHERE a.attempts > l.most`,
      [KINDS.map((kind) => this.key(kind, email, address)), KINDS.map((kind) => LIMITS[kind]), WINDOW_MINUTES],
    );
    if (found?.over != null) {
      throw refuse('RATE_LIMITED', 'Too many attempts to sign in. Wait some minutes and try again.', '', { retryAfter: Math.max(1, found.over) });
    }
  }

  /** Takes back what a successful sign-in counted; the pair starts afresh. */
  async forgive(email: string, address: string | null): Promise<void> {
    // Rows are locked in the order of their keys, as `count` does: two sign-ins at once never wait for each other in a ring.
    await this.unitOfWork.lookUp(
      `UPDATE sign_in_throttle t SET attempts = CASE WHEN t.key = $1 THEN 0 ELSE greatest(t.attempts - 1, 0) END
       FROM (SELECT key FROM sign_in_throttle WHERE key = ANY ($2::bytea[]) ORDER BY key FOR UPDATE) locked WHERE t.key = locked.key`,
      [this.key('pair', email, address), KINDS.map((kind) => this.key(kind, email, address))],
    );
    if (Math.random() < CLEAN_UP_SHARE) await this.unitOfWork.lookUp('DELETE FROM sign_in_throttle WHERE expires_at <= now()', []);
  }

  /** Keyed, so that the table tells nobody whose addresses were tried. */
  private key(kind: Kind, email: string, address: string | null): Buffer {
    const parts = { pair: [email, address], account: [email], address: [address] }[kind];
    return createHmac('sha256', this.config.appSecret).update(JSON.stringify(['sign-in throttle', kind, ...parts])).digest();
  }
}
