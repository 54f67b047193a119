export * from './hand-off.entity.js';
export * from './hand-off.policy.js';
export * from './hand-off.read.js';
export * from './hand-off.repository.js';
export * from './hand-off.service.js';
export * from './hand-offs.module.js';
export * from './api/hand-off.object.js';
