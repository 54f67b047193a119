import type { Work } from '../database/index.js';

export type MailStatus = 'WAITING' | 'SENT' | 'FAILED' | 'KEPT';

/** What mail bodies are sealed for (libs/platform/secrets). */
export const MAIL_BODY = 'mail.body';

/** Both forms of a mail's text. */
export interface MailBody {
  text: string;
  html: string;
}

/** Records something that happened to a mail, without what is in it. */
export function recordMailEvent(work: Work, kind: 'outgoingMail.failed' | 'outgoingMail.retried' | 'outgoingMail.withdrawn' | 'outgoingMail.opened', id: string, changes: Record<string, { before: unknown; after: unknown }> = {}): void {
  work.record({ kind, subject: 'outgoingMail', subjectId: id, access: { before: {}, after: {} }, changes });
}
