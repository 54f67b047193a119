import { declaredSubjects, definePermissions, defineSubject } from '@throughline/platform/access';

/** Records that notifications are about. A person who may not see the record any more does not see what was said of it either. */
const ABOUT = ['task', 'taskRequest', 'project', 'milestone', 'ticket', 'lead', 'deal', 'quote', 'customer', 'contact', 'handOff', 'timeOff', 'channel', 'message', 'file'] as const;

/** Which of those the loaded features declare. */
export const notifiedSubjects = (): string[] => {
  const known = new Set(declaredSubjects().map(({ name }) => name));
  return ABOUT.filter((name) => known.has(name));
};

/** Belongs to its person alone, whatever anybody is granted. */
export const notificationSubject = defineSubject({
  name: 'notification', table: 'notification', label: 'notification', personal: true,
  columns: { ownerId: 'user_id' },
  follows: { subjectColumn: 'subject', idColumn: 'record_id', subjects: notifiedSubjects },
});

export const notificationPermissions = definePermissions('notification', {
  read: 'See one\'s own notifications',
  settle: 'Mark one\'s own notifications read, done or for later',
  announce: 'Announce maintenance to everybody',
});

/** What became of notifications outside the product: for administrators. */
export const notificationDeliverySubject = defineSubject({ name: 'notificationDelivery', table: 'notification_delivery', label: 'delivery', columns: {} });

export const notificationDeliveryPermissions = definePermissions('notificationDelivery', {
  read: 'See what became of notifications that were sent out, and what failed',
  retry: 'Send a notification again that failed',
});

export const notificationAdapterSubject = defineSubject({ name: 'notificationAdapter', table: 'notification_adapter', label: 'connection', columns: {} });

export const notificationAdapterPermissions = definePermissions('notificationAdapter', {
  read: 'See how the organization is connected to Slack, Teams and SMS',
  update: 'Connect the organization to Slack, Teams and SMS',
});
