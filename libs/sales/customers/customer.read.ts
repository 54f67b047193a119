import { departmentRead } from '@throughline/identity/departments';
import { userRead } from '@throughline/identity/users';
import {
  booleanFilter, connection, dateTimeFilter, defineRead, enumFilter, idFilter, listFilter, money, one, type ReadModel, textFilter,
} from '@throughline/platform/read';
import { ContactObject } from './api/contact.object.js';
import { CustomerKindEnum, LifeCycleEnum } from './api/customer.enums.js';
import { CustomerObject } from './api/customer.object.js';
import { contactSubject, customerSubject } from './customer.policy.js';

export const customerRead: ReadModel<CustomerObject> = defineRead({
  name: 'Customer',
  object: () => CustomerObject,
  subject: customerSubject,
  fields: {
    annualRevenue: money('annual_revenue_minor'),
    parent: one(() => customerRead, { local: 'parent_id' }),
    owner: one(() => userRead, { local: 'owner_id' }),
    department: one(() => departmentRead, { local: 'department_id' }),
    contacts: connection(() => contactRead, { foreign: 'customer_id' }),
    subsidiaries: connection(() => customerRead, { foreign: 'parent_id', order: [{ field: 'name', direction: 'ASC' }] }),
  },
  filters: {
    id: idFilter(),
    name: textFilter(),
    kind: enumFilter('CustomerKind', () => CustomerKindEnum),
    lifeCycle: enumFilter('CustomerLifeCycle', () => LifeCycleEnum),
    active: booleanFilter(),
    industry: textFilter(),
    source: textFilter(),
    email: textFilter(),
    tags: listFilter(),
    ownerId: idFilter(),
    departmentId: idFilter(),
    parentId: idFilter(),
    externalId: textFilter(),
    createdAt: dateTimeFilter(),
  },
  sorts: { createdAt: 'timestamptz!', updatedAt: 'timestamptz!', name: 'text!', industry: 'text', lifeCycle: 'text!' },
  defaultSort: [{ field: 'createdAt', direction: 'DESC' }],
  search: { column: 'search_text', candidates: 'app.search_customer', fields: ['name', 'industry', 'email', 'phone', 'website'] },
});

export const contactRead: ReadModel<ContactObject> = defineRead({
  name: 'Contact',
  object: () => ContactObject,
  subject: contactSubject,
  fields: { customer: one(() => customerRead, { local: 'customer_id' }) },
  filters: {
    id: idFilter(),
    name: textFilter(),
    email: textFilter(),
    customerId: idFilter(),
    ownerId: idFilter(),
    departmentId: idFilter(),
    isPrimary: booleanFilter(),
    createdAt: dateTimeFilter(),
  },
  sorts: { name: 'text!', createdAt: 'timestamptz!', email: 'text' },
  defaultSort: [{ field: 'name', direction: 'ASC' }],
  search: { column: 'search_text', candidates: 'app.search_contact', fields: ['name', 'title', 'email', 'phone'] },
});
