export * from './actor.js';
export * from './app-error.js';
export * from './clock.js';
export * from './ids.js';
export * from './money.js';
export * from './workflow.js';
export * from './normalize.js';
export * from './mail-providers.js';
