export { DeviceProofInput } from './api/device.object.js';
export * from './device-proof.js';
export * from './device.policy.js';
export * from './devices.module.js';
export * from './known-device.entity.js';
export * from './known-devices.js';
export * from './registered-device.entity.js';
export * from './registered-devices.js';
