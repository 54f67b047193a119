import { definePickList, pickListPermissions } from '@throughline/identity/pick-lists';
import { definePermissions, defineSubject } from '@throughline/platform/access';

/** A profile has its person's id, so that OWN scope is one's own. */
export const staffProfileSubject = defineSubject({ name: 'staffProfile', table: 'staff_profile', label: 'profile', columns: { ownerId: 'id' }, madeOf: ['user', 'timeOff'] });

export const staffProfilePermissions = definePermissions('staffProfile', {
  read: 'See the directory: profiles, skills, capacity and who is away',
  update: 'Change profiles and skills',
  plan: 'Change how much and on which days somebody works',
});

/** Why somebody is away concerns them, HR and whoever manages the department that they belonged to when they asked. */
export const timeOffSubject = defineSubject({ name: 'timeOff', table: 'time_off', label: 'time off', columns: { ownerId: 'user_id', departmentId: 'department_id' } });

export const timeOffPermissions = definePermissions('timeOff', {
  read: 'See time off with its kind and reasons',
  request: 'Ask for time off and take that back',
  decide: 'Approve and decline time off',
});

export const skillList = definePickList({ key: 'SKILL', label: 'Skills', usedFor: 'Skills of people who work here', update: pickListPermissions.updatePeople });
export const timeOffKindList = definePickList({ key: 'TIME_OFF_KIND', label: 'Kinds of time off', usedFor: 'Requests for time off', update: pickListPermissions.updatePeople });
