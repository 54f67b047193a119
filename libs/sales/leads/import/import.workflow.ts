import { defineWorkflow } from '@throughline/platform/kernel';
import type { ImportStatus } from './lead-import.entity.js';

/** What a person can do with an import; the rest happens by itself. */
export const importWorkflow = defineWorkflow<ImportStatus, 'START' | 'CANCEL'>('import', {
  START: { from: ['UPLOADED', 'FAILED'], to: 'RUNNING', label: 'Start' },
  CANCEL: { from: ['UPLOADED', 'RUNNING', 'FAILED'], to: 'CANCELLED', label: 'Cancel' },
});
