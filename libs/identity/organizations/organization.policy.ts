import { definePermissions, defineSubject } from '@throughline/platform/access';

export const organizationSubject = defineSubject({ name: 'organization', table: 'organization', label: 'organization', columns: {} });

export const organizationPermissions = definePermissions('organization', {
  read: 'See the organization\'s settings',
  update: 'Change the organization\'s settings',
});
