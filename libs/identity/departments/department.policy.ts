import { definePermissions, defineSubject } from '@throughline/platform/access';

/** A department's own id is its department: DEPARTMENT scope reaches one's own and those below. */
export const departmentSubject = defineSubject({
  name: 'department',
  table: 'department',
  label: 'department',
  columns: { departmentId: 'id' },
});

export const departmentPermissions = definePermissions('department', {
  read: 'See departments and teams',
  create: 'Create departments',
  update: 'Rename, move and staff departments',
});
