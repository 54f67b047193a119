import { defineWorkflow } from '@throughline/platform/kernel';

export const LEAD_STATUSES = ['NEW', 'CONTACTED', 'QUALIFIED', 'CONVERTED', 'LOST', 'DISQUALIFIED'] as const;
export type LeadStatus = (typeof LEAD_STATUSES)[number];

export const LEAD_MOVES = ['CONTACT', 'QUALIFY', 'CONVERT', 'LOSE', 'DISQUALIFY', 'REOPEN'] as const;
export type LeadMove = (typeof LEAD_MOVES)[number];

/** Statuses that somebody still has to work on. */
export const OPEN_STATUSES = ['NEW', 'CONTACTED', 'QUALIFIED'] as const satisfies readonly LeadStatus[];

/**
 * The way of a lead (LEA-02). A reopened lead starts again as NEW, because somebody has to take it up again; its first
 * response stays on record. CONVERTED is final: what follows happens on the deal.
 */
export const leadWorkflow = defineWorkflow<LeadStatus, LeadMove>('lead', {
  CONTACT: { from: ['NEW'], to: 'CONTACTED', label: 'Log first contact' },
  QUALIFY: { from: ['NEW', 'CONTACTED'], to: 'QUALIFIED', label: 'Qualify' },
  CONVERT: { from: ['QUALIFIED'], to: 'CONVERTED', label: 'Convert' },
  LOSE: { from: OPEN_STATUSES, to: 'LOST', label: 'Mark as lost' },
  DISQUALIFY: { from: OPEN_STATUSES, to: 'DISQUALIFIED', label: 'Disqualify' },
  REOPEN: { from: ['LOST', 'DISQUALIFIED'], to: 'NEW', label: 'Reopen' },
});
