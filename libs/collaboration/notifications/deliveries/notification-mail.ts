import { type MailTexts, renderMail } from '@throughline/platform/mail';
import type { Message } from '../senders/sender.js';

/** A mail's subject says why, not what: subjects are kept in the outbox for administrators to see. */
const ONE: MailTexts<{ name: string; message: Message; organization: string }> = {
  en: ({ name, message, organization }) => ({
    subject: `${message.reason} (${organization})`,
    greeting: `Hello ${name},`,
    paragraphs: [message.title, ...(message.body ? [message.body] : [])],
    action: { label: 'Open', url: message.url },
    notes: [`Why you get this: ${message.reason.toLowerCase()}. You decide in your settings what comes by mail.`],
  }),
};

const DIGEST: MailTexts<{ name: string; lines: readonly { title: string; url: string }[]; url: string; organization: string }> = {
  en: ({ name, lines, url, organization }) => ({
    subject: `${lines.length === 1 ? 'One notification' : `${lines.length} notifications`} (${organization})`,
    greeting: `Hello ${name},`,
    paragraphs: ['This is what happened since the last mail:', ...lines.map((line) => `${line.title}\n${line.url}`)],
    action: { label: 'Open your inbox', url },
    notes: ['You decide in your settings whether mails are collected, and when they come.'],
  }),
};

type Rendered = ReturnType<typeof renderMail>;

export const oneMail = (facts: { organization: string; name: string; message: Message }): Rendered => renderMail(ONE, facts);
export const digestMail = (facts: { organization: string; name: string; lines: readonly { title: string; url: string }[]; url: string }): Rendered => renderMail(DIGEST, facts);
