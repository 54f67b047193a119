import { Injectable } from '@nestjs/common';
import { ownDevice } from '@throughline/identity/devices';
import { SecondFactors } from '@throughline/identity/second-factor';
import { noteProof } from '@throughline/identity/sessions';
import { UnitOfWork, type Work } from '@throughline/platform/database';
import { type Actor, refuse } from '@throughline/platform/kernel';
import { recordAuthEvent } from './auth.events.js';
import { PasswordHasher } from './password-hasher.js';
import { SignInThrottle } from './sign-in-throttle.js';

/** What somebody proves again that they are themselves with: one of the two. */
export interface ProofInput {
  password?: string | null | undefined;
  code?: string | null | undefined;
}

interface Person {
  userId: string;
  email: string;
  /** The device, when they used it before. */
  deviceId: string | null;
}

/** Proving again who one is, inside a session, before a sensitive change. */
@Injectable()
export class ReauthenticationService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly hasher: PasswordHasher,
    private readonly throttle: SignInThrottle,
    private readonly factors: SecondFactors,
  ) {}

  /** @throws AppError VALIDATION_FAILED, RATE_LIMITED */
  async prove(actor: Actor, { password, code }: ProofInput, deviceTokens: readonly string[]): Promise<void> {
    if (!actor.userId || !actor.sessionId) throw refuse('UNAUTHENTICATED', 'Sign in first.');
    if (!password && !code) throw refuse('VALIDATION_FAILED', 'Enter your password, or a code.', 'password');
    const person = await this.unitOfWork.run(actor, async (work) => {
      const [row] = await work.query<{ email: string }>('SELECT email FROM user_account WHERE organization_id = $1 AND id = $2', [actor.organizationId, actor.userId]);
      return { userId: actor.userId ?? '', email: row?.email ?? '', deviceId: await ownDevice(work, deviceTokens) };
    });
    const proved = code ? await this.byCode(actor, person, code) : await this.byPassword(actor, person, password ?? '');
    if (!proved) throw refuse('VALIDATION_FAILED', code ? 'This code is wrong, or it was used already.' : 'This password is wrong.', code ? 'code' : 'password');
  }

  private async byPassword(actor: Actor, { userId, email, deviceId }: Person, password: string): Promise<boolean> {
    const attempt = await this.throttle.password(email, actor.request.address, deviceId);
    const account = await this.unitOfWork.lookUp<{ password_hash: string }>('SELECT password_hash FROM app.find_sign_in($1)', [email]);
    const correct = await this.hasher.verify(password, account?.password_hash ?? null, deviceId !== null);
    if (correct) await this.throttle.forgive(attempt);
    await this.unitOfWork.run(actor, (work) => this.note(work, userId, correct, 'PASSWORD'));
    return correct;
  }

  private async byCode(actor: Actor, { userId, deviceId }: Person, code: string): Promise<boolean> {
    const attempt = await this.throttle.code(userId, deviceId);
    const kind = await this.unitOfWork.run(actor, async (work) => {
      const verified = await this.factors.verify(work, userId, code);
      await this.note(work, userId, verified !== null, verified ?? 'TOTP');
      return verified;
    });
    if (kind) await this.throttle.forgive(attempt);
    return kind !== null;
  }

  private async note(work: Work, userId: string, correct: boolean, by: string): Promise<void> {
    if (correct) await noteProof(work);
    const { sessionId, request } = work.actor;
    recordAuthEvent(work, correct ? 'user.reauthenticated' : 'user.reauthenticationRefused', userId, { session: sessionId, by, address: request.address });
  }
}
