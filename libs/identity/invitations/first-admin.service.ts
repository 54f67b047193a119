import { Injectable } from '@nestjs/common';
import { recordShownAccountEvent } from '@throughline/identity/links';
import { userAccess } from '@throughline/identity/users';
import { systemActor } from '@throughline/platform/access';
import { fieldChanges, insertRow, UnitOfWork, type Work } from '@throughline/platform/database';
import { newId, normalizeEmail, normalizeLine, refuse } from '@throughline/platform/kernel';
import { AccountMailer } from './account-mailer.js';
import { invitationMail } from './invitation.mail.js';

/** The first administrator of an organization, invited by the installation's operator (IAM-01). */
@Injectable()
export class FirstAdminService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly mails: AccountMailer,
  ) {}

  /**
   * Invites the superadmin of an organization that has none.
   *
   * @returns the address to accept at: the operator hands it over where no mail server is set
   * @throws AppError VALIDATION_FAILED, PRECONDITION_FAILED when the organization has a superadmin, DUPLICATE
   */
  invite(organizationId: string, person: { name: string; email: string }): Promise<string> {
    const name = normalizeLine(person.name);
    const email = normalizeEmail(person.email);
    if (!name) throw refuse('VALIDATION_FAILED', 'Enter a name.', 'name');
    if (!email) throw refuse('VALIDATION_FAILED', 'Enter a complete e-mail address.', 'email');
    return this.unitOfWork.run(systemActor(organizationId), async (work) => {
      // Two operators at once: the second waits and finds the first's superadmin.
      await work.query('SELECT 1 FROM organization WHERE id = $1 FOR NO KEY UPDATE', [organizationId]);
      const roleId = await this.superadminRole(work);
      const user = { id: newId(), name, email, tier: 'ADMIN', status: 'INVITED', customerId: null };
      await insertRow(work, 'user_account', user);
      await insertRow(work, 'user_role', { id: newId(), userId: user.id, roleId });
      const { id, ...facts } = user;
      work.record({ kind: 'user.created', subject: 'user', subjectId: id, access: { before: null, after: userAccess(user) }, changes: fieldChanges({}, facts) });
      await recordShownAccountEvent(work, 'user.invited', id, { again: false });
      work.record({ kind: 'organization.opened', subject: 'organization', subjectId: organizationId, access: { before: {}, after: {} } });
      return this.mails.send(work, id, { purpose: 'INVITATION', kind: 'user.invitation', texts: invitationMail, more: { inviter: null } });
    });
  }

  private async superadminRole(work: Work): Promise<string> {
    const [role] = await work.query<{ id: string; held: boolean }>(
      `SELECT r.id, EXISTS (SELECT 1 FROM user_role ur JOIN user_account u ON u.organization_id = ur.organization_id AND u.id = ur.user_id
         WHERE ur.organization_id = r.organization_id AND ur.role_id = r.id AND u.status <> 'INACTIVE') AS held
       FROM role r WHERE r.organization_id = $1 AND r.key = 'SUPERADMIN'`,
      [work.actor.organizationId],
    );
    if (!role) throw refuse('PRECONDITION_FAILED', 'The organization has no built-in roles. Run npm run roles first.');
    if (role.held) throw refuse('PRECONDITION_FAILED', 'The organization has a superadmin already, who invites everybody else.');
    return role.id;
  }
}
