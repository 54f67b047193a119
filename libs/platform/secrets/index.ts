export * from './passphrase.js';
export * from './rewrap.js';
export * from './secrets.js';
export * from './secrets.module.js';
