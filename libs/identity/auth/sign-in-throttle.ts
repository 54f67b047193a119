import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Config } from '@throughline/platform/config';
import { UnitOfWork } from '@throughline/platform/database';
import { placeOf } from '@throughline/platform/http';
import { refuse } from '@throughline/platform/kernel';

const DAY_SECONDS = 86_400;

/**
 * How many attempts are evaluated: so many at once, and one more each `step` seconds, so that nobody waits long. An account
 * has 40 + 60 a day for the whole world (issue 3: at most 100), and a budget apart for each device its owner used before: whoever
 * uses up the world's shuts out neither the owner at their own desk nor, for more than minutes, the owner elsewhere.
 */
const BUDGETS = {
  /** One account from one place: somebody's typos. */
  pair: { burst: 10, step: 90 },
  /** One account from anywhere but its owner's devices. */
  account: { burst: 40, step: DAY_SECONDS / 60 },
  /** Many accounts from one place. */
  address: { burst: 200, step: 4.5 },
  /** One account on a device that its owner used before. */
  device: { burst: 20, step: DAY_SECONDS / 48 },
  /** Codes of a second factor, by strangers and on a known device. */
  code: { burst: 20, step: DAY_SECONDS / 60 },
  deviceCode: { burst: 20, step: DAY_SECONDS / 60 },
} as const;
type Kind = keyof typeof BUDGETS;

/** An attempt that was counted; a success gives it back. */
export interface CountedAttempt {
  keys: Buffer[];
  steps: number[];
  /** Of the budget that starts afresh after a success. */
  own: Buffer;
}

/** Every hundredth success or so also removes budgets that are whole again. */
const CLEAN_UP_SHARE = 0.01;

/** A spent budget is not asked again for so long: a flood of guesses must not keep the database, and the owner, busy. */
const REMEMBER_SECONDS = 5;
const REMEMBERED = 10_000;

/**
 * Slows guessing: attempts are counted before they are evaluated, so that many at once count too; those that are refused unread
 * cost nothing, so nobody can be kept out by them. Known and unknown accounts count alike.
 */
@Injectable()
export class SignInThrottle {
  private readonly spent = new Map<string, number>();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly config: Config,
  ) {}

  /**
   * Counts an attempt with a password.
   *
   * @param deviceId the device, when the account's owner used it before
   * @throws AppError RATE_LIMITED with `details.retryAfter` in seconds
   */
  password(email: string, address: string | null, deviceId: string | null): Promise<CountedAttempt> {
    const place = placeOf(address);
    return this.take(deviceId
      ? [['device', email, deviceId]]
      : [['pair', email, place], ['account', email], ['address', place]]);
  }

  /** Counts an attempt with a code. @throws as `password` */
  code(userId: string, deviceId: string | null): Promise<CountedAttempt> {
    return this.take([deviceId ? ['deviceCode', userId, deviceId] : ['code', userId]]);
  }

  /** Gives back what a success counted; its own budget is whole again. */
  async forgive({ keys, steps, own }: CountedAttempt): Promise<void> {
    await this.unitOfWork.lookUp('SELECT app.give_back_attempt($1, $2, $3)', [keys, steps, own]);
    if (Math.random() < CLEAN_UP_SHARE) await this.unitOfWork.lookUp('DELETE FROM sign_in_throttle WHERE spent_until <= now()', []);
  }

  private async take(parts: readonly (readonly [Kind, ...string[]])[]): Promise<CountedAttempt> {
    const keys = parts.map((part) => this.key(part));
    const budgets = parts.map(([kind]) => BUDGETS[kind]);
    const name = keys.map((key) => key.toString('base64')).join();
    const known = (this.spent.get(name) ?? 0) - Date.now();
    if (known > 0) throw tooMany(known / 1000);
    const steps = budgets.map(({ step }) => step);
    const rooms = budgets.map(({ burst, step }) => (burst - 1) * step);
    const found = await this.unitOfWork.lookUp<{ wait: number | null }>('SELECT app.take_attempt($1, $2, $3) AS wait', [keys, steps, rooms]);
    if (found?.wait != null) {
      this.remember(name, found.wait);
      throw tooMany(found.wait);
    }
    return { keys, steps, own: keys[0] ?? Buffer.alloc(0) };
  }

  private remember(name: string, wait: number): void {
    this.spent.delete(name);
    this.spent.set(name, Date.now() + Math.min(wait, REMEMBER_SECONDS) * 1000);
    if (this.spent.size > REMEMBERED) {
      const [eldest] = this.spent.keys();
      if (eldest !== undefined) this.spent.delete(eldest);
    }
  }

  /** Keyed, so that the table tells nobody whose addresses were tried. */
  private key(parts: readonly string[]): Buffer {
    return createHmac('sha256', this.config.appSecret).update(JSON.stringify(['sign-in throttle', ...parts])).digest();
  }
}

const tooMany = (wait: number): Error => refuse('RATE_LIMITED', 'Too many attempts. Wait some minutes and try again.', '', { retryAfter: Math.max(1, Math.ceil(wait)) });
