export * from './department.entity.js';
export * from './department.policy.js';
export * from './department.read.js';
export * from './department.service.js';
export * from './departments.module.js';
export * from './team.entity.js';
export * from './api/department.object.js';
