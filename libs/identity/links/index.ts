export * from './account-events.js';
export * from './even-answers.js';
export * from './link-address.js';
export * from './links.module.js';
export * from './one-time-links.js';
export * from './request-throttle.js';
