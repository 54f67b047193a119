export * from './api/field-change.object.js';
export * from './audit.module.js';
export * from './audit.policy.js';
export * from './describe/change-describer.js';
export { eventPhrase, eventTitle } from './describe/words.js';
export { visibleRecord } from './history/record-history.service.js';
export * from './restore/define-restorable.js';
export * from './security-kinds.js';
