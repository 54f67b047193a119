import { Injectable } from '@nestjs/common';
import { sessionless, type SignInOutcome, SignInService } from '@throughline/identity/auth';
import { EvenAnswers, OneTimeLinks, recordAccountEvent, RequestThrottle } from '@throughline/identity/links';
import { UnitOfWork } from '@throughline/platform/database';
import type { ActorRequest } from '@throughline/platform/kernel';
import { AccountMailer } from './account-mailer.js';
import { signInLinkMail } from './invitation.mail.js';

interface FoundAccount {
  organization_id: string;
  user_id: string;
  tier: string;
}

/** Signing in by a mailed link, for people of customers (IAM-09). */
@Injectable()
export class SignInLinkService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly links: OneTimeLinks,
    private readonly throttle: RequestThrottle,
    private readonly even: EvenAnswers,
    private readonly mails: AccountMailer,
    private readonly signIns: SignInService,
  ) {}

  /** Mails a link to a client; answers alike, after the same time, for everybody else. @throws AppError RATE_LIMITED for an address that asks for many */
  async request(typed: string, request: ActorRequest): Promise<void> {
    const email = typed.trim().toLowerCase();
    const allowed = await this.throttle.count('signInLink', email, request.address);
    await this.even.after(async () => {
      const account = allowed ? await this.unitOfWork.lookUp<FoundAccount>('SELECT * FROM app.find_account($1)', [email]) : undefined;
      if (account?.tier !== 'CLIENT') return;
      await this.unitOfWork.run(sessionless(account, request), async (work) => {
        await this.mails.send(work, account.user_id, { purpose: 'SIGN_IN', kind: 'user.signInLink', texts: signInLinkMail, more: {} });
        recordAccountEvent(work, 'user.signInLinkRequested', account.user_id);
      });
    }, 'a request for a sign-in link');
  }

  /** @throws AppError PRECONDITION_FAILED for a link that does not work (any more), RATE_LIMITED, what signing in refuses */
  async signIn(token: string, request: ActorRequest): Promise<SignInOutcome> {
    const link = await this.links.find(token, 'SIGN_IN', request.address);
    await this.unitOfWork.run(sessionless(link, request), async (work) => {
      await this.links.use(work, link);
      recordAccountEvent(work, 'user.signInLinkUsed', link.user_id);
    });
    return this.signIns.proceed({ organizationId: link.organization_id, userId: link.user_id, method: 'LINK', secondFactor: false }, request);
  }
}
