import { definePermissions, defineSubject } from '@throughline/platform/access';

/** A person is their own record's owner: OWN scope is oneself; CUSTOMER scope is one's colleagues at the customer. */
export const userSubject = defineSubject({
  name: 'user',
  table: 'user_account',
  label: 'person',
  columns: { ownerId: 'id', customerId: 'customer_id' },
});

export const userPermissions = definePermissions('user', {
  read: 'See people, their departments and roles',
  create: 'Create and invite people',
  update: 'Change a person\'s facts and departments',
  deactivate: 'Deactivate people; their sessions end at once, their open records go to others',
  reactivate: 'Let people in again who were deactivated',
  assignRoles: 'Give people roles and take them away',
});
