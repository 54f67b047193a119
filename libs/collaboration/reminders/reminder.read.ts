import { booleanFilter, dateTimeFilter, defineRead, idFilter, type ReadModel, resolvedElsewhere, textFilter } from '@throughline/platform/read';
import { ReminderObject } from './api/reminder.object.js';
import { reminderSubject } from './reminder.policy.js';

export const reminderRead: ReadModel<ReminderObject> = defineRead({
  name: 'Reminder',
  object: () => ReminderObject,
  subject: reminderSubject,
  fields: { recordName: resolvedElsewhere('subject', 'record_id') },
  filters: {
    subject: textFilter(), recordId: idFilter(), dueAt: dateTimeFilter(),
    fired: booleanFilter({ sql: (t) => `(${t}.fired_at IS NOT NULL)`, columns: ['fired_at'] }), done: booleanFilter({ sql: (t) => `(${t}.done_at IS NOT NULL)`, columns: ['done_at'] }),
  },
  sorts: { dueAt: 'timestamptz!' },
  defaultSort: [{ field: 'dueAt', direction: 'ASC' }],
});
