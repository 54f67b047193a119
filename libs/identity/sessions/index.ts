export * from './recent-proof.js';
export * from './session.entity.js';
export * from './session.repository.js';
export * from './device-name.js';
export { recordRevoked, type SessionFacts } from './session-list.service.js';
export * from './session.policy.js';
export * from './sessions.module.js';
