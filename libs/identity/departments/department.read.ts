import { booleanFilter, computed, defineRead, enumFilter, idFilter, many, one, type ReadModel, textFilter } from '@throughline/platform/read';
import { DepartmentKindEnum, DepartmentObject, TeamObject } from './api/department.object.js';
import { departmentSubject, teamSubject } from './department.policy.js';

export const teamRead: ReadModel<TeamObject> = defineRead({
  name: 'Team',
  object: () => TeamObject,
  subject: teamSubject,
  fields: { department: one(() => departmentRead, { local: 'department_id' }) },
  filters: { name: textFilter(), departmentId: idFilter(), leadId: idFilter() },
  sorts: { name: 'text!', createdAt: 'timestamptz!' },
  defaultSort: [{ field: 'name', direction: 'ASC' }],
});

export const departmentRead: ReadModel<DepartmentObject> = defineRead({
  name: 'Department',
  object: () => DepartmentObject,
  subject: departmentSubject,
  fields: {
    parent: one(() => departmentRead, { local: 'parent_id' }),
    archived: computed('BOOLEAN', ['archived_at'], (t) => `(${t}.archived_at IS NOT NULL)`),
    children: many(() => departmentRead, { foreign: 'parent_id', where: (t) => `${t}.archived_at IS NULL` }),
    teams: many(() => teamRead, { foreign: 'department_id' }),
  },
  filters: {
    kind: enumFilter('DepartmentKind', () => DepartmentKindEnum), name: textFilter(), parentId: idFilter(), managerId: idFilter(),
    archived: booleanFilter({ sql: (t) => `(${t}.archived_at IS NOT NULL)`, columns: ['archived_at'] }),
  },
  sorts: { name: 'text!', createdAt: 'timestamptz!' },
  defaultSort: [{ field: 'name', direction: 'ASC' }],
});
