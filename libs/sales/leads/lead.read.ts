import { departmentRead } from '@throughline/identity/departments';
import { userRead } from '@throughline/identity/users';
import { moveOffers } from '@throughline/platform/access';
import {
  bigIntFilter, booleanFilter, dateFilter, dateTimeFilter, defineRead, derived, enumFilter, extendRead, idFilter, integerFilter, listFilter, money, one,
  type ReadModel, textFilter,
} from '@throughline/platform/read';
import { contactRead, customerRead } from '@throughline/sales/customers';
import { dealRead } from '@throughline/sales/deals';
import { AuthorityEnum, LeadPriorityEnum, LeadRatingEnum, LeadStatusEnum, NeedEnum, TimelineEnum } from './api/lead.enums.js';
import { LeadObject, type LeadScoreReasonObject } from './api/lead.object.js';
import { LEAD_MOVE_PERMISSIONS, leadAccess, leadSubject } from './lead.policy.js';
import { leadWorkflow, type LeadStatus } from './lead.workflow.js';

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);

export const leadRead: ReadModel<LeadObject> = defineRead({
  name: 'Lead',
  object: () => LeadObject,
  subject: leadSubject,
  fields: {
    budget: money('budget_minor'),
    owner: one(() => userRead, { local: 'owner_id' }),
    department: one(() => departmentRead, { local: 'department_id' }),
    convertedCustomer: one(() => customerRead, { local: 'converted_customer_id' }),
    convertedContact: one(() => contactRead, { local: 'converted_contact_id' }),
    convertedDeal: one(() => dealRead, { local: 'converted_deal_id' }),
    // A JSON column of the row itself: only a record page asks for it.
    scoreReasons: derived(['score_reasons'], (row) => (row['score_reasons'] ?? []) as LeadScoreReasonObject[]),
    allowedMoves: derived(['status', 'owner_id', 'department_id', 'budget_minor', 'currency'], (row, actor) => moveOffers(
      actor,
      leadAccess({ ownerId: text(row['owner_id']), departmentId: text(row['department_id']), status: text(row['status']) ?? undefined, budgetMinor: row['budget_minor'] as number | null, currency: text(row['currency']) }), leadWorkflow, row['status'] as LeadStatus, LEAD_MOVE_PERMISSIONS,
    )),
  },
  filters: {
    id: idFilter(),
    displayName: textFilter(),
    company: textFilter(),
    email: textFilter(),
    status: enumFilter('LeadStatus', () => LeadStatusEnum),
    rating: enumFilter('LeadRating', () => LeadRatingEnum),
    priority: enumFilter('LeadPriority', () => LeadPriorityEnum),
    authority: enumFilter('LeadAuthority', () => AuthorityEnum),
    need: enumFilter('LeadNeed', () => NeedEnum),
    timeline: enumFilter('LeadTimeline', () => TimelineEnum),
    score: integerFilter(),
    budgetMinor: bigIntFilter(),
    source: textFilter(),
    campaign: textFilter(),
    medium: textFilter(),
    country: textFilter(),
    externalId: textFilter(),
    reference: textFilter(),
    tags: listFilter(),
    requestedServices: listFilter(),
    wishedDate: dateFilter(),
    historical: booleanFilter(),
    ownerId: idFilter(),
    departmentId: idFilter(),
    importId: idFilter(),
    createdAt: dateTimeFilter(),
    closedAt: dateTimeFilter(),
    lastContactAt: dateTimeFilter(),
  },
  sorts: {
    createdAt: 'timestamptz!', updatedAt: 'timestamptz!', displayName: 'text!', company: 'text', score: 'integer!', status: 'text!', source: 'text',
    budgetMinor: 'bigint', lastContactAt: 'timestamptz', closedAt: 'timestamptz', wishedDate: 'date',
  },
  defaultSort: [{ field: 'createdAt', direction: 'DESC' }],
  search: { column: 'search_text', candidates: 'app.search_lead', fields: ['name', 'company', 'email', 'phone', 'reference', 'externalId'] },
});

extendRead(dealRead, { lead: one(() => leadRead, { local: 'lead_id' }) });
