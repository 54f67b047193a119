export * from './hand-overs.module.js';
export * from './line.js';
