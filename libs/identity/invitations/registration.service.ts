import { Injectable } from '@nestjs/common';
import type { BuiltInRoleKey } from '@throughline/identity/access';
import { EvenAnswers, recordAccountEvent, RequestThrottle } from '@throughline/identity/links';
import { SecurityPolicies } from '@throughline/identity/security-policy';
import { reachedLimit, userAccess } from '@throughline/identity/users';
import { strangerActor } from '@throughline/platform/access';
import { fieldChanges, insertRow, UnitOfWork, type Work } from '@throughline/platform/database';
import { type Actor, type ActorRequest, newId, normalizeEmail, normalizeLine, refuse } from '@throughline/platform/kernel';
import { AccountMailer } from './account-mailer.js';
import { registrationMail } from './invitation.mail.js';
import { requirePlainName } from './plain-name.js';

/**
 * The lowest role of staff. Registered people are EMPLOYEE: they get in from the organization's networks only, and until
 * somebody puts them into a department or assigns them work they see names and the catalogue, no customer's affairs.
 */
const LOWEST_ROLE: BuiltInRoleKey = 'TEAM_MEMBER';

/** Somebody who registers. */
export interface Registration {
  /** The organization's name in addresses. */
  organization: string;
  name: string;
  email: string;
}

/** Making an account for oneself, where an organization has switched it on (IAM-01). */
@Injectable()
export class RegistrationService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly throttle: RequestThrottle,
    private readonly even: EvenAnswers,
    private readonly policies: SecurityPolicies,
    private readonly mails: AccountMailer,
  ) {}

  /**
   * Makes an invited account and mails the link that confirms it. An address that has an account already gets the same
   * answer and no mail.
   *
   * @throws AppError VALIDATION_FAILED, PRECONDITION_FAILED where the organization (or none of that name) takes registrations, RATE_LIMITED
   */
  async register({ organization, name: typedName, email: typedEmail }: Registration, request: ActorRequest): Promise<void> {
    const name = normalizeLine(typedName);
    const email = normalizeEmail(typedEmail);
    if (!name) throw refuse('VALIDATION_FAILED', 'Enter your name.', 'name');
    requirePlainName(name, 'name');
    if (!email) throw refuse('VALIDATION_FAILED', 'Enter a complete e-mail address.', 'email');
    const allowed = await this.throttle.count('registration', email, request.address);
    const stranger = await this.strangerOf(organization.trim().toLowerCase(), request);
    await this.even.after(async () => {
      if (allowed) await this.unitOfWork.run(stranger, (work) => this.create(work, name, email));
    }, 'a registration');
  }

  private async strangerOf(slug: string, request: ActorRequest): Promise<Actor> {
    const found = await this.unitOfWork.lookUp<{ id: string | null }>('SELECT app.find_organization($1) AS id', [slug]);
    const stranger = found?.id ? strangerActor(request, found.id) : null;
    if (!stranger || !(await this.unitOfWork.run(stranger, (work) => this.isOpen(work)))) {
      throw refuse('PRECONDITION_FAILED', 'There is no organization of this name that takes registrations. Ask its administrators for an invitation.', 'organization');
    }
    return stranger;
  }

  private async isOpen(work: Work): Promise<boolean> {
    const { organizationId } = work.actor;
    const [row] = await work.query<{ version: string }>('SELECT access_version::text AS version FROM organization WHERE id = $1', [organizationId]);
    return (await this.policies.inForce(organizationId, row?.version ?? '')).selfRegistration;
  }

  private async create(work: Work, name: string, email: string): Promise<void> {
    // A stranger is told the same whether there is room or not.
    if ((await reachedLimit(work)) !== null) return;
    const id = newId();
    const user = { id, name, email, title: null, tier: 'EMPLOYEE', status: 'INVITED', customerId: null };
    const inserted = await work.execute(
      `INSERT INTO user_account (id, organization_id, name, email, tier, status) VALUES ($1, $2, $3, $4, 'EMPLOYEE', 'INVITED') ON CONFLICT (email) DO NOTHING`,
      [id, work.actor.organizationId, name, email],
    );
    if (inserted === 0) return;
    const [role] = await work.query<{ id: string }>('SELECT id FROM role WHERE organization_id = $1 AND key = $2', [work.actor.organizationId, LOWEST_ROLE]);
    if (role) await insertRow(work, 'user_role', { id: newId(), userId: id, roleId: role.id });
    const { id: _id, ...facts } = user;
    work.record({ kind: 'user.created', subject: 'user', subjectId: id, access: { before: null, after: userAccess(user) }, changes: fieldChanges({}, facts) });
    recordAccountEvent(work, 'user.registered', id, { role: role ? LOWEST_ROLE : null });
    await this.mails.send(work, id, { purpose: 'INVITATION', kind: 'user.registration', texts: registrationMail, more: {} });
  }
}
