import { userRead } from '@throughline/identity/users';
import { booleanFilter, computed, dateTimeFilter, defineFigures, defineRead, enumFilter, idFilter, one, type ReadModel, textFilter } from '@throughline/platform/read';
import { NotificationKindEnum, NotificationStateEnum } from './api/notification.enums.js';
import { NotificationObject } from './api/notification.object.js';
import { notificationSubject } from './notification.policy.js';

const unread = (t: string): string => `(${t}.read_at IS NULL AND ${t}.done_at IS NULL)`;
/** Of an open one that is not read, INBOX is true too: the filter of `state` knows both. */
const state = (t: string): string =>
  `CASE WHEN ${t}.done_at IS NOT NULL THEN 'DONE' WHEN ${t}.snoozed_until IS NOT NULL THEN 'SNOOZED' WHEN ${t}.read_at IS NULL THEN 'UNREAD' ELSE 'INBOX' END`;
const STATE_COLUMNS = ['done_at', 'snoozed_until', 'read_at'];

export const notificationRead: ReadModel<NotificationObject> = defineRead({
  name: 'Notification',
  object: () => NotificationObject,
  subject: notificationSubject,
  fields: {
    actor: one(() => userRead, { local: 'actor_id' }),
    unread: computed('BOOLEAN', ['read_at', 'done_at'], unread),
  },
  filters: {
    state: enumFilter('NotificationState', () => NotificationStateEnum, { sql: state, columns: STATE_COLUMNS }),
    kind: enumFilter('NotificationKind', () => NotificationKindEnum),
    id: idFilter(), inApp: booleanFilter(), urgent: booleanFilter(), subject: textFilter(), recordId: idFilter(), createdAt: dateTimeFilter(),
  },
  sorts: { createdAt: 'timestamptz!' },
  defaultSort: [{ field: 'createdAt', direction: 'DESC' }],
});

/** The numbers of the bell, over what the caller may see now. */
export const notificationFigures = defineFigures({
  name: 'notificationCounts',
  sql: ({ organization, visible }) => {
    const mine = visible(notificationSubject, 'n') ?? 'false';
    return `(SELECT jsonb_build_object(
      'unread', coalesce(sum(k.unread), 0)::int, 'urgent', coalesce(sum(k.urgent), 0)::int, 'snoozed', coalesce(sum(k.snoozed), 0)::int,
      'byKind', coalesce(jsonb_agg(jsonb_build_object('kind', k.kind, 'count', k.unread) ORDER BY k.kind) FILTER (WHERE k.unread > 0), '[]'))
      FROM (SELECT n.kind, count(*) FILTER (WHERE n.read_at IS NULL AND n.snoozed_until IS NULL) AS unread, count(*) FILTER (WHERE n.urgent AND n.snoozed_until IS NULL) AS urgent,
              count(*) FILTER (WHERE n.snoozed_until IS NOT NULL) AS snoozed
            FROM notification n WHERE n.organization_id = ${organization} AND n.done_at IS NULL AND n.in_app AND ${mine} GROUP BY n.kind) k)`;
  },
});
