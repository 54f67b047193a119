export * from './organization.entity.js';
export * from './organization.policy.js';
export * from './organization.read.js';
export * from './organization.setup.js';
export * from './organizations.module.js';
export * from './api/organization.object.js';
