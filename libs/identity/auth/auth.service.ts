import { Inject, Injectable } from '@nestjs/common';
import { UnitOfWork } from '@throughline/platform/database';
import { type ActorRequest, refuse } from '@throughline/platform/kernel';
import { LOGGER, type Logger } from '@throughline/platform/observability';
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

/** Signing in with e-mail and password (IAM-02, IAM-07). */
@Injectable()
export class AuthService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly hasher: PasswordHasher,
    private readonly throttle: SignInThrottle,
    private readonly signIns: SignInService,
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
    await this.throttle.count(email, request.address);
    const account = await this.unitOfWork.lookUp<FoundAccount>('SELECT * FROM app.find_sign_in($1)', [email]);
    const correct = await this.hasher.verify(credentials.password, account?.password_hash ?? null);
    if (!account || !correct) {
      await this.recordRefusal(account, request);
      throw refuse('UNAUTHENTICATED', 'The e-mail address or the password is wrong.');
    }
    await this.throttle.forgive(email, request.address);
    return this.signIns.proceed({ organizationId: account.organization_id, userId: account.user_id, method: 'PASSWORD', secondFactor: false }, request);
  }

  /** Without an account there is no organization whose log it could go to; the process's log has it. */
  private async recordRefusal(account: FoundAccount | undefined, request: ActorRequest): Promise<void> {
    if (!account) {
      this.logger.warn({ requestId: request.id, address: request.address }, 'sign-in refused: no such account');
      return;
    }
    await this.unitOfWork.run(sessionless(account, request), async (work) => {
      recordAuthEvent(work, 'user.signInRefused', account.user_id, { address: request.address, userAgent: request.userAgent });
    });
  }
}
