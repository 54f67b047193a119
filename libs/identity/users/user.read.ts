import { roleRead, userGrantRead, UserTierEnum } from '@throughline/identity/access';
import { departmentRead, teamRead } from '@throughline/identity/departments';
import { dateTimeFilter, defineRead, enumFilter, extendRead, idFilter, linkFilter, many, one, type ReadModel, textFilter } from '@throughline/platform/read';
import { UserObject, UserRoleObject, UserStatusEnum } from './api/user.object.js';
import { userSubject } from './user.policy.js';

/** What somebody holds is seen with the person. */
export const userRoleRead: ReadModel<UserRoleObject> = defineRead({
  name: 'UserRole',
  object: () => UserRoleObject,
  table: 'user_role',
  fields: { role: one(() => roleRead, { local: 'role_id' }), department: one(() => departmentRead, { local: 'department_id' }) },
  sorts: { id: 'uuid!' },
  defaultSort: [{ field: 'id', direction: 'ASC' }],
});

export const userRead: ReadModel<UserObject> = defineRead({
  name: 'User',
  object: () => UserObject,
  subject: userSubject,
  fields: {
    departments: many(() => departmentRead, { through: { table: 'user_department', near: 'user_id', far: 'department_id' } }),
    teams: many(() => teamRead, { through: { table: 'team_member', near: 'user_id', far: 'team_id' } }),
    roles: many(() => userRoleRead, { foreign: 'user_id' }),
    exceptions: many(() => userGrantRead, { foreign: 'user_id' }),
  },
  filters: {
    id: idFilter(),
    name: textFilter(),
    email: textFilter(),
    tier: enumFilter('UserTier', () => UserTierEnum),
    status: enumFilter('UserStatus', () => UserStatusEnum),
    customerId: idFilter(),
    departmentId: linkFilter({ table: 'user_department', near: 'user_id', value: 'department_id' }),
    teamId: linkFilter({ table: 'team_member', near: 'user_id', value: 'team_id' }),
    roleId: linkFilter({ table: 'user_role', near: 'user_id', value: 'role_id' }),
    lastSignInAt: dateTimeFilter(),
  },
  sorts: { name: 'text!', email: 'text!', createdAt: 'timestamptz!', lastSignInAt: 'timestamptz' },
  defaultSort: [{ field: 'name', direction: 'ASC' }],
  search: { column: 'search_text', candidates: 'app.search_user_account', fields: ['name', 'email', 'title'] },
});

extendRead(departmentRead, {
  manager: one(() => userRead, { local: 'manager_id' }),
  members: many(() => userRead, { through: { table: 'user_department', near: 'department_id', far: 'user_id' } }),
});
extendRead(teamRead, {
  lead: one(() => userRead, { local: 'lead_id' }),
  members: many(() => userRead, { through: { table: 'team_member', near: 'team_id', far: 'user_id' } }),
});
