import { acceptsFiles } from '@throughline/common/files';
import { defineTagged } from '@throughline/common/tags';
import { definePermissions, defineSubject } from '@throughline/platform/access';

export const ticketSubject = defineSubject({
  name: 'ticket',
  table: 'ticket',
  label: 'ticket',
  columns: { departmentId: 'department_id', ownerId: 'owner_id', customerId: 'customer_id', state: 'status' },
});

export const ticketPermissions = definePermissions('ticket', {
  read: 'See tickets',
  open: 'Open an onboarding ticket from a won deal',
  create: 'Open tickets for what customers ask and complain about',
  update: 'Change a ticket\'s title, description and priority',
  validate: 'Check an onboarding ticket\'s information and release it, or send it back',
  assign: 'Assign tickets to an agent',
  work: 'Start, pause and resolve tickets',
  requirement: 'Collect and verify a ticket\'s requirements',
  scope: 'Fix the scope and turn the ticket into a draft project',
});

// By default clients see no tickets; an organization may give them theirs.
acceptsFiles('ticket', ticketPermissions.work, { fromClients: true });

defineTagged(ticketSubject, 'tickets');
