export * from './access-triggers.js';
export * from './role.entity.js';
