export * from './boot-api.js';
export * from './session.js';
export * from './four-callers.js';
export * from './two-organizations.js';
