import { Injectable } from '@nestjs/common';
import { ensureBuiltInRoles } from '@throughline/identity/access';
import { EvenAnswers, RequestThrottle } from '@throughline/identity/links';
import { systemActor } from '@throughline/platform/access';
import { Config } from '@throughline/platform/config';
import { UnitOfWork } from '@throughline/platform/database';
import { type ActorRequest, comparableName, newId, normalizeEmail, normalizeLine, refuse } from '@throughline/platform/kernel';
import { FirstAdminService } from './first-admin.service.js';
import { requirePlainName } from './plain-name.js';

/** Somebody who founds an organization of their own. */
export interface SignUp {
  organization: string;
  name: string;
  email: string;
}

const LONGEST_SLUG = 50;

/** Sign-up of further organizations (IAM-01): off unless the installation's operator switches it on. */
@Injectable()
export class SignUpService {
  constructor(
    private readonly config: Config,
    private readonly unitOfWork: UnitOfWork,
    private readonly throttle: RequestThrottle,
    private readonly even: EvenAnswers,
    private readonly firstAdmins: FirstAdminService,
  ) {}

  /**
   * Makes an organization with its superadmin, who is invited by mail. An address that has an account already gets the same answer,
   * no mail and no organization.
   *
   * @throws AppError PRECONDITION_FAILED where it is switched off, VALIDATION_FAILED, RATE_LIMITED
   */
  async signUp({ organization: typedOrganization, name: typedName, email: typedEmail }: SignUp, request: ActorRequest): Promise<void> {
    if (!this.config.publicSignUp) throw refuse('PRECONDITION_FAILED', 'Nobody founds organizations here by themselves. Ask whoever runs this installation.');
    const [organization, name, email] = [normalizeLine(typedOrganization), normalizeLine(typedName), normalizeEmail(typedEmail)];
    if (!organization) throw refuse('VALIDATION_FAILED', 'Enter what your organization is called.', 'organization');
    if (!name) throw refuse('VALIDATION_FAILED', 'Enter your name.', 'name');
    requirePlainName(organization, 'organization');
    requirePlainName(name, 'name');
    if (!email) throw refuse('VALIDATION_FAILED', 'Enter a complete e-mail address.', 'email');
    const allowed = await this.throttle.count('signUp', email, request.address);
    await this.even.after(async () => {
      if (allowed) await this.found(organization, { name, email });
    }, 'a sign-up');
  }

  private async found(organization: string, founder: { name: string; email: string }): Promise<void> {
    const id = newId();
    const made = await this.unitOfWork.lookUp<{ slug: string | null }>('SELECT app.sign_up_organization($1, $2, $3, $4) AS slug', [id, organization, slugOf(organization), founder.email]);
    if (!made?.slug) return;
    await this.unitOfWork.run(systemActor(id), async (work) => {
      await ensureBuiltInRoles(work, id);
      await this.firstAdmins.invite(id, founder);
    });
  }
}

/** `Café Ämter & Co.` is `cafe-amter-co`; of letters that have no such form nothing is left. */
export function slugOf(organization: string): string {
  const plain = comparableName(organization).normalize('NFD').replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, LONGEST_SLUG).replace(/-+$/, '');
  return plain || 'organization';
}
