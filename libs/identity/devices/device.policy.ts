import { definePermissions, defineSubject } from '@throughline/platform/access';

/** Belongs to its person. */
export const deviceSubject = defineSubject({ name: 'device', table: 'registered_device', label: 'device', columns: { ownerId: 'user_id' } });

export const devicePermissions = definePermissions('device', {
  read: 'See the devices on which staff sign in',
  approve: 'Approve and revoke the devices on which staff sign in',
});
