import { definePermissions, defineSubject } from '@throughline/platform/access';
import { defineHeldRecords, heldByPerson } from './held-records.js';

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
  archive: 'Archive departments; what they hold goes to another one',
});

/** A team belongs to its department and to whoever leads it. */
export const teamSubject = defineSubject({
  name: 'team',
  table: 'team',
  label: 'team',
  columns: { departmentId: 'department_id', teamId: 'id', ownerId: 'lead_id' },
});

export const teamPermissions = definePermissions('team', {
  read: 'See teams and who works in them',
  create: 'Create teams',
  update: 'Rename teams and choose their lead and members',
  delete: 'Delete teams',
});

// Who leads and manages is handed over with everything else when somebody leaves.
defineHeldRecords(heldByPerson({ kind: 'TEAMS', label: 'teams led', subject: 'team', table: 'team', field: 'leadId', where: 'true', access: ['departmentId', 'leadId'] }));
defineHeldRecords(heldByPerson({ kind: 'DEPARTMENTS', label: 'departments managed', subject: 'department', table: 'department', field: 'managerId', where: 'archived_at IS NULL', access: [] }));
