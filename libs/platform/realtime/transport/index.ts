export * from './back-off.js';
export * from './transport.js';
export * from './transport.module.js';
