import { Global, Module } from '@nestjs/common';
import { OutgoingMailResolver } from './api/outgoing-mail.resolver.js';
import { ResumeMail } from './jobs/resume-mail.handler.js';
import { SendMail } from './jobs/send-mail.handler.js';
import { Mailer } from './mailer.js';
import { OutboxService } from './outbox.service.js';
import { SmtpTransport } from './smtp-transport.js';

/** Lets features send mail, sends it, and shows administrators what became of it. Needs `JobsModule` and `SecretsModule`. */
@Global()
@Module({ providers: [Mailer, OutboxService, OutgoingMailResolver, ResumeMail, SendMail, SmtpTransport], exports: [Mailer] })
export class MailModule {}
