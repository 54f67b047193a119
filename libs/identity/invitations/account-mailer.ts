import { Injectable } from '@nestjs/common';
import { LINK_MINUTES, linkAddress, type LinkPurpose, OneTimeLinks } from '@throughline/identity/links';
import { type AccountFacts, Passwords } from '@throughline/identity/passwords';
import { Config } from '@throughline/platform/config';
import type { Work } from '@throughline/platform/database';
import { Mailer, type MailTexts, renderMail, spanInWords } from '@throughline/platform/mail';

/** Mails one-time links to people. */
@Injectable()
export class AccountMailer {
  constructor(
    private readonly links: OneTimeLinks,
    private readonly passwords: Passwords,
    private readonly mailer: Mailer,
    private readonly config: Config,
  ) {}

  /**
   * Makes a link and mails it, in the caller's transaction.
   *
   * @returns the link's address: for the mail, and for an operator's own terminal
   *
   * @param more what this mail says beside name, organization, link and how long it works
   */
  async send<More extends object>(
    work: Work, userId: string, mail: { purpose: LinkPurpose; kind: string; texts: MailTexts<AccountFacts & { url: string; span: string } & More>; more: More },
  ): Promise<string> {
    const { token, expiresAt } = await this.links.issue(work, userId, mail.purpose);
    const facts = await this.passwords.facts(work, userId);
    const url = linkAddress(this.config.publicUrl, mail.purpose, token);
    const content = renderMail(mail.texts, { ...facts, ...mail.more, url, span: spanInWords(LINK_MINUTES[mail.purpose]) });
    await this.mailer.send(work, { to: facts.email, kind: mail.kind, userId, expiresAt, ...content });
    return url;
  }
}
