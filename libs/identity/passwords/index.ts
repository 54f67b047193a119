export * from './password-rules.js';
export * from './passwords.js';
export * from './passwords.module.js';
