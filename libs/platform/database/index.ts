export * from './commit-signal.js';
export * from './database-urls.js';
export * from './event-input.js';
export * from './snake-naming.strategy.js';
export * from './tenant-table.js';
export * from './unit-of-work.js';
export * from './work.js';
export * from './versioned-update.js';
