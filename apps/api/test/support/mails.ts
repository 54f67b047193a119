import { UnitOfWork } from '@throughline/platform/database';
import { Secrets } from '@throughline/platform/secrets';
import { testActor } from '@throughline/testing';
import type { TestApi } from '@throughline/testing/api';
import { MAIL_BODY, type MailBody } from '../../../../libs/platform/mail/outgoing-mail.js';

/** A mail that was kept. */
export interface KeptMail extends MailBody {
  kind: string;
  subject: string;
}

/** The mails to an address, oldest first, opened as nobody but a test can. */
export function mailsTo(api: TestApi, organizationId: string, recipient: string): Promise<KeptMail[]> {
  return api.app.nest.get(UnitOfWork).run(testActor({ organizationId, userId: null }), async (work) => {
    const rows = await work.query<{ kind: string; subject: string; sealed: Buffer }>(
      `SELECT m.kind, m.subject, b.sealed FROM outgoing_mail m JOIN outgoing_mail_body b ON b.mail_id = m.id
       WHERE m.organization_id = $1 AND m.recipient = $2 ORDER BY m.created_at, m.id`,
      [organizationId, recipient],
    );
    return Promise.all(rows.map(async ({ sealed, ...mail }) => ({ ...mail, ...(JSON.parse((await api.app.nest.get(Secrets).open(work, MAIL_BODY, sealed)).toString()) as MailBody) })));
  });
}

/** The token of the one-time link in a mail. @throws Error when it has none */
export function tokenIn({ text }: KeptMail): string {
  const token = /#([\w-]{43})\b/.exec(text)?.[1];
  if (!token) throw new Error(`There is no one-time link in:\n${text}`);
  return token;
}
