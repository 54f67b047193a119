import { Injectable } from '@nestjs/common';
import { endChallengesOf, requireRecentProof, revokeSessionsOf } from '@throughline/identity/sessions';
import { recordAccountEvent, RequestThrottle } from '@throughline/identity/links';
import { Config } from '@throughline/platform/config';
import { UnitOfWork, type Work } from '@throughline/platform/database';
import { type Actor, refuse } from '@throughline/platform/kernel';
import { Mailer, renderMail } from '@throughline/platform/mail';
import { passwordChangedMail } from './password.mail.js';
import { type ChosenPassword, Passwords } from './passwords.js';

/** Changing one's own password (IAM-07). */
@Injectable()
export class PasswordChangeService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly passwords: Passwords,
    private readonly throttle: RequestThrottle,
    private readonly mailer: Mailer,
    private readonly config: Config,
  ) {}

  /**
   * Replaces the caller's password; their other sessions end. Who has none yet (link or single sign-on only) needs a recent
   * proof instead of the present one.
   *
   * @throws AppError VALIDATION_FAILED, RATE_LIMITED, PRECONDITION_FAILED (REAUTHENTICATE)
   */
  async change(actor: Actor, present: string | null | undefined, next: string): Promise<void> {
    const { userId } = actor;
    if (!userId || !actor.sessionId) throw refuse('UNAUTHENTICATED', 'Sign in first.');
    await this.throttle.countAccount('currentPassword', userId);
    const right = await this.passwords.isPresent(actor, userId, present ?? '');
    if (right === false) throw refuse('VALIDATION_FAILED', present ? 'This is not your present password.' : 'Enter your present password.', 'currentPassword');
    if (right === null) await this.unitOfWork.run(actor, (work) => requireRecentProof(work));
    const chosen = await this.passwords.choose(actor, userId, next, 'newPassword');
    await this.unitOfWork.run(actor, (work) => this.replace(work, userId, chosen, 'OWNER'));
  }

  /** Stores a password, ends sessions (the caller's own stays) and tells the person. */
  async replace(work: Work, userId: string, chosen: ChosenPassword, by: 'OWNER' | 'RESET'): Promise<void> {
    const { organizationId, sessionId } = work.actor;
    await this.passwords.store(work, userId, chosen);
    if (by === 'OWNER') await endChallengesOf(work, userId);
    const ended = by === 'RESET' ? await revokeSessionsOf(work, userId, 'PASSWORD_CHANGED') : await work.execute(
      `UPDATE session SET revoked_at = now(), revoked_reason = 'PASSWORD_CHANGED' WHERE organization_id = $1 AND user_id = $2 AND id <> $3 AND revoked_at IS NULL`,
      [organizationId, userId, sessionId],
    );
    recordAccountEvent(work, 'user.passwordChanged', userId, { by, sessionsEnded: ended });
    const facts = await this.passwords.facts(work, userId);
    const mail = renderMail(passwordChangedMail, { ...facts, url: `${this.config.publicUrl}/reset-password` });
    await this.mailer.send(work, { to: facts.email, kind: 'user.passwordChanged', userId, ...mail });
  }
}
