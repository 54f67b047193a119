import { createHmac } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { findKnownDevice } from '@throughline/identity/devices';
import { Config } from '@throughline/platform/config';
import { UnitOfWork } from '@throughline/platform/database';
import { AppError, newId, refuse } from '@throughline/platform/kernel';
import { LOGGER, type Logger } from '@throughline/platform/observability';
import { DataSource } from 'typeorm';
import { recordAuthEvent } from './auth.events.js';
import { PasswordHasher } from './password-hasher.js';
import { sessionless } from './session.service.js';
import { type SignInOutcome, type SignInRequest, SignInService } from './sign-in.service.js';
import { SignInThrottle } from './sign-in-throttle.js';

/** What somebody types to get in. */
export interface Credentials {
  email: string;
  password: string;
}

interface FoundAccount {
  organization_id: string;
  user_id: string;
  password_hash: string;
}

/** A refusal takes this long after the password was judged: writing it down, which differs by whether there is an account, is over by then. */
const REFUSAL_MS = 150;
const HOUR_MS = 3_600_000;
/** Accounts whose lockout was written down within the hour. */
const REMEMBERED = 10_000;
/** Every hundredth refusal or so also removes what the operator has had a month to look at. */
const CLEAN_UP_SHARE = 0.01;

/** Signing in with e-mail and password (IAM-02, IAM-07). */
@Injectable()
export class AuthService {
  private readonly lockouts = new Map<string, number>();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly hasher: PasswordHasher,
    private readonly throttle: SignInThrottle,
    private readonly signIns: SignInService,
    private readonly config: Config,
    private readonly dataSource: DataSource,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /**
   * Checks a password and goes on to `SignInService`. Unknown addresses, wrong passwords and people who may not sign in get the
   * same answer after the same work.
   *
   * @throws AppError UNAUTHENTICATED, RATE_LIMITED, and what `SignInService.proceed` throws
   */
  async signIn(credentials: Credentials, request: SignInRequest): Promise<SignInOutcome> {
    const email = credentials.email.trim().toLowerCase();
    const deviceId = await findKnownDevice(this.unitOfWork, request.deviceTokens ?? [], email);
    const attempt = await this.throttle.password(email, request.address, deviceId).catch((error: unknown) => {
      if (error instanceof AppError && error.code === 'RATE_LIMITED') void this.noteLockout(email, request);
      throw error;
    });
    const account = await this.find(email);
    const correct = await this.hasher.verify(credentials.password, account?.password_hash ?? null, deviceId !== null);
    if (!account || !correct) {
      await Promise.all([this.recordRefusal(email, account, request), delay(REFUSAL_MS)]);
      throw refuse('UNAUTHENTICATED', 'The e-mail address or the password is wrong.');
    }
    await this.throttle.forgive(attempt);
    return this.signIns.proceed({ organizationId: account.organization_id, userId: account.user_id, method: 'PASSWORD', secondFactor: false }, request);
  }

  private find(email: string): Promise<FoundAccount | undefined> {
    return this.unitOfWork.lookUp<FoundAccount>('SELECT * FROM app.find_sign_in($1)', [email]);
  }

  /** Without an account there is no organization whose log it could go to: the operator's has it, after the same work. */
  private async recordRefusal(email: string, account: FoundAccount | undefined, request: SignInRequest): Promise<void> {
    if (account) {
      await this.unitOfWork.run(sessionless(account, request), (work) => {
        recordAuthEvent(work, 'user.signInRefused', account.user_id, { address: request.address, userAgent: request.userAgent });
        return Promise.resolve();
      });
      return;
    }
    this.logger.warn({ requestId: request.id, address: request.address }, 'sign-in refused: no such account');
    const key = createHmac('sha256', this.config.appSecret).update(JSON.stringify(['refused stranger', email])).digest();
    await this.writeStranger([newId(), request.id, request.address, request.userAgent, key]);
    if (Math.random() < CLEAN_UP_SHARE) await this.unitOfWork.lookUp("DELETE FROM refused_stranger WHERE refused_at < now() - interval '30 days'", []);
  }

  /** In as many round trips as the event of a known account takes, or the time would tell them apart on a busy machine. */
  private async writeStranger(row: unknown[]): Promise<void> {
    const runner = this.dataSource.createQueryRunner();
    await runner.connect();
    try {
      await Promise.all([runner.query('BEGIN'), runner.query("SELECT set_config('app.request_id', $1, true)", [row[1]])]);
      await Promise.all([
        runner.query('INSERT INTO refused_stranger (id, request_id, address, user_agent, email_key) VALUES ($1, $2, $3, $4, $5)', row),
        runner.query('COMMIT'),
      ]);
    } catch (error) {
      await runner.query('ROLLBACK').catch(() => undefined);
      throw error;
    } finally {
      await runner.release();
    }
  }

  /** Once in an hour for each account, and never before the answer: it must not tell whether there is one. */
  private async noteLockout(email: string, request: SignInRequest): Promise<void> {
    const now = Date.now();
    if ((this.lockouts.get(email) ?? 0) > now) return;
    this.lockouts.delete(email);
    this.lockouts.set(email, now + HOUR_MS);
    if (this.lockouts.size > REMEMBERED) {
      const [eldest] = this.lockouts.keys();
      if (eldest !== undefined) this.lockouts.delete(eldest);
    }
    try {
      const account = await this.find(email);
      if (!account) return;
      await this.unitOfWork.run(sessionless(account, request), (work) => {
        recordAuthEvent(work, 'user.lockedOut', account.user_id, { address: request.address, userAgent: request.userAgent });
        return Promise.resolve();
      });
    } catch (error) {
      this.logger.warn({ err: error, requestId: request.id }, 'a lockout could not be written down');
    }
  }
}
