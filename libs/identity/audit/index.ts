export * from './audit.module.js';
export * from './audit.policy.js';
