import { categoryRead } from '@throughline/delivery/categories';
import { departmentRead } from '@throughline/identity/departments';
import { userRead } from '@throughline/identity/users';
import { moveOffers } from '@throughline/platform/access';
import {
  computed, connection, dateTimeFilter, defineRead, derived, enumFilter, extendRead, idFilter, listFilter, many, one, type ReadModel, textFilter,
} from '@throughline/platform/read';
import { customerRead } from '@throughline/sales/customers';
import { dealRead } from '@throughline/sales/deals';
import { TicketKindEnum, TicketPriorityEnum, TicketStatusEnum } from './api/ticket.enums.js';
import { TicketObject, TicketRequirementObject } from './api/ticket.object.js';
import { ticketSubject } from './ticket.policy.js';
import { ticketAccess } from './ticket.repository.js';
import { TICKET_MOVE_PERMISSIONS } from './ticket.service.js';
import { type TicketStatus, ticketWorkflow } from './ticket.workflow.js';

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);

export const ticketRequirementRead: ReadModel<TicketRequirementObject> = defineRead({
  name: 'TicketRequirement',
  object: () => TicketRequirementObject,
  table: 'ticket_requirement',
  sorts: { position: 'integer!' },
  defaultSort: [{ field: 'position', direction: 'ASC' }],
});

export const ticketRead: ReadModel<TicketObject> = defineRead({
  name: 'Ticket',
  object: () => TicketObject,
  subject: ticketSubject,
  fields: {
    // The same rule as `completeness` in requirements.ts; ticket.read.spec.ts compares the two.
    completenessBasisPoints: computed('INTEGER', [], (t) => `(SELECT CASE WHEN count(*) = 0 THEN 10000
      ELSE floor(count(*) FILTER (WHERE r.status = 'VERIFIED') * 10000.0 / count(*))::int END
      FROM ticket_requirement r WHERE r.organization_id = ${t}.organization_id AND r.ticket_id = ${t}.id AND r.required AND r.status <> 'NOT_NEEDED')`),
    requirements: many(() => ticketRequirementRead, { foreign: 'ticket_id' }),
    category: one(() => categoryRead, { local: 'category_id' }),
    customer: one(() => customerRead, { local: 'customer_id' }),
    deal: one(() => dealRead, { local: 'deal_id' }),
    owner: one(() => userRead, { local: 'owner_id' }),
    openedBy: one(() => userRead, { local: 'opened_by' }),
    validatedBy: one(() => userRead, { local: 'validated_by' }),
    department: one(() => departmentRead, { local: 'department_id' }),
    allowedMoves: derived(['status', 'department_id', 'owner_id', 'customer_id'], (row, actor) => moveOffers(
      actor, ticketAccess({ departmentId: text(row['department_id']), ownerId: text(row['owner_id']), customerId: String(row['customer_id']), status: row['status'] as TicketStatus }),
      ticketWorkflow, row['status'] as TicketStatus, TICKET_MOVE_PERMISSIONS,
    )),
  },
  filters: {
    status: enumFilter('TicketStatus', () => TicketStatusEnum),
    kind: enumFilter('TicketKind', () => TicketKindEnum),
    priority: enumFilter('TicketPriority', () => TicketPriorityEnum),
    number: textFilter(),
    title: textFilter(),
    tags: listFilter(),
    ownerId: idFilter(),
    customerId: idFilter(),
    dealId: idFilter(),
    categoryId: idFilter(),
    departmentId: idFilter(),
    createdAt: dateTimeFilter(),
  },
  sorts: { createdAt: 'timestamptz!', updatedAt: 'timestamptz!', title: 'text!', status: 'text!' },
  defaultSort: [{ field: 'createdAt', direction: 'DESC' }],
  search: { column: 'search_text', candidates: 'app.search_ticket', fields: ['number', 'title'] },
});

extendRead(dealRead, { tickets: connection(() => ticketRead, { foreign: 'deal_id' }) });
extendRead(customerRead, { tickets: connection(() => ticketRead, { foreign: 'customer_id' }) });
