export * from './notification.entity.js';
export * from './notification.kinds.js';
export * from './notification.policy.js';
export * from './notification.read.js';
export * from './notifications.module.js';
