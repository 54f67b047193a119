import { definePermissions, defineSubject } from '@throughline/platform/access';

/** Belongs to its person. */
export const secondFactorSubject = defineSubject({ name: 'secondFactor', table: 'second_factor', label: 'second factor', columns: { ownerId: 'user_id' } });

export const secondFactorPermissions = definePermissions('secondFactor', {
  read: 'See whether other people have a second factor',
  reset: 'Take a lost authenticator away from somebody, who then sets up a new one',
});
