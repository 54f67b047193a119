import { departmentRead } from '@throughline/identity/departments';
import { userRead } from '@throughline/identity/users';
import { booleanFilter, computed, dateTimeFilter, defineRead, enumFilter, idFilter, many, one, type ReadModel, resolvedElsewhere, textFilter } from '@throughline/platform/read';
import { HandOffItemObject, HandOffObject, HandOffStatusEnum } from './api/hand-off.object.js';
import { handOffSubject } from './hand-off.policy.js';

export const handOffItemRead: ReadModel<HandOffItemObject> = defineRead({
  name: 'HandOffItem',
  object: () => HandOffItemObject,
  table: 'hand_off_item',
  fields: { doneBy: one(() => userRead, { local: 'done_by' }) },
  sorts: { position: 'integer!' },
  defaultSort: [{ field: 'position', direction: 'ASC' }],
});

const overdue = (t: string): string => `(${t}.overdue_at IS NOT NULL AND ${t}.status = 'OFFERED')`;

export const handOffRead: ReadModel<HandOffObject> = defineRead({
  name: 'HandOff',
  object: () => HandOffObject,
  subject: handOffSubject,
  fields: {
    recordName: resolvedElsewhere('subject', 'record_id'),
    offeredAt: computed('DATE_TIME', ['created_at'], (t) => `${t}.created_at`),
    since: computed('DATE_TIME', ['answered_at', 'created_at'], (t) => `coalesce(${t}.answered_at, ${t}.created_at)`),
    overdue: computed('BOOLEAN', ['overdue_at', 'status'], overdue),
    fromDepartment: one(() => departmentRead, { local: 'from_department_id' }),
    toDepartment: one(() => departmentRead, { local: 'to_department_id' }),
    holderDepartment: one(() => departmentRead, { local: 'holder_department_id' }),
    fromUser: one(() => userRead, { local: 'from_user_id' }),
    toUser: one(() => userRead, { local: 'to_user_id' }),
    holder: one(() => userRead, { local: 'holder_user_id' }),
    answeredBy: one(() => userRead, { local: 'answered_by' }),
    items: many(() => handOffItemRead, { foreign: 'hand_off_id' }),
  },
  filters: {
    subject: textFilter(), recordId: idFilter(), status: enumFilter('HandOffStatus', () => HandOffStatusEnum), current: booleanFilter(),
    fromDepartmentId: idFilter(), toDepartmentId: idFilter(), toUserId: idFilter(), holderDepartmentId: idFilter(), holderId: idFilter({ column: 'holder_user_id' }),
    overdue: booleanFilter({ sql: overdue, columns: ['overdue_at', 'status'] }), dueAt: dateTimeFilter(), createdAt: dateTimeFilter(),
  },
  sorts: { createdAt: 'timestamptz!', dueAt: 'timestamptz' },
  defaultSort: [{ field: 'createdAt', direction: 'DESC' }],
});
