import { definePermissions, defineSubject } from '@throughline/platform/access';

/** A department's figures reach as far as the department: DEPARTMENT scope is one's own and those below. */
export const departmentPerformanceSubject = defineSubject({ name: 'departmentPerformance', table: 'department', label: 'department', columns: { departmentId: 'id' } });

export const departmentPerformancePermissions = definePermissions('departmentPerformance', {
  read: 'See how departments perform: throughput, on-time share, load',
});
