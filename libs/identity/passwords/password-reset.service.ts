import { Injectable } from '@nestjs/common';
import { sessionless } from '@throughline/identity/auth';
import { EvenAnswers, LINK_MINUTES, linkAddress, OneTimeLinks, recordAccountEvent, RequestThrottle } from '@throughline/identity/links';
import { Config } from '@throughline/platform/config';
import { UnitOfWork } from '@throughline/platform/database';
import type { ActorRequest } from '@throughline/platform/kernel';
import { Mailer, renderMail, spanInWords } from '@throughline/platform/mail';
import { PasswordChangeService } from './password-change.service.js';
import { passwordResetMail } from './password.mail.js';
import { Passwords } from './passwords.js';

interface FoundAccount {
  organization_id: string;
  user_id: string;
}

/** A new password by a mailed link, for who has forgotten theirs (IAM-07). */
@Injectable()
export class PasswordResetService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly links: OneTimeLinks,
    private readonly throttle: RequestThrottle,
    private readonly even: EvenAnswers,
    private readonly passwords: Passwords,
    private readonly changes: PasswordChangeService,
    private readonly mailer: Mailer,
    private readonly config: Config,
  ) {}

  /**
   * Mails a link if there is such an account. Answers alike, after the same time, whether there is one or not, and also when
   * the account has had enough such mails.
   *
   * @throws AppError RATE_LIMITED for an address that asks for many
   */
  async request(typed: string, request: ActorRequest): Promise<void> {
    const email = typed.trim().toLowerCase();
    const allowed = await this.throttle.count('passwordReset', email, request.address);
    await this.even.after(async () => {
      const account = allowed ? await this.unitOfWork.lookUp<FoundAccount>('SELECT organization_id, user_id FROM app.find_account($1)', [email]) : undefined;
      if (account) await this.send(account, request);
    }, 'a request for a new password');
  }

  /**
   * Sets the password by a mailed link; every session of the person ends. They sign in with it like always, with their second
   * factor where they have one.
   *
   * @throws AppError PRECONDITION_FAILED (the link does not work any more), VALIDATION_FAILED, RATE_LIMITED
   */
  async reset(token: string, password: string, request: ActorRequest): Promise<void> {
    const link = await this.links.find(token, 'PASSWORD_RESET', request.address);
    const person = sessionless(link, request);
    const chosen = await this.passwords.choose(person, link.user_id, password, 'password');
    await this.unitOfWork.run(person, async (work) => {
      await this.links.use(work, link);
      await this.changes.replace(work, link.user_id, chosen, 'RESET');
    });
  }

  private async send(account: FoundAccount, request: ActorRequest): Promise<void> {
    await this.unitOfWork.run(sessionless(account, request), async (work) => {
      const { token, expiresAt } = await this.links.issue(work, account.user_id, 'PASSWORD_RESET');
      const facts = await this.passwords.facts(work, account.user_id);
      const url = linkAddress(this.config.publicUrl, 'PASSWORD_RESET', token);
      const mail = renderMail(passwordResetMail, { ...facts, url, span: spanInWords(LINK_MINUTES.PASSWORD_RESET) });
      await this.mailer.send(work, { to: facts.email, kind: 'user.passwordReset', userId: account.user_id, expiresAt, ...mail });
      recordAccountEvent(work, 'user.passwordResetRequested', account.user_id);
    });
  }
}
