export * from './known-networks.js';
export * from './network-list.js';
export * from './risk.js';
export * from './risk.module.js';
