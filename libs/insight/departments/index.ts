export * from './department-performance.policy.js';
export * from './departments-insight.module.js';
