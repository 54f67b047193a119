import { definePermissions, defineSubject } from '@throughline/platform/access';

export const roleSubject = defineSubject({ name: 'role', table: 'role', label: 'role', columns: {}, madeOf: ['user'] });

/** Exceptions say why somebody got them: they are not for everybody who may see the person. */
export const userGrantSubject = defineSubject({ name: 'userGrant', table: 'user_grant', label: 'exception', columns: { ownerId: 'user_id' } });
export const userGrantPermissions = definePermissions('userGrant', { read: 'See the exceptions of people from their roles' });

export const rolePermissions = definePermissions('role', {
  read: 'See roles and who holds them',
  create: 'Create roles, also as copies of others',
  update: 'Rename roles, change who may hold them and what they inherit',
  delete: 'Remove roles that the organization made',
  grant: 'Change what roles allow, deny, hide and mask',
  except: 'Give single people exceptions from their roles, for a time',
  explain: 'See what anybody may do and why',
  viewAs: 'Look at the product as somebody else or as a role sees it, reading only',
});
