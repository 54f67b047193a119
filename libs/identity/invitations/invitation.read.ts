import { userRead } from '@throughline/identity/users';
import { computed, extendRead } from '@throughline/platform/read';

/** Until when the link of somebody's invitation works: for the list of people. */
extendRead(userRead, {
  invitationExpiresAt: computed('DATE_TIME', ['id'], (user) =>
    `(SELECT max(l.expires_at) FROM one_time_link l WHERE l.organization_id = ${user}.organization_id AND l.user_id = ${user}.id
      AND l.purpose = 'INVITATION' AND l.used_at IS NULL AND l.withdrawn_at IS NULL)`),
});
