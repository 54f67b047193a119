import { defineRead, enumFilter, idFilter, many, one, type ReadModel, textFilter } from '@throughline/platform/read';
import { DepartmentKindEnum, DepartmentObject, TeamObject } from './api/department.object.js';
import { departmentSubject } from './department.policy.js';

/** Teams are seen with their department. */
export const teamRead: ReadModel<TeamObject> = defineRead({
  name: 'Team',
  object: () => TeamObject,
  table: 'team',
  fields: { department: one(() => departmentRead, { local: 'department_id' }) },
  sorts: { name: 'text!' },
  defaultSort: [{ field: 'name', direction: 'ASC' }],
});

export const departmentRead: ReadModel<DepartmentObject> = defineRead({
  name: 'Department',
  object: () => DepartmentObject,
  subject: departmentSubject,
  fields: {
    parent: one(() => departmentRead, { local: 'parent_id' }),
    children: many(() => departmentRead, { foreign: 'parent_id' }),
    teams: many(() => teamRead, { foreign: 'department_id' }),
  },
  filters: { kind: enumFilter('DepartmentKind', () => DepartmentKindEnum), name: textFilter(), parentId: idFilter() },
  sorts: { name: 'text!', createdAt: 'timestamptz!' },
  defaultSort: [{ field: 'name', direction: 'ASC' }],
});
