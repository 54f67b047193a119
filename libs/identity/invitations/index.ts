export * from './first-admin.service.js';
export * from './invitations.module.js';
