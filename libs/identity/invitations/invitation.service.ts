import { Injectable } from '@nestjs/common';
import { recordShownAccountEvent, RequestThrottle } from '@throughline/identity/links';
import { mayTouch, type NewUser, userAccess, userPermissions, UserService, userSubject, type UserTier } from '@throughline/identity/users';
import { authorize } from '@throughline/platform/access';
import { lockRow, UnitOfWork, updateVersioned, type Work } from '@throughline/platform/database';
import { type Actor, refuse } from '@throughline/platform/kernel';
import { AccountMailer } from './account-mailer.js';
import { invitationMail } from './invitation.mail.js';

interface InvitedRow {
  id: string;
  status: 'INVITED' | 'ACTIVE' | 'INACTIVE';
  customerId: string | null;
  tier: UserTier;
}

/** Inviting people: an account without a password, and a mailed link to choose one (IAM-01). */
@Injectable()
export class InvitationService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly users: UserService,
    private readonly mails: AccountMailer,
    private readonly throttle: RequestThrottle,
  ) {}

  /** @returns the account's id @throws AppError as `UserService.create` */
  invite(actor: Actor, person: Omit<NewUser, 'password'>): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      const id = await this.users.create(actor, { ...person, password: null });
      await this.send(work, id, false);
      return id;
    });
  }

  /** A new link; the earlier one stops working. @throws AppError NOT_FOUND, FORBIDDEN, ILLEGAL_TRANSITION, RATE_LIMITED */
  async resend(actor: Actor, id: string): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      await this.invited(work, id);
      await this.throttle.countAccount('invitation', id);
      await this.send(work, id, true);
      return id;
    });
  }

  /** The link stops working and the account becomes inactive. @throws AppError NOT_FOUND, FORBIDDEN, ILLEGAL_TRANSITION, CONFLICT */
  withdraw(actor: Actor, id: string, version: number): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      await this.invited(work, id);
      // The change of the status withdraws the link (app.withdraw_links).
      await updateVersioned(work, 'user_account', userSubject.label, id, version, { status: 'INACTIVE' });
      await recordShownAccountEvent(work, 'user.invitationWithdrawn', id);
      return id;
    });
  }

  private async invited(work: Work, id: string): Promise<void> {
    const user = await lockRow<InvitedRow>(work, { table: 'user_account', fields: ['id', 'status', 'customerId', 'tier'], label: userSubject.label }, id);
    authorize(work.actor, userPermissions.create, userSubject, userAccess(user));
    const roles = await work.query<{ key: string }>(
      'SELECT r.key FROM user_role ur JOIN role r ON r.organization_id = ur.organization_id AND r.id = ur.role_id WHERE ur.organization_id = $1 AND ur.user_id = $2',
      [work.actor.organizationId, id],
    );
    mayTouch(work.actor, { ...user, roleKeys: roles.map(({ key }) => key) });
    if (user.status !== 'INVITED') throw refuse('ILLEGAL_TRANSITION', 'This person has no invitation that waits for an answer.', 'id', { allowedMoves: [] });
  }

  private async send(work: Work, id: string, again: boolean): Promise<void> {
    const { organizationId, userId } = work.actor;
    const [inviter] = await work.query<{ name: string }>('SELECT name FROM user_account WHERE organization_id = $1 AND id = $2', [organizationId, userId]);
    await this.mails.send(work, id, { purpose: 'INVITATION', kind: 'user.invitation', texts: invitationMail, more: { inviter: inviter?.name ?? null } });
    await recordShownAccountEvent(work, 'user.invited', id, { again });
  }
}
