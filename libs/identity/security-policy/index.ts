export * from './networks.js';
export * from './security-policies.js';
export * from './security-policy.entity.js';
export * from './security-policy.js';
export * from './security-policy.module.js';
export * from './security-policy.policy.js';
