export * from './activity.module.js';
export * from './activity.policy.js';
