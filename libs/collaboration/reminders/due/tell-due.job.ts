import { defineJob } from '@throughline/platform/jobs';
import type { DueSignal, DueSubject } from './due.js';

/** One signal of one due day of one record. */
export interface DuePayload {
  subject: DueSubject;
  recordId: string;
  /** YYYY-MM-DD; when the record has another one by then, this is nothing any more. */
  dueOn: string;
  signal: DueSignal;
}

export const tellDue = defineJob<DuePayload>('due.tell', { meaning: 'Tells that a task or milestone is due soon or overdue.' });
