import { defineWorkflow } from '@throughline/platform/kernel';
import type { TimeOffStatus } from './time-off.entity.js';

export type TimeOffMove = 'APPROVE' | 'DECLINE' | 'WITHDRAW';

/** What was approved can be declined later, when something came up, or taken back. */
export const timeOffWorkflow = defineWorkflow<TimeOffStatus, TimeOffMove>('time off', {
  APPROVE: { from: ['REQUESTED'], to: 'APPROVED', label: 'Approve' },
  DECLINE: { from: ['REQUESTED', 'APPROVED'], to: 'DECLINED', label: 'Decline' },
  WITHDRAW: { from: ['REQUESTED', 'APPROVED'], to: 'WITHDRAWN', label: 'Take back' },
});
