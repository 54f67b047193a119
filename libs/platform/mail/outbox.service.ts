import { Injectable } from '@nestjs/common';
import { authorize } from '../access/index.js';
import { Config } from '../config/index.js';
import { lockRow, UnitOfWork, updateVersioned, type Work } from '../database/index.js';
import { JobQueue } from '../jobs/index.js';
import { type Actor, refuse } from '../kernel/index.js';
import { Secrets } from '../secrets/index.js';
import { sendMail } from './jobs/send-mail.job.js';
import { outgoingMailPermissions, outgoingMailSubject } from './outgoing-mail.policy.js';
import { MAIL_BODY, type MailBody, type MailStatus, recordMailEvent } from './outgoing-mail.js';
import type { MailToSend } from './smtp-transport.js';

const NO_SERVER = 'No mail server is set (SMTP_URL).';
const EXPIRED = 'The link in it expired before it could be sent.';

interface MailRow {
  status: MailStatus;
  recipient: string;
  subject: string;
  expiresAt: Date | null;
}

const expired = ({ expiresAt }: MailRow): boolean => expiresAt !== null && expiresAt.getTime() < Date.now();

/** What becomes of outgoing mail: for the job that sends it and for administrators. */
@Injectable()
export class OutboxService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly secrets: Secrets,
    private readonly jobs: JobQueue,
    private readonly config: Config,
  ) {}

  /** Counts a try and opens the mail. @returns null when there is nothing (more) to send */
  take(actor: Actor, id: string): Promise<MailToSend | null> {
    return this.unitOfWork.run(actor, async (work) => {
      const mail = await this.lock(work, id);
      if (mail.status !== 'WAITING') return null;
      if (expired(mail)) {
        await this.end(work, id, 'FAILED', EXPIRED);
        return null;
      }
      await this.update(work, id, 'attempts = attempts + 1, last_attempt_at = now(), last_error = NULL');
      const [sender = { name: '', address: null }] = await work.query<MailToSend['sender']>(
        'SELECT o.name, s.sender_address AS address FROM organization o LEFT JOIN organization_settings s ON s.organization_id = o.id WHERE o.id = $1', [actor.organizationId],
      );
      return { id, to: mail.recipient, subject: mail.subject, sender, ...(await this.openBody(work, id)) };
    });
  }

  /** The server has it: nobody needs the text any more. */
  async sent(actor: Actor, id: string): Promise<void> {
    await this.unitOfWork.run(actor, async (work) => {
      await this.update(work, id, `status = 'SENT', sent_at = now(), last_error = NULL`);
      await work.execute('DELETE FROM outgoing_mail_body WHERE organization_id = $1 AND mail_id = $2', [actor.organizationId, id]);
    });
  }

  /** @param last nobody tries again by himself */
  async failed(actor: Actor, id: string, reason: string, last: boolean): Promise<void> {
    await this.unitOfWork.run(actor, (work) => this.end(work, id, last ? 'FAILED' : 'WAITING', reason));
  }

  async waitForServer(actor: Actor, id: string): Promise<void> {
    await this.unitOfWork.run(actor, (work) => this.update(work, id, 'last_error = $3', [NO_SERVER]));
  }

  /** There is a server now. */
  async resume(actor: Actor, id: string): Promise<void> {
    await this.unitOfWork.run(actor, async (work) => {
      await this.update(work, id, 'last_error = NULL');
      await this.jobs.schedule(work, sendMail, { mailId: id });
    });
  }

  /**
   * The text of a mail that is kept because this embedded installation has no mail server. Opening it is recorded: its link
   * may let somebody in as somebody else.
   *
   * @throws AppError NOT_FOUND, FORBIDDEN, PRECONDITION_FAILED where texts are not readable
   */
  body(actor: Actor, id: string): Promise<MailBody & { id: string }> {
    return this.unitOfWork.run(actor, async (work) => {
      const mail = await this.lock(work, id);
      authorize(actor, outgoingMailPermissions.open, outgoingMailSubject, {});
      if (!this.config.embedded || mail.status !== 'KEPT') {
        throw refuse('PRECONDITION_FAILED', 'The text of a mail can be read only where it is kept, because the installation has no mail server.', 'id');
      }
      recordMailEvent(work, 'outgoingMail.opened', id);
      return { id, ...(await this.openBody(work, id)) };
    });
  }

  /** @throws AppError NOT_FOUND, FORBIDDEN, CONFLICT, ILLEGAL_TRANSITION for sent mail, PRECONDITION_FAILED without a server or with an expired link */
  retry(actor: Actor, id: string, version: number): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      const mail = await this.lock(work, id);
      authorize(actor, outgoingMailPermissions.retry, outgoingMailSubject, {});
      if (mail.status === 'SENT') throw refuse('ILLEGAL_TRANSITION', 'This mail was sent. To send it once more, start again where it came from.', 'id');
      if (expired(mail)) throw refuse('PRECONDITION_FAILED', 'The link in this mail has expired. Start again where it came from, for a new link.', 'id');
      if (!this.config.mail) throw refuse('PRECONDITION_FAILED', 'This installation has no mail server. The operator sets SMTP_URL.', 'id');
      if (!(await this.sealedBody(work, id))) throw refuse('PRECONDITION_FAILED', 'The text of this mail was deleted with what it told of. There is nothing to send any more.', 'id');
      await updateVersioned(work, 'outgoing_mail', outgoingMailSubject.label, id, version, { status: 'WAITING', last_error: null });
      if (mail.status !== 'WAITING') await this.jobs.schedule(work, sendMail, { mailId: id });
      recordMailEvent(work, 'outgoingMail.retried', id, { status: { before: mail.status, after: 'WAITING' } });
      return id;
    });
  }

  private async end(work: Work, id: string, status: 'WAITING' | 'FAILED', reason: string): Promise<void> {
    await this.update(work, id, 'status = $3, last_error = $4', [status, reason]);
    if (status === 'FAILED') recordMailEvent(work, 'outgoingMail.failed', id, { status: { before: 'WAITING', after: 'FAILED' }, lastError: { before: null, after: reason } });
  }

  private async update(work: Work, id: string, assignments: string, values: unknown[] = []): Promise<void> {
    await work.execute(
      `UPDATE outgoing_mail SET ${assignments}, version = version + 1, updated_at = now() WHERE organization_id = $1 AND id = $2`,
      [work.actor.organizationId, id, ...values],
    );
  }

  private lock(work: Work, id: string): Promise<MailRow> {
    return lockRow<MailRow>(work, { table: 'outgoing_mail', fields: ['status', 'recipient', 'subject', 'expiresAt'], label: outgoingMailSubject.label }, id);
  }

  private async openBody(work: Work, id: string): Promise<MailBody> {
    const sealed = await this.sealedBody(work, id);
    if (!sealed) throw new Error('The mail has no text any more.');
    return JSON.parse((await this.secrets.open(work, MAIL_BODY, sealed)).toString()) as MailBody;
  }

  private async sealedBody(work: Work, id: string): Promise<Buffer | null> {
    const [row] = await work.query<{ sealed: Buffer }>('SELECT sealed FROM outgoing_mail_body WHERE organization_id = $1 AND mail_id = $2', [work.actor.organizationId, id]);
    return row?.sealed ?? null;
  }
}
