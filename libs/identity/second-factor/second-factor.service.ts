import { Injectable } from '@nestjs/common';
import { secondFactorDemanded, SecurityPolicies } from '@throughline/identity/security-policy';
import { requireRecentProof, revokeSessionsOf } from '@throughline/identity/sessions';
import { allows } from '@throughline/platform/access';
import { UnitOfWork, type Work } from '@throughline/platform/database';
import { type Actor, notFound, refuse, type Tier } from '@throughline/platform/kernel';
import { Mailer } from '@throughline/platform/mail';
import { recordSecondFactor } from './second-factor.events.js';
import { secondFactorPermissions } from './second-factor.policy.js';
import { type Enrolment, SecondFactors, type SecondFactorState } from './second-factors.js';

/** How somebody's own second factor stands. */
export interface OwnSecondFactor extends SecondFactorState {
  /** The organization demands one of their tier: it cannot be removed. */
  demanded: boolean;
}

interface Target {
  email: string;
  name: string;
  tier: Tier;
  superadmin: boolean;
  organization: string;
}

/** One's own authenticator while signed in, and the help of an administrator when it is lost (IAM-04). */
@Injectable()
export class SecondFactorService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly factors: SecondFactors,
    private readonly policies: SecurityPolicies,
    private readonly mailer: Mailer,
  ) {}

  own(actor: Actor): Promise<OwnSecondFactor> {
    return this.unitOfWork.run(actor, async (work) => ({ ...(await this.factors.state(work, person(actor))), demanded: await this.demanded(actor) }));
  }

  /** Somebody else's. @throws AppError NOT_FOUND, FORBIDDEN */
  of(actor: Actor, userId: string): Promise<OwnSecondFactor> {
    return this.unitOfWork.run(actor, async (work) => {
      const [target] = await work.query<Target>(TARGET, [actor.organizationId, userId]);
      if (!target) throw notFound('person', 'userId');
      if (!allows(actor.ability, secondFactorPermissions.read, { ownerId: userId })) throw refuse('FORBIDDEN', 'You may not see this person\'s second factor.');
      return { ...(await this.factors.state(work, userId)), demanded: await this.demanded({ ...actor, tier: target.tier }) };
    });
  }

  /** Makes a secret that waits for its first code. @throws AppError PRECONDITION_FAILED (REAUTHENTICATE) */
  begin(actor: Actor): Promise<Enrolment> {
    return this.unitOfWork.run(actor, async (work) => {
      await requireRecentProof(work);
      const enrolment = await this.factors.begin(work, person(actor));
      recordSecondFactor(work, 'user.secondFactorBegun', person(actor));
      return enrolment;
    });
  }

  /** @returns recovery codes, shown once; @throws AppError VALIDATION_FAILED, PRECONDITION_FAILED */
  confirm(actor: Actor, code: string): Promise<string[]> {
    return this.unitOfWork.run(actor, async (work) => {
      await requireRecentProof(work);
      const codes = await this.factors.confirm(work, person(actor), code);
      if (!codes) throw refuse('VALIDATION_FAILED', 'This code is wrong. Check that the clock of your telephone is right, and enter the code it shows now.', 'code');
      recordSecondFactor(work, 'user.secondFactorEnrolled', person(actor));
      await this.tell(work, person(actor), 'A second step was set up for your account', 'From now on signing in asks for a code of your authenticator.');
      return codes;
    });
  }

  /** @throws AppError PRECONDITION_FAILED when the organization demands one, or there is none (NO_SECOND_FACTOR) */
  async remove(actor: Actor): Promise<void> {
    await this.unitOfWork.run(actor, async (work) => {
      await requireRecentProof(work);
      if (await this.demanded(actor)) throw refuse('PRECONDITION_FAILED', 'Your organization asks you for a code at sign-in, so it cannot be removed. You can set up another authenticator.', '', { reason: 'DEMANDED' });
      if (!(await this.factors.remove(work, person(actor)))) throw none();
      recordSecondFactor(work, 'user.secondFactorRemoved', person(actor));
      await this.tell(work, person(actor), 'The second step was removed from your account', 'Signing in no longer asks for a code.');
    });
  }

  /** @throws AppError PRECONDITION_FAILED without a second factor */
  renewRecoveryCodes(actor: Actor): Promise<string[]> {
    return this.unitOfWork.run(actor, async (work) => {
      await requireRecentProof(work);
      if (!(await this.factors.state(work, person(actor))).enrolledAt) throw none();
      recordSecondFactor(work, 'user.recoveryCodesRenewed', person(actor));
      return this.factors.renewRecoveryCodes(work, person(actor));
    });
  }

  /**
   * Takes somebody's lost authenticator away: their sessions end, and their next sign-in sets up a new one where it is demanded.
   *
   * @throws AppError FORBIDDEN, NOT_FOUND, PRECONDITION_FAILED
   */
  async reset(actor: Actor, userId: string): Promise<void> {
    await this.unitOfWork.run(actor, async (work) => {
      const [target] = await work.query<Target>(TARGET, [actor.organizationId, userId]);
      if (!target) throw notFound('person', 'userId');
      if (!allows(actor.ability, secondFactorPermissions.reset, { ownerId: userId })) throw refuse('FORBIDDEN', 'You may not reset this person\'s second factor.');
      if (userId === actor.userId) throw refuse('PRECONDITION_FAILED', 'Set up another authenticator for yourself in your security settings.');
      if (target.superadmin || (target.tier === 'ADMIN' && actor.tier !== 'ADMIN')) throw refuse('FORBIDDEN', 'Administrators are helped by administrators, the superadmin by the operator only.');
      await requireRecentProof(work);
      if (!(await this.factors.remove(work, userId))) throw none();
      const sessions = await revokeSessionsOf(work, userId, 'SECOND_FACTOR_CHANGED');
      recordSecondFactor(work, 'user.secondFactorReset', userId, { sessionsEnded: sessions });
      await this.tell(work, userId, 'Your second step was reset', 'An administrator took your authenticator away from your account. Sign in with your password to set up a new one. If you did not ask for this, tell an administrator at once.');
    });
  }

  private async demanded({ organizationId, accessVersion, tier }: Actor): Promise<boolean> {
    return secondFactorDemanded(await this.policies.inForce(organizationId, accessVersion ?? '0'), tier);
  }

  private async tell(work: Work, userId: string, subject: string, text: string): Promise<void> {
    const [target] = await work.query<Target>(TARGET, [work.actor.organizationId, userId]);
    if (target) await this.mailer.send(work, { to: target.email, userId, kind: 'user.secondFactor', subject: `${subject} (${target.organization})`, text: `Hello ${target.name},\n\n${text}` });
  }
}

const TARGET = `
  SELECT u.email, u.name, u.tier, o.name AS organization, EXISTS (
    SELECT 1 FROM user_role ur JOIN role r ON r.id = ur.role_id WHERE ur.user_id = u.id AND r.builtin AND r.key = 'SUPERADMIN') AS superadmin
  FROM user_account u JOIN organization o ON o.id = u.organization_id WHERE u.organization_id = $1 AND u.id = $2`;

const none = (): Error => refuse('PRECONDITION_FAILED', 'There is no second factor to change.', '', { reason: 'NO_SECOND_FACTOR' });

function person({ userId }: Actor): string {
  if (!userId) throw refuse('UNAUTHENTICATED', 'Sign in first.');
  return userId;
}
