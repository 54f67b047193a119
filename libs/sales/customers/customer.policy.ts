import { definePermissions, defineSubject } from '@throughline/platform/access';
import type { AccessColumns } from '@throughline/platform/database';

/** A customer is its own customer, so that CUSTOMER scope reaches exactly the client's own record. */
export const customerSubject = defineSubject({
  name: 'customer',
  table: 'customer',
  label: 'customer',
  columns: { departmentId: 'department_id', ownerId: 'owner_id', customerId: 'id' },
});

export const customerPermissions = definePermissions('customer', {
  read: 'See customers',
  create: 'Create customers',
  update: 'Change customers, their owner and life cycle',
});

export const contactSubject = defineSubject({
  name: 'contact',
  table: 'contact',
  label: 'contact',
  columns: { departmentId: 'department_id', ownerId: 'owner_id', customerId: 'customer_id' },
});

export const contactPermissions = definePermissions('contact', {
  read: 'See the contacts of customers',
  create: 'Create contacts',
  update: 'Change contacts and choose the primary one',
});

export function customerAccess(customer: { id: string; ownerId: string | null; departmentId: string | null }): AccessColumns {
  return { customerId: customer.id, ownerId: customer.ownerId, departmentId: customer.departmentId };
}

export function contactAccess(contact: { customerId: string; ownerId: string | null; departmentId: string | null }): AccessColumns {
  return { customerId: contact.customerId, ownerId: contact.ownerId, departmentId: contact.departmentId };
}
