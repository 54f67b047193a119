import { Injectable } from '@nestjs/common';
import { sessionless, type SignInOutcome, SignInService } from '@throughline/identity/auth';
import { OneTimeLinks, recordShownAccountEvent } from '@throughline/identity/links';
import { Passwords } from '@throughline/identity/passwords';
import { UnitOfWork } from '@throughline/platform/database';
import { type ActorRequest, refuse } from '@throughline/platform/kernel';

/** What an invitation's page says before it is accepted. */
export interface OpenInvitation {
  organizationName: string;
  name: string;
  email: string;
}

/** Accepting an invitation or confirming a registration: the person chooses a password and is in. */
@Injectable()
export class AcceptanceService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly links: OneTimeLinks,
    private readonly passwords: Passwords,
    private readonly signIns: SignInService,
  ) {}

  /** Looks at an invitation; nothing is used up. @throws AppError PRECONDITION_FAILED, RATE_LIMITED */
  async look(token: string, request: ActorRequest): Promise<OpenInvitation> {
    const link = await this.links.find(token, 'INVITATION', request.address);
    const { organization, name, email } = await this.unitOfWork.run(sessionless(link, request), (work) => this.passwords.facts(work, link.user_id));
    return { organizationName: organization, name, email };
  }

  /**
   * Sets the password, makes the account active and signs its person in as far as they get from here: network, device and
   * second factor count as at every sign-in.
   *
   * @throws AppError PRECONDITION_FAILED (the link does not work), VALIDATION_FAILED (the password), what signing in refuses
   */
  async accept(token: string, password: string, request: ActorRequest): Promise<SignInOutcome> {
    const link = await this.links.find(token, 'INVITATION', request.address);
    const person = sessionless(link, request);
    const chosen = await this.passwords.choose(person, link.user_id, password, 'password');
    await this.unitOfWork.run(person, async (work) => {
      await this.links.use(work, link);
      const activated = await work.execute(
        `UPDATE user_account SET status = 'ACTIVE', version = version + 1, updated_at = now() WHERE organization_id = $1 AND id = $2 AND status = 'INVITED'`,
        [link.organization_id, link.user_id],
      );
      if (activated !== 1) throw refuse('PRECONDITION_FAILED', 'This invitation was withdrawn.', 'token');
      await this.passwords.store(work, link.user_id, chosen);
      await recordShownAccountEvent(work, 'user.invitationAccepted', link.user_id);
    });
    return this.signIns.proceed({ organizationId: link.organization_id, userId: link.user_id, method: 'INVITATION', secondFactor: false }, request);
  }
}
