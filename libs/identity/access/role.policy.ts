import { definePermissions, defineSubject } from '@throughline/platform/access';

export const roleSubject = defineSubject({ name: 'role', table: 'role', label: 'role', columns: {} });

export const rolePermissions = definePermissions('role', {
  read: 'See roles and who holds them',
});
