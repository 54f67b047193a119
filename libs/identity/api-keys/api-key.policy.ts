import { definePermissions, defineSubject } from '@throughline/platform/access';

/** A key belongs to whoever made it. */
export const apiKeySubject = defineSubject({ name: 'apiKey', table: 'api_key', label: 'API key', columns: { ownerId: 'created_by_id' } });

export const apiKeyPermissions = definePermissions('apiKey', {
  read: 'See the keys of programs, what they may do and when they were used',
  create: 'Make keys for programs, with no more than one may do oneself',
  rotate: 'Replace the secret of a key',
  revoke: 'End a key at once',
});
