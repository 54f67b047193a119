import { acceptsFiles } from '@throughline/common/files';
import { defineTagged } from '@throughline/common/tags';
import { definePickList, pickListPermissions } from '@throughline/identity/pick-lists';
import { definePermissions, defineSubject } from '@throughline/platform/access';
import type { AccessColumns } from '@throughline/platform/database';

/** A customer is its own customer, so that CUSTOMER scope reaches exactly the client's own record. */
export const customerSubject = defineSubject({
  name: 'customer',
  table: 'customer',
  label: 'customer',
  columns: { departmentId: 'department_id', ownerId: 'owner_id', customerId: 'id' },
  maskable: { email: { mask: 'EMAIL' }, phone: { mask: 'LAST_FOUR' } },
});

export const customerPermissions = definePermissions('customer', {
  read: 'See customers',
  create: 'Create customers',
  update: 'Change customers, their owner and life cycle',
  unmask: 'See masked values of customers; each use is recorded',
});

acceptsFiles('customer', customerPermissions.update);

defineTagged(customerSubject, 'customers');

definePickList({ key: 'INDUSTRY', label: 'Industries', usedFor: 'Industry of customers', update: pickListPermissions.updateSales });

export const contactSubject = defineSubject({
  name: 'contact',
  table: 'contact',
  label: 'contact',
  columns: { departmentId: 'department_id', ownerId: 'owner_id', customerId: 'customer_id' },
  accessFrom: ['customer'],
  maskable: { email: { mask: 'EMAIL' }, phone: { mask: 'LAST_FOUR' } },
});

export const contactPermissions = definePermissions('contact', {
  read: 'See the contacts of customers',
  create: 'Create contacts',
  update: 'Change contacts and choose the primary one',
  unmask: 'See masked values of contacts; each use is recorded',
});

export function customerAccess(customer: { id: string; ownerId: string | null; departmentId: string | null }): AccessColumns {
  return { customerId: customer.id, ownerId: customer.ownerId, departmentId: customer.departmentId };
}

export function contactAccess(contact: { customerId: string; ownerId: string | null; departmentId: string | null }): AccessColumns {
  return { customerId: contact.customerId, ownerId: contact.ownerId, departmentId: contact.departmentId };
}
