import { definePermissions, defineSubject } from '@throughline/platform/access';

export const categorySubject = defineSubject({ name: 'serviceCategory', table: 'service_category', label: 'service category', columns: {} });

export const categoryPermissions = definePermissions('serviceCategory', {
  read: 'See service categories and their checklists',
  update: 'Change service categories and their checklists',
});
