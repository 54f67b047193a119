import { booleanFilter, defineRead, listFilter, one, type ReadModel, textFilter } from '@throughline/platform/read';
import { RoleObject } from './api/role.object.js';
import { roleSubject } from './role.policy.js';

export const roleRead: ReadModel<RoleObject> = defineRead({
  name: 'Role',
  object: () => RoleObject,
  subject: roleSubject,
  fields: { parent: one(() => roleRead, { local: 'parent_id' }) },
  filters: { key: textFilter(), name: textFilter(), builtin: booleanFilter(), tiers: listFilter() },
  sorts: { name: 'text!' },
  defaultSort: [{ field: 'name', direction: 'ASC' }],
});
