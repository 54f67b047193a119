export * from './known-device.entity.js';
export * from './known-devices.js';
