export * from './in-words.js';
export * from './mail-content.js';
export * from './mail.module.js';
export * from './mailer.js';
export { outgoingMailPermissions } from './outgoing-mail.policy.js';
