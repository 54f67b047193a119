export * from './organization.entity.js';
export * from './organization.policy.js';
