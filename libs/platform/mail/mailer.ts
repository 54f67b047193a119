import { Injectable } from '@nestjs/common';
import { Config } from '../config/index.js';
import { insertRow, type Work } from '../database/index.js';
import { JobQueue } from '../jobs/index.js';
import { newId } from '../kernel/index.js';
import { Secrets } from '../secrets/index.js';
import { sendMail } from './jobs/send-mail.job.js';
import { inLook, type MailLook, plainToHtml } from './mail-content.js';
import { MAIL_BODY, type MailBody, recordMailEvent } from './outgoing-mail.js';

/** A mail to send. */
export interface Mail {
  /** One bare address. */
  to: string;
  /** What it is, for the outbox: `user.invitation`. */
  kind: string;
  /** Must give nothing away: it is kept and shown in the outbox. */
  subject: string;
  text: string;
  /** The text's paragraphs when absent. */
  html?: string;
  /** The person it is for, where they have an account. */
  userId?: string;
  /** After this nobody tries any more: the link in it has expired. */
  expiresAt?: Date;
}

/** One address: no list, no display name, nothing that could begin another header. */
const ONE_ADDRESS = /^[^\s\p{Cc},;:<>()"[\]\\]+@[^\s\p{Cc},;:<>()"[\]\\@]+$/u;
const MOST_SUBJECT = 200;

/** Lets features send mail as part of what they do. */
@Injectable()
export class Mailer {
  constructor(
    private readonly config: Config,
    private readonly secrets: Secrets,
    private readonly jobs: JobQueue,
  ) {}

  /**
   * Sends a mail if and only if the caller's transaction commits. Where an embedded installation has no mail server, it is
   * kept in the outbox for administrators to read.
   *
   * @returns its id in the outbox
   * @throws Error for an address or subject that is not one line of its own: callers have checked what people typed
   */
  async send(work: Work, mail: Mail): Promise<string> {
    if (!ONE_ADDRESS.test(mail.to) || mail.to.length > 254) throw new Error('A mail goes to one bare address.');
    if (/\p{Cc}/u.test(mail.subject)) throw new Error('A subject is one line.');
    const id = newId();
    const kept = this.config.embedded && !this.config.mail;
    await insertRow(work, 'outgoing_mail', {
      id, kind: mail.kind, recipient: mail.to, userId: mail.userId ?? null, subject: mail.subject.slice(0, MOST_SUBJECT),
      status: kept ? 'KEPT' : 'WAITING', expiresAt: mail.expiresAt ?? null,
    });
    const [look] = await work.query<MailLook>('SELECT o.name, s.brand_colour AS colour FROM organization o LEFT JOIN organization_settings s ON s.organization_id = o.id WHERE o.id = $1', [work.actor.organizationId]);
    const body: MailBody = { text: mail.text, html: inLook(mail.html ?? plainToHtml(mail.text), look ?? { name: '', colour: null }) };
    await insertRow(work, 'outgoing_mail_body', { mailId: id, sealed: await this.secrets.seal(work, MAIL_BODY, JSON.stringify(body)) });
    if (!kept) await this.jobs.schedule(work, sendMail, { mailId: id });
    return id;
  }

  /**
   * Takes back the text of mails that told of something that is gone: those that wait are not sent any more. What a server has taken is
   * beyond reach.
   *
   * @param reason for whoever looks at the outbox
   */
  async withdraw(work: Work, ids: readonly string[], reason: string): Promise<void> {
    if (ids.length === 0) return;
    const parameters = [work.actor.organizationId, ids];
    const withdrawn = await work.query<{ id: string; status: string }>(
      `UPDATE outgoing_mail m SET status = 'FAILED', last_error = $3, version = m.version + 1, updated_at = now() FROM outgoing_mail before
       WHERE m.organization_id = $1 AND m.id = ANY ($2::uuid[]) AND m.status <> 'SENT' AND before.organization_id = $1 AND before.id = m.id RETURNING m.id, before.status`,
      [...parameters, reason],
    );
    await work.execute('DELETE FROM outgoing_mail_body WHERE organization_id = $1 AND mail_id = ANY ($2::uuid[])', parameters);
    for (const { id, status } of withdrawn) recordMailEvent(work, 'outgoingMail.withdrawn', id, { status: { before: status, after: 'FAILED' }, lastError: { before: null, after: reason } });
  }
}
