export * from './dashboard.module.js';
export * from './dashboard.service.js';
