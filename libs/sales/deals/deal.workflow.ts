import { defineWorkflow } from '@throughline/platform/kernel';

export const DEAL_STATUSES = ['OPEN', 'WON', 'LOST'] as const;
export type DealStatus = (typeof DEAL_STATUSES)[number];
export type DealMove = 'ADVANCE' | 'WIN' | 'LOSE' | 'REOPEN';

/** DEA-04. A won deal is never won again; it can only be re-opened by somebody allowed. */
export const dealWorkflow = defineWorkflow<DealStatus, DealMove>('deal', {
  ADVANCE: { from: ['OPEN'], to: 'OPEN', label: 'Move to another stage' },
  WIN: { from: ['OPEN'], to: 'WON', label: 'Mark as won' },
  LOSE: { from: ['OPEN'], to: 'LOST', label: 'Mark as lost' },
  REOPEN: { from: ['WON', 'LOST'], to: 'OPEN', label: 'Reopen' },
});
