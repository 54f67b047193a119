export { EnrolmentObject } from './api/second-factor.object.js';
export * from './recovery-codes.js';
export * from './second-factor.entity.js';
export * from './second-factor.events.js';
export * from './second-factor.module.js';
export * from './second-factor.policy.js';
export * from './second-factors.js';
export * from './totp.js';
