export * from './boot-api.js';
export * from './session.js';
