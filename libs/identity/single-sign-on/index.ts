export * from './sign-in-provider.entity.js';
export * from './sign-in-provider.policy.js';
export * from './sign-in-provider.read.js';
export * from './single-sign-on.module.js';
