export * from './outbound.js';
export * from './outbound.module.js';
