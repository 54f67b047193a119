export * from './audit-settings.js';
export * from './config.js';
export * from './config.module.js';
export * from './file-settings.js';
export * from './load-config.js';
export * from './mail-settings.js';
export * from './master-keys.js';
export { ConfigError, VariableReader, type Variables } from './variables.js';
