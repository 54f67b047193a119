export * from './ability-sql.js';
export * from './authenticator.js';
export * from './authorize.js';
export * from './decorators.js';
export * from './grant.js';
export * from './move-offers.js';
export * from './permission.js';
export * from './subject.js';
