import { definePermissions, defineSubject } from '@throughline/platform/access';

export const timeEntrySubject = defineSubject({
  name: 'timeEntry',
  table: 'time_entry',
  label: 'time entry',
  columns: { ownerId: 'user_id', departmentId: 'department_id', teamId: 'team_id' },
});

export const timeEntryPermissions = definePermissions('timeEntry', {
  read: 'See time entries',
  create: 'Log time',
  update: 'Correct and delete time entries',
});
