import { Injectable } from '@nestjs/common';
import { noteProof } from '@throughline/identity/sessions';
import { UnitOfWork } from '@throughline/platform/database';
import { type Actor, refuse } from '@throughline/platform/kernel';
import { recordAuthEvent } from './auth.events.js';
import { PasswordHasher } from './password-hasher.js';
import { SignInThrottle } from './sign-in-throttle.js';

/** What somebody proves again that they are themselves with: one of the two. */
export interface ProofInput {
  password?: string | null | undefined;
  code?: string | null | undefined;
}

/** Proving again who one is, inside a session, before a sensitive change. */
@Injectable()
export class ReauthenticationService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly hasher: PasswordHasher,
    private readonly throttle: SignInThrottle,
  ) {}

  /** @throws AppError VALIDATION_FAILED, RATE_LIMITED */
  async prove(actor: Actor, { password }: ProofInput): Promise<void> {
    const { userId, request } = actor;
    if (!userId || !actor.sessionId) throw refuse('UNAUTHENTICATED', 'Sign in first.');
    if (!password) throw refuse('VALIDATION_FAILED', 'Enter your password.', 'password');
    const email = await this.unitOfWork.run(actor, async (work) => {
      const [row] = await work.query<{ email: string }>('SELECT email FROM user_account WHERE organization_id = $1 AND id = $2', [actor.organizationId, userId]);
      return row?.email ?? '';
    });
    await this.throttle.count(email, request.address);
    const account = await this.unitOfWork.lookUp<{ password_hash: string }>('SELECT password_hash FROM app.find_sign_in($1)', [email]);
    const correct = await this.hasher.verify(password, account?.password_hash ?? null);
    if (correct) await this.throttle.forgive(email, request.address);
    await this.unitOfWork.run(actor, async (work) => {
      if (correct) await noteProof(work);
      recordAuthEvent(work, correct ? 'user.reauthenticated' : 'user.reauthenticationRefused', userId, { session: actor.sessionId, by: 'PASSWORD', address: request.address });
    });
    if (!correct) throw refuse('VALIDATION_FAILED', 'This password is wrong.', 'password');
  }
}
