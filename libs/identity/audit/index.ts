export * from './audit.module.js';
export * from './audit.policy.js';
export * from './restore/define-restorable.js';
export * from './security-kinds.js';
