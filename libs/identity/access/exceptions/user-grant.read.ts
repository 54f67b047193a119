import { defineRead, embedded, type ReadModel } from '@throughline/platform/read';
import { UserGrantObject } from '../api/user-grant.object.js';
import { userGrantSubject } from '../role.policy.js';

/** Exceptions are seen with the person who has them. */
export const userGrantRead: ReadModel<UserGrantObject> = defineRead({
  name: 'UserGrant',
  object: () => UserGrantObject,
  subject: userGrantSubject,
  fields: { conditions: embedded('conditions') },
  sorts: { createdAt: 'timestamptz!' },
  defaultSort: [{ field: 'createdAt', direction: 'DESC' }],
});
