export * from './actors.js';
export * from './database.js';
export * from './organization.js';
export * from './redis.js';
export * from './second-factor.js';
export * from './until.js';
