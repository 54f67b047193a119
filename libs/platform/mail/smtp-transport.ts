import { Inject, Injectable } from '@nestjs/common';
import { createTransport, type SendMailOptions } from 'nodemailer';
import { Config, domainOf, type MailSettings } from '../config/index.js';
import { maskText } from '../observability/index.js';
import type { MailBody } from './outgoing-mail.js';

/** A mail as the server gets it. */
export interface MailToSend extends MailBody {
  id: string;
  to: string;
  subject: string;
  /** Who it is from: the organization's name, and its own address if it has set one. */
  sender: { name: string; address: string | null };
}

/** Why the server did not take a mail. */
export interface SendFailure {
  /** Fit to be stored and shown: no addresses, no secrets, nothing of the text. */
  reason: string;
  /** Trying again would not help: the server refuses the recipient or the mail. */
  permanent: boolean;
}

const SECONDS = 1000;

/** Hands mail to the SMTP server of SMTP_URL. */
@Injectable()
export class SmtpTransport {
  constructor(@Inject(Config) private readonly config: Pick<Config, 'mail' | 'publicUrl'>) {}

  /** Whether there is a server. */
  get available(): boolean {
    return this.config.mail !== null;
  }

  /** @returns null when the server has taken it */
  async send({ id, to, subject, sender, text, html }: MailToSend): Promise<SendFailure | null> {
    const { mail, publicUrl } = this.config;
    if (!mail) return { reason: 'No mail server is set.', permanent: false };
    const transport = createTransport({
      host: mail.host, port: mail.port, secure: mail.implicitTls,
      requireTLS: mail.startTls === 'REQUIRED', ignoreTLS: mail.startTls === 'OFF',
      ...(mail.user === null ? {} : { auth: { user: mail.user, pass: mail.password ?? '' } }),
      ...(mail.certificates === null ? {} : { tls: { ca: mail.certificates } }),
      connectionTimeout: 10 * SECONDS, greetingTimeout: 10 * SECONDS, socketTimeout: 30 * SECONDS,
    });
    try {
      await transport.sendMail({
        ...senderOf(mail, sender),
        to: { name: '', address: to },
        subject, text, html,
        messageId: `<${id}@${new URL(publicUrl).hostname}>`,
        headers: { 'Auto-Submitted': 'auto-generated' },
        disableFileAccess: true, disableUrlAccess: true,
      });
      return null;
    } catch (error) {
      return failureOf(error);
    } finally {
      transport.close();
    }
  }
}

/**
 * As objects: nothing in a name or an address is read as a further one. An own address of a domain that the server does not send for (any
 * more) would be taken for forged: answers go there, and the mail comes from MAIL_FROM.
 */
function senderOf({ from, senderDomains }: MailSettings, { name, address }: MailToSend['sender']): Pick<SendMailOptions, 'from' | 'replyTo'> {
  if (address === null) return { from: { name, address: from } };
  if (senderDomains.includes(domainOf(address))) return { from: { name, address } };
  return { from: { name, address: from }, replyTo: { name, address } };
}

/** A server that refuses the sender's sign-in is a mistake of the operator's, who may correct it: not permanent. */
function failureOf(error: unknown): SendFailure {
  const { message, code, responseCode } = error as { message?: string; code?: string; responseCode?: number };
  const refused = code === 'EENVELOPE' || code === 'EMESSAGE';
  return { reason: maskText(message ?? 'The mail server did not answer.').slice(0, 300), permanent: refused && (responseCode ?? 0) >= 500 };
}
