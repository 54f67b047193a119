export * from './recent-proof.js';
export * from './session.entity.js';
export * from './session.repository.js';
export * from './device-name.js';
