import { userRead } from '@throughline/identity/users';
import { dateTimeFilter, defineRead, enumFilter, idFilter, one, type ReadModel } from '@throughline/platform/read';
import { DeliveryChannelEnum, NotificationDeliveryObject } from '../api/delivery.object.js';
import { NotificationDeliveryStatusEnum, NotificationKindEnum } from '../api/notification.enums.js';
import { notificationDeliverySubject } from '../notification.policy.js';

/** Without what was said: that is the person's alone. */
export const notificationDeliveryRead: ReadModel<NotificationDeliveryObject> = defineRead({
  name: 'NotificationDelivery',
  object: () => NotificationDeliveryObject,
  subject: notificationDeliverySubject,
  fields: { user: one(() => userRead, { local: 'user_id' }) },
  filters: {
    status: enumFilter('NotificationDeliveryStatus', () => NotificationDeliveryStatusEnum), channel: enumFilter('NotificationDeliveryChannel', () => DeliveryChannelEnum),
    kind: enumFilter('NotificationKind', () => NotificationKindEnum), userId: idFilter(), createdAt: dateTimeFilter(),
  },
  sorts: { createdAt: 'timestamptz!' },
  defaultSort: [{ field: 'createdAt', direction: 'DESC' }],
});
