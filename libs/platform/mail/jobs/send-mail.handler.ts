import { Injectable } from '@nestjs/common';
import { HandlesJob, type JobHandler, type RunningJob } from '../../jobs/index.js';
import { OutboxService } from '../outbox.service.js';
import { SmtpTransport } from '../smtp-transport.js';
import { sendMail } from './send-mail.job.js';

/**
 * Sends one mail. A worker that dies between the server's answer and its own note sends it again, under the same
 * Message-ID, by which mail programs know it.
 */
@Injectable()
@HandlesJob(sendMail)
export class SendMail implements JobHandler<{ mailId: string }> {
  constructor(
    private readonly outbox: OutboxService,
    private readonly transport: SmtpTransport,
  ) {}

  async handle({ payload, actor, attempt }: RunningJob<{ mailId: string }>): Promise<void> {
    const { mailId } = payload;
    if (!this.transport.available) return this.outbox.waitForServer(actor, mailId);
    const mail = await this.outbox.take(actor, mailId);
    if (!mail) return;
    const failure = await this.transport.send(mail);
    if (!failure) return this.outbox.sent(actor, mailId);
    const last = failure.permanent || attempt >= sendMail.attempts;
    await this.outbox.failed(actor, mailId, failure.reason, last);
    if (!last) throw new Error(`The mail server did not take it: ${failure.reason}`);
  }
}
