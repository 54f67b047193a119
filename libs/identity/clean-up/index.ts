export * from './clean-up.module.js';
export * from './clean-up.service.js';
