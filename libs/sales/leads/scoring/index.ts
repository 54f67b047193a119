export * from './lead-facts.js';
export * from './scoring.js';
export * from './scoring.defaults.js';
