import { defineMoneyRecords } from '@throughline/identity/organizations';
import { definePermissions, defineSubject } from '@throughline/platform/access';

export const quoteSubject = defineSubject({
  name: 'quote',
  table: 'quote',
  label: 'quote',
  columns: { departmentId: 'department_id', ownerId: 'owner_id', customerId: 'customer_id', sharedWithClient: 'shared_with_client', state: 'status', amountMinor: 'total_minor', currency: 'currency' },
});

defineMoneyRecords({ table: 'quote', label: 'quotes', where: 'm.total_minor <> 0' });

export const quotePermissions = definePermissions('quote', {
  read: 'See quotes',
  create: 'Write quotes on a deal',
  update: 'Edit draft quotes',
  send: 'Send quotes to the client and revise sent ones',
  decide: 'Accept or decline a quote as the client',
});
