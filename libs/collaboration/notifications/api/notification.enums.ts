import { registerEnumType } from '@nestjs/graphql';
import type { DeliveryStatus } from '../deliveries/delivery.entity.js';
import type { Digest } from '../preferences/preference.entity.js';
import type { NotificationChannel, NotificationKind } from '../notification.kinds.js';

export const NotificationKindEnum = {
  ASSIGNMENT: 'ASSIGNMENT', MENTION: 'MENTION', MESSAGE: 'MESSAGE', STATUS: 'STATUS', MILESTONE: 'MILESTONE', APPROVAL: 'APPROVAL',
  CLIENT_UPDATE: 'CLIENT_UPDATE', SLA: 'SLA', SECURITY: 'SECURITY', MAINTENANCE: 'MAINTENANCE', REMINDER: 'REMINDER', HAND_OFF: 'HAND_OFF',
} as const satisfies { [Kind in NotificationKind]: Kind };
registerEnumType(NotificationKindEnum, {
  name: 'NotificationKind',
  description: 'What a notification is about.',
  valuesMap: {
    ASSIGNMENT: { description: 'Work was given to you.' },
    MENTION: { description: 'Somebody named you in a message.' },
    MESSAGE: { description: 'A message in a channel that you follow.' },
    STATUS: { description: 'The state of something of yours changed.' },
    MILESTONE: { description: 'A milestone was reached, moved or is due.' },
    APPROVAL: { description: 'Somebody waits for your decision, or decided about something of yours.' },
    CLIENT_UPDATE: { description: 'News for the client.' },
    SLA: { description: 'A promised time is over.' },
    SECURITY: { description: 'Something happened to your account.' },
    MAINTENANCE: { description: 'The product will be worked on.' },
    REMINDER: { description: 'What you wanted to be reminded of, or what is due.' },
    HAND_OFF: { description: 'The ball came to you or came back.' },
  },
});

export const NotificationChannelEnum = { IN_APP: 'IN_APP', EMAIL: 'EMAIL', PUSH: 'PUSH', SMS: 'SMS', SLACK: 'SLACK', TEAMS: 'TEAMS' } as const satisfies { [Channel in NotificationChannel]: Channel };
registerEnumType(NotificationChannelEnum, {
  name: 'NotificationChannel',
  description: 'A way in which notifications reach a person.',
  valuesMap: {
    IN_APP: { description: 'The bell and the inbox.' },
    EMAIL: { description: 'By mail, at once or collected.' },
    PUSH: { description: 'The person\'s browsers.' },
    SMS: { description: 'A text message to their phone.' },
    SLACK: { description: 'A Slack webhook of their own.' },
    TEAMS: { description: 'A Teams webhook of their own.' },
  },
});

export const NotificationStateEnum = { INBOX: 'INBOX', UNREAD: 'UNREAD', SNOOZED: 'SNOOZED', DONE: 'DONE' } as const;
export type NotificationState = keyof typeof NotificationStateEnum;
registerEnumType(NotificationStateEnum, {
  name: 'NotificationState',
  description: 'Where a notification lies.',
  valuesMap: {
    INBOX: { description: 'Open: read or not.' },
    UNREAD: { description: 'Open and not read.' },
    SNOOZED: { description: 'Put away until later.' },
    DONE: { description: 'Settled.' },
  },
});

export const NotificationDigestEnum = { OFF: 'OFF', HOURLY: 'HOURLY', DAILY: 'DAILY' } as const satisfies { [D in Digest]: D };
registerEnumType(NotificationDigestEnum, {
  name: 'NotificationDigest',
  description: 'Whether mails are collected.',
  valuesMap: { OFF: { description: 'A mail for each.' }, HOURLY: { description: 'One mail an hour.' }, DAILY: { description: 'One mail a day.' } },
});

export const NotificationDeliveryStatusEnum = { WAITING: 'WAITING', SENT: 'SENT', FAILED: 'FAILED', SKIPPED: 'SKIPPED' } as const satisfies { [S in DeliveryStatus]: S };
registerEnumType(NotificationDeliveryStatusEnum, {
  name: 'NotificationDeliveryStatus',
  description: 'What became of a delivery.',
  valuesMap: {
    WAITING: { description: 'Not sent yet, or to be tried again.' },
    SENT: { description: 'The other side took it.' },
    FAILED: { description: 'Given up; somebody may try again.' },
    SKIPPED: { description: 'Not needed any more: read in the meantime, or not visible any more.' },
  },
});
