export * from './front-door.js';
export * from './http.module.js';
export * from './network-place.js';
export * from './request-facts.js';
export * from './security-headers.js';
