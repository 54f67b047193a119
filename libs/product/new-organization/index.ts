export * from './new-organization.module.js';
export * from './starting-set.js';
