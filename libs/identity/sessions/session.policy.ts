import { definePermissions, defineSubject } from '@throughline/platform/access';

/** Belongs to its person; everybody sees and ends their own without a permission. */
export const sessionSubject = defineSubject({ name: 'session', table: 'session', label: 'session', columns: { ownerId: 'user_id' } });

export const sessionPermissions = definePermissions('session', {
  read: 'See on which devices other people are signed in',
  end: 'End other people\'s sessions',
});
