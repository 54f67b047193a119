import { definePermissions, defineSubject } from '@throughline/platform/access';

/** What colleagues did; which of it somebody is told, the rules of the records decide. */
export const teamActivitySubject = defineSubject({ name: 'teamActivity', table: 'event', label: 'activity', columns: {} });

export const teamActivityPermissions = definePermissions('teamActivity', {
  read: 'See what colleagues did on the records one sees',
});
