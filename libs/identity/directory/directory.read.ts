import { pickListItemRead } from '@throughline/identity/pick-lists';
import { userRead, UserStatusEnum } from '@throughline/identity/users';
import { column, computed, dateFilter, defineRead, enumFilter, idFilter, integerFilter, linkFilter, listFilter, many, one, type ReadModel, textFilter } from '@throughline/platform/read';
import { StaffProfileObject, StaffSkillObject } from './api/staff-profile.object.js';
import { TimeOffObject, TimeOffStatusEnum } from './api/time-off.object.js';
import { staffProfileSubject, timeOffSubject } from './directory.policy.js';

export const staffSkillRead: ReadModel<StaffSkillObject> = defineRead({
  name: 'StaffSkill',
  object: () => StaffSkillObject,
  table: 'staff_skill',
  fields: { skill: one(() => pickListItemRead, { local: 'skill_id' }) },
  sorts: { level: 'integer!' },
  defaultSort: [{ field: 'level', direction: 'DESC' }],
});

/** The person's account; a profile is no record without it. */
const account = (t: string, value: string): string => `(SELECT ${value} FROM user_account u WHERE u.organization_id = ${t}.organization_id AND u.id = ${t}.id)`;
const approved = (t: string): string => `time_off o WHERE o.organization_id = ${t}.organization_id AND o.user_id = ${t}.id AND o.status = 'APPROVED'`;
const today = (t: string): string => `(now() AT TIME ZONE (SELECT z.time_zone FROM organization z WHERE z.id = ${t}.organization_id))::date`;

export const staffProfileRead: ReadModel<StaffProfileObject> = defineRead({
  name: 'StaffProfile',
  object: () => StaffProfileObject,
  subject: staffProfileSubject,
  fields: {
    user: one(() => userRead, { local: 'id' }),
    initials: computed('TEXT', [], (t) => account(t, `upper(left(u.name, 1) || CASE WHEN u.name LIKE '% %' THEN left(regexp_replace(u.name, '^.* ', ''), 1) ELSE '' END)`)),
    skills: many(() => staffSkillRead, { foreign: 'user_id' }),
    awayUntil: computed('DATE', [], (t) => `(SELECT max(o.ends_on) FROM ${approved(t)} AND ${today(t)} BETWEEN o.starts_on AND o.ends_on)`),
    timeOff: many(() => timeOffRead, { foreign: 'user_id', limit: 50 }),
  },
  filters: {
    id: idFilter(),
    name: textFilter({ sql: (t) => account(t, 'u.name'), columns: [] }),
    status: enumFilter('UserStatus', () => UserStatusEnum, { sql: (t) => account(t, 'u.status'), columns: [] }),
    departmentId: linkFilter({ table: 'user_department', near: 'user_id', value: 'department_id' }),
    skillId: linkFilter({ table: 'staff_skill', near: 'user_id', value: 'skill_id' }),
    weeklyMinutes: integerFilter(),
    awayOn: listFilter({ sql: (t) => `ARRAY(SELECT g.day::date::text FROM ${approved(t).replace(' WHERE', " CROSS JOIN LATERAL generate_series(o.starts_on::timestamp, o.ends_on::timestamp, interval '1 day') g(day) WHERE")})`, columns: [] }),
  },
  sorts: { name: { type: 'text', sql: (t: string) => account(t, 'u.name'), columns: [], nullable: true }, weeklyMinutes: 'integer!', updatedAt: 'timestamptz!' },
  defaultSort: [{ field: 'name', direction: 'ASC' }],
});

export const timeOffRead: ReadModel<TimeOffObject> = defineRead({
  name: 'TimeOff',
  object: () => TimeOffObject,
  subject: timeOffSubject,
  fields: {
    user: one(() => userRead, { local: 'user_id' }),
    from: column('starts_on'),
    to: column('ends_on'),
    kind: one(() => pickListItemRead, { local: 'kind_id' }),
    decidedBy: one(() => userRead, { local: 'decided_by' }),
  },
  filters: {
    userId: idFilter(), departmentId: idFilter(), kindId: idFilter(), status: enumFilter('TimeOffStatus', () => TimeOffStatusEnum),
    from: dateFilter({ column: 'starts_on' }), to: dateFilter({ column: 'ends_on' }),
  },
  sorts: { from: { type: 'date', column: 'starts_on', nullable: false }, createdAt: 'timestamptz!' },
  defaultSort: [{ field: 'from', direction: 'DESC' }],
});
