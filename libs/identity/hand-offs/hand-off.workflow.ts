import { defineWorkflow } from '@throughline/platform/kernel';
import type { HandOffStatus } from './hand-off.entity.js';

export type HandOffMove = 'ACCEPT' | 'RETURN' | 'WITHDRAW';

export const handOffWorkflow = defineWorkflow<HandOffStatus, HandOffMove>('hand-off', {
  ACCEPT: { from: ['OFFERED'], to: 'ACCEPTED', label: 'Accept' },
  RETURN: { from: ['OFFERED'], to: 'RETURNED', label: 'Return' },
  WITHDRAW: { from: ['OFFERED'], to: 'WITHDRAWN', label: 'Take back' },
});
