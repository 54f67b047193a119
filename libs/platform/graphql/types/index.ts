export * from './allowed-move.object.js';
export * from './connection.js';
export * from './money.object.js';
export * from './mutation-payload.js';
export * from './page.args.js';
export * from './user-error.object.js';
