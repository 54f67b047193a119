export * from './ticket-settings.policy.js';
export * from './ticket-settings.service.js';
