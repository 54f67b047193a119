export * from './api/time.object.js';
export * from './time-entry.entity.js';
export * from './time.module.js';
export * from './time.policy.js';
export * from './time.read.js';
export * from './time.rules.js';
export * from './time.service.js';
