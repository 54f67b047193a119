export * from './config.js';
export * from './config.module.js';
export * from './load-config.js';
export { ConfigError, type Variables } from './variables.js';
