export * from './logger.js';
export { mask, maskText } from './mask.js';
export * from './nest-logger.js';
export * from './observability.module.js';
export * from './query-logger.js';
