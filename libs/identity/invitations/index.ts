export * from './invitations.module.js';
