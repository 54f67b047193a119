import { booleanFilter, computed, defineRead, embedded, idFilter, listFilter, many, one, type ReadModel, textFilter } from '@throughline/platform/read';
import { RoleGrantObject } from './api/grant-line.object.js';
import { RoleObject } from './api/role.object.js';
import { roleSubject } from './role.policy.js';

/** What a role grants is seen with the role. */
export const roleGrantRead: ReadModel<RoleGrantObject> = defineRead({
  name: 'RoleGrant',
  object: () => RoleGrantObject,
  table: 'role_grant',
  fields: { conditions: embedded('conditions') },
  sorts: { permission: 'text!', id: 'uuid!' },
  defaultSort: [{ field: 'permission', direction: 'ASC' }, { field: 'id', direction: 'ASC' }],
});

export const roleRead: ReadModel<RoleObject> = defineRead({
  name: 'Role',
  object: () => RoleObject,
  subject: roleSubject,
  fields: {
    parent: one(() => roleRead, { local: 'parent_id' }),
    grants: many(() => roleGrantRead, { foreign: 'role_id', limit: 2_000 }),
    holders: computed('INTEGER', ['id'], (t) => `(SELECT count(DISTINCT ur.user_id)::int FROM user_role ur WHERE ur.organization_id = ${t}.organization_id AND ur.role_id = ${t}.id)`),
  },
  filters: { id: idFilter(), key: textFilter(), name: textFilter(), builtin: booleanFilter(), tiers: listFilter() },
  sorts: { name: 'text!' },
  defaultSort: [{ field: 'name', direction: 'ASC' }],
});
