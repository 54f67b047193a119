import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Config } from '@throughline/platform/config';
import { UnitOfWork } from '@throughline/platform/database';
import { placeOf } from '@throughline/platform/http';
import { refuse } from '@throughline/platform/kernel';

const WINDOW_MINUTES = 60;
/** Every hundredth request or so also removes counters that have run out. */
const CLEAN_UP_SHARE = 0.01;

/** What strangers may do how often within an hour: for one account (or address typed in), and from one address of the network. */
const LIMITS = {
  /** Mails that strangers can have sent to somebody. */
  passwordReset: { account: 5, address: 60 },
  signInLink: { account: 10, address: 60 },
  registration: { account: 3, address: 20 },
  signUp: { account: 3, address: 5 },
  invitation: { account: 10, address: 1_000 },
  /** Tokens that fit no link. */
  link: { account: 0, address: 100 },
  /** Leaving for a provider of single sign-on, coming back, and asking which there are; whole offices share an address. */
  singleSignOn: { account: 0, address: 2_000 },
  /** Wrong present passwords, inside a session. */
  currentPassword: { account: 10, address: 200 },
  /** Tests of one's own channels: a phone or a webhook that somebody gives need not be theirs. */
  notificationTest: { account: 10, address: 1_000 },
} as const;
export type ThrottledRequest = keyof typeof LIMITS;

/** Counts what strangers ask for, alike for known and unknown accounts; keys are keyed hashes, so that the table names nobody. */
@Injectable()
export class RequestThrottle {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly config: Config,
  ) {}

  /**
   * @returns whether the account has not had too many yet; the caller stays silent about it
   * @throws AppError RATE_LIMITED when the address asks too often
   */
  async count(request: ThrottledRequest, account: string, address: string | null): Promise<boolean> {
    await this.countAddress(request, address);
    return (await this.add(request, 'account', account)) === null;
  }

  /** @throws AppError RATE_LIMITED with `details.retryAfter` in seconds */
  async countAddress(request: ThrottledRequest, address: string | null): Promise<void> {
    refuseOver(await this.add(request, 'address', placeOf(address)));
  }

  /** The same for an account that is known to ask: it is told. @throws AppError RATE_LIMITED */
  async countAccount(request: ThrottledRequest, account: string): Promise<void> {
    refuseOver(await this.add(request, 'account', account));
  }

  /** @returns seconds until the window ends when the limit is passed, else null */
  private async add(request: ThrottledRequest, kind: 'account' | 'address', value: string): Promise<number | null> {
    const key = createHmac('sha256', this.config.appSecret).update(JSON.stringify(['request throttle', request, kind, value])).digest();
    const row = await this.unitOfWork.lookUp<{ requests: number; seconds: number }>(
      `INSERT INTO request_throttle AS t (key, requests, expires_at) VALUES ($1, 1, now() + make_interval(mins => $2))
       ON CONFLICT (key) DO UPDATE SET
         requests = CASE WHEN t.expires_at <= now() THEN 1 ELSE t.requests + 1 END,
         expires_at = CASE WHEN t.expires_at <= now() THEN excluded.expires_at ELSE t.expires_at END
       RETURNING requests, ceil(extract(epoch FROM expires_at - now()))::int AS seconds`,
      [key, WINDOW_MINUTES],
    );
    if (Math.random() < CLEAN_UP_SHARE) await this.unitOfWork.lookUp('DELETE FROM request_throttle WHERE expires_at <= now()', []);
    return row && row.requests > LIMITS[request][kind] ? row.seconds : null;
  }
}

function refuseOver(seconds: number | null): void {
  if (seconds !== null) throw refuse('RATE_LIMITED', 'That was asked too often. Wait a while and try again.', '', { retryAfter: Math.max(1, seconds) });
}
