import { defineWorkflow } from '@throughline/platform/kernel';

export const QUOTE_STATUSES = ['DRAFT', 'SENT', 'VIEWED', 'ACCEPTED', 'DECLINED', 'EXPIRED', 'SUPERSEDED'] as const;
export type QuoteStatus = (typeof QUOTE_STATUSES)[number];
export type QuoteMove = 'EDIT' | 'SEND' | 'VIEW' | 'ACCEPT' | 'DECLINE' | 'REVISE';

/** QUO-02. What a client may have seen is never edited: a revision takes its place. */
export const quoteWorkflow = defineWorkflow<QuoteStatus, QuoteMove>('quote', {
  EDIT: { from: ['DRAFT'], to: 'DRAFT', label: 'Edit' },
  SEND: { from: ['DRAFT'], to: 'SENT', label: 'Send to the client' },
  VIEW: { from: ['SENT', 'VIEWED'], to: 'VIEWED', label: 'Open the link' },
  ACCEPT: { from: ['SENT', 'VIEWED'], to: 'ACCEPTED', label: 'Accept' },
  DECLINE: { from: ['SENT', 'VIEWED'], to: 'DECLINED', label: 'Decline' },
  REVISE: { from: ['SENT', 'VIEWED', 'DECLINED', 'EXPIRED'], to: 'SUPERSEDED', label: 'Revise' },
});
