export * from './pick-list.js';
export * from './pick-list-item.entity.js';
export * from './pick-list.policy.js';
export * from './pick-list.read.js';
export * from './pick-list.service.js';
export * from './pick-lists.module.js';
export * from './api/pick-list.object.js';
