import { departmentRead } from '@throughline/identity/departments';
import { userRead } from '@throughline/identity/users';
import { booleanFilter, defineRead, derived, one, type ReadModel, textFilter } from '@throughline/platform/read';
import { LeadFormObject } from '../api/lead-form.object.js';
import { leadFormSubject } from '../lead.policy.js';

export const leadFormRead: ReadModel<LeadFormObject> = defineRead({
  name: 'LeadForm',
  object: () => LeadFormObject,
  subject: leadFormSubject,
  fields: {
    fields: derived(['fields'], (row) => row['fields'] ?? []),
    services: derived(['services'], (row) => row['services'] ?? []),
    department: one(() => departmentRead, { local: 'department_id' }),
    owner: one(() => userRead, { local: 'owner_id' }),
  },
  filters: { slug: textFilter(), title: textFilter(), active: booleanFilter() },
  sorts: { title: 'text!', createdAt: 'timestamptz!' },
  defaultSort: [{ field: 'title', direction: 'ASC' }],
});
