export * from './reminder.entity.js';
export * from './reminder.policy.js';
export * from './reminder.read.js';
export * from './reminders.module.js';
