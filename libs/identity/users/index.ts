export * from './memberships.entity.js';
export * from './user-account.entity.js';
export * from './user-credential.entity.js';
export * from './user.policy.js';
export * from './user.read.js';
export * from './user.service.js';
export * from './users.module.js';
export * from './api/user.object.js';
