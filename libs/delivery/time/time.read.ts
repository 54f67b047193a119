import { taskRead } from '@throughline/delivery/tasks';
import { userRead } from '@throughline/identity/users';
import { booleanFilter, connection, dateFilter, defineRead, extendRead, idFilter, one, type ReadModel } from '@throughline/platform/read';
import { TimeEntryObject } from './api/time.object.js';
import { timeEntrySubject } from './time.policy.js';

export const timeEntryRead: ReadModel<TimeEntryObject> = defineRead({
  name: 'TimeEntry',
  object: () => TimeEntryObject,
  subject: timeEntrySubject,
  fields: { task: one(() => taskRead, { local: 'task_id' }), user: one(() => userRead, { local: 'user_id' }) },
  filters: { taskId: idFilter(), userId: idFilter(), customerId: idFilter(), departmentId: idFilter(), workedOn: dateFilter(), billable: booleanFilter() },
  sorts: { workedOn: 'date!', createdAt: 'timestamptz!', minutes: 'integer!' },
  defaultSort: [{ field: 'workedOn', direction: 'DESC' }],
});

extendRead(taskRead, { timeEntries: connection(() => timeEntryRead, { foreign: 'task_id' }) });
