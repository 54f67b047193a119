export * from './boot-api.js';
