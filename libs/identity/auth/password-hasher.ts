import { createHmac } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Config } from '@throughline/platform/config';
import { refuse } from '@throughline/platform/kernel';
import bcrypt from 'bcrypt';

const MINIMUM_COST = 12;
const TEST_COST = 4;
/** A hash keeps one core busy for half a second; more at once would starve everything else. */
const AT_ONCE = 2;
/** People who may wait for one; beyond that a flood is refused instead of queued. */
const WAITING = 40;
/** Public on purpose: it separates this use of HMAC from others, it guards nothing. */
const LABEL = 'throughline password v1';
/** What an unknown account is compared with: as long to check as a real hash, and no password fits it. */
const NOBODY = '.CNlDKy8VHZWl7YRFbGQeu4Q4H8pWbcnX1Qz3PGTn0JNxWyPKx0Lu';

export const PASSWORD_LENGTH = { minimum: 12, maximum: 1_000 } as const;

/** Hashes and checks passwords with bcrypt, outside the event loop, at most two at a time. */
@Injectable()
export class PasswordHasher {
  readonly cost: number;
  private running = 0;
  private readonly queue: (() => void)[] = [];

  constructor(@Inject(Config) { environment }: Pick<Config, 'environment'>) {
    this.cost = bcryptCost(environment);
  }

  /**
   * @returns the bcrypt hash to store
   * @throws AppError VALIDATION_FAILED for a password that is too short or too long, RATE_LIMITED when too many wait
   */
  hash(password: string, path = 'password'): Promise<string> {
    const { minimum, maximum } = PASSWORD_LENGTH;
    if (password.length < minimum) throw refuse('VALIDATION_FAILED', `A password has ${minimum} characters or more.`, path);
    if (password.length > maximum) throw refuse('VALIDATION_FAILED', `A password has ${maximum} characters at most.`, path);
    return this.inTurn(() => bcrypt.hash(digest(password), this.cost));
  }

  /**
   * Whether a password is the one that was hashed.
   *
   * @param hash null when there is no such account: takes as long, and is never true
   * @param first comes before everybody who waits, and is never refused: owners on their own devices, whose attempts are few
   * @throws AppError RATE_LIMITED when too many wait
   */
  async verify(password: string, hash: string | null, first = false): Promise<boolean> {
    const stored = hash ?? `$2b$${String(this.cost).padStart(2, '0')}$${NOBODY}`;
    const equal = await this.inTurn(() => bcrypt.compare(digest(password), stored), first);
    return equal && hash !== null;
  }

  private async inTurn<T>(work: () => Promise<T>, first = false): Promise<T> {
    if (this.running >= AT_ONCE) {
      if (!first && this.queue.length >= WAITING) throw refuse('RATE_LIMITED', 'Many people are signing in at this moment. Try again in a few seconds.', '', { retryAfter: 5 });
      await new Promise<void>((ready) => (first ? this.queue.unshift(ready) : this.queue.push(ready)));
    } else {
      this.running += 1;
    }
    try {
      return await work();
    } finally {
      // The place passes to the next in line; it is free only when nobody waits.
      const next = this.queue.shift();
      if (next) next();
      else this.running -= 1;
    }
  }
}

/**
 * The cost to hash with: 12, or 4 in tests.
 *
 * @throws Error for a lower cost outside tests
 */
export function bcryptCost(environment: Config['environment'], wanted = environment === 'test' ? TEST_COST : MINIMUM_COST): number {
  if (wanted < MINIMUM_COST && environment !== 'test') throw new Error(`Passwords are hashed with bcrypt at cost ${MINIMUM_COST} or more; ${wanted} is allowed in tests only.`);
  return wanted;
}

/** bcrypt ignores what follows the 72nd byte and stops at a zero byte; a digest in base64 has neither problem. */
function digest(password: string): string {
  return createHmac('sha256', LABEL).update(password.normalize('NFKC')).digest('base64');
}
