export * from './api-key.entity.js';
export * from './api-key.policy.js';
export * from './api-key.read.js';
export * from './api-keys.module.js';
