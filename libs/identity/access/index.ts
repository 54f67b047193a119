export * from './access-triggers.js';
export * from './role.entity.js';
export * from './role.policy.js';
export * from './role.read.js';
export * from './api/role.object.js';
