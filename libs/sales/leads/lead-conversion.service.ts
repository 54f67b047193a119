import { Injectable } from '@nestjs/common';
import { allows, authorize } from '@throughline/platform/access';
import { UnitOfWork, type Work } from '@throughline/platform/database';
import { type Actor, AppError, notFound, refuse } from '@throughline/platform/kernel';
import {
  contactAccess, type ContactFacts, contactPermissions, ContactService, contactSubject, customerAccess, CustomerDuplicates, type CustomerFacts, customerPermissions,
  CustomerRepository, CustomerService, customerSubject, type PossibleDuplicate,
} from '@throughline/sales/customers';
import { DealService } from '@throughline/sales/deals';
import { LeadChanges } from './lead-changes.js';
import { LEAD_EVENTS } from './lead.events.js';
import { leadAccess, leadPermissions, leadSubject } from './lead.policy.js';
import { LeadRepository, type LeadRow } from './lead.repository.js';
import { leadWorkflow } from './lead.workflow.js';

/** How a lead is converted; what is absent is taken from the lead. */
export interface Conversion {
  id: string;
  version: number;
  /** An existing customer instead of a new one. */
  customerId?: string | null;
  customer?: Omit<CustomerFacts, 'ownerId' | 'departmentId'> | null;
  /** An existing contact of that customer instead of a new one. */
  contactId?: string | null;
  contact?: ContactFacts | null;
  withoutContact?: boolean;
  deal?: { name?: string | null; amountMinor?: bigint | null; currency?: string | null; pipelineId?: string | null; expectedClose?: string | null } | null;
  withoutDeal?: boolean;
}

/** Records that may be the same as a lead, to be looked at before it is converted. */
export interface ConversionPreview {
  customers: PossibleDuplicate[];
  leadIds: string[];
}

/** Turns a qualified lead into customer, contact and deal (LEA-06): all in one transaction, or nothing. */
@Injectable()
export class LeadConversionService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly leads: LeadRepository,
    private readonly changes: LeadChanges,
    private readonly customers: CustomerService,
    private readonly customerRows: CustomerRepository,
    private readonly contacts: ContactService,
    private readonly duplicates: CustomerDuplicates,
    private readonly deals: DealService,
  ) {}

  /** @throws AppError NOT_FOUND */
  preview(actor: Actor, id: string): Promise<ConversionPreview> {
    return this.unitOfWork.run(actor, async (work) => {
      const lead = await this.leads.load(work, id);
      if (!allows(actor.ability, leadPermissions.read, leadAccess(lead))) throw notFound('lead');
      const customers = await this.duplicates.find(work, { name: lead.company ?? lead.name, email: lead.email, phone: lead.phone, website: lead.website });
      return { customers, leadIds: await this.leads.similar(work, lead) };
    });
  }

  /**
   * @returns the lead's id
   * @throws AppError ILLEGAL_TRANSITION, CONFLICT, VALIDATION_FAILED at the part it concerns (`customer.name`), FORBIDDEN, NOT_FOUND
   */
  convert(actor: Actor, input: Conversion): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      const lead = await this.leads.lock(work, input.id);
      authorize(actor, leadPermissions.convert, leadSubject, leadAccess(lead));
      const status = leadWorkflow.apply(lead.status, 'CONVERT');
      const customerId = await this.customerOf(work, lead, input);
      const contactId = input.withoutContact ? null : await this.contactOf(work, lead, customerId, input);
      const dealId = input.withoutDeal ? null : await this.dealOf(work, lead, customerId, contactId, input);
      await this.changes.update(work, lead, input.version, {
        status, ownerId: lead.ownerId ?? actor.userId, closedAt: new Date(), convertedCustomerId: customerId, convertedContactId: contactId, convertedDealId: dealId,
      }, { kind: LEAD_EVENTS.converted, related: [customerId, contactId, dealId].filter((id): id is string => id !== null) });
      return lead.id;
    });
  }

  private async customerOf(work: Work, lead: LeadRow, input: Conversion): Promise<string> {
    const { actor } = work;
    if (input.customerId) {
      const customer = await this.customerRows.lock(work, input.customerId, 'customerId');
      authorize(actor, customerPermissions.read, customerSubject, customerAccess(customer), 'customerId');
      return customer.id;
    }
    const name = input.customer?.name ?? lead.company ?? lead.name;
    if (!name) throw refuse('VALIDATION_FAILED', 'This lead has no name and no company. Say what the customer is called.', 'customer.name');
    return within('customer', this.customers.create(actor, {
      kind: lead.company || !lead.name ? 'BUSINESS' : 'INDIVIDUAL', website: lead.website, phone: lead.phone, email: lead.email, source: lead.source, tags: lead.tags,
      lifeCycle: input.withoutDeal ? 'LEAD' : 'PROSPECT', currency: lead.currency, ...input.customer, name, ownerId: actor.userId ?? lead.ownerId,
      ...(lead.departmentId ? { departmentId: lead.departmentId } : {}),
    }));
  }

  private async contactOf(work: Work, lead: LeadRow, customerId: string, input: Conversion): Promise<string | null> {
    const { actor } = work;
    if (input.contactId) {
      const contact = await this.customerRows.lockContact(work, input.contactId, 'contactId');
      authorize(actor, contactPermissions.read, contactSubject, contactAccess(contact), 'contactId');
      if (contact.customerId !== customerId) throw refuse('VALIDATION_FAILED', 'This contact belongs to another customer.', 'contactId');
      return contact.id;
    }
    const known = input.customerId && !input.contact && lead.email ? await this.customerRows.contactByEmail(work, customerId, lead.email) : null;
    if (known) return known.id;
    const name = input.contact?.name ?? lead.name;
    // A lead of which only the company is known has nobody to write down.
    if (!name) return null;
    return within('contact', this.contacts.create(actor, customerId, {
      title: lead.title, email: lead.email, phone: lead.phone, doNotEmail: lead.doNotEmail, doNotCall: lead.doNotCall, ...input.contact, name,
    }));
  }

  private dealOf(work: Work, lead: LeadRow, customerId: string, contactId: string | null, input: Conversion): Promise<string> {
    const services = lead.requestedServices.length > 0 ? lead.requestedServices.join(', ') : 'New business';
    return within('deal', this.deals.create(work.actor, {
      name: input.deal?.name ?? `${services} for ${lead.company ?? input.customer?.name ?? lead.displayName}`,
      customerId, contactId, leadId: lead.id, pipelineId: input.deal?.pipelineId ?? null,
      amountMinor: input.deal?.amountMinor ?? BigInt(lead.budgetMinor ?? '0'), currency: input.deal?.currency ?? lead.currency,
      expectedClose: input.deal?.expectedClose ?? null, ownerId: work.actor.userId ?? lead.ownerId, departmentId: lead.departmentId,
      requestedServices: lead.requestedServices, requirements: lead.requirements,
    }));
  }
}

/** Refusals of a part, at their place in the whole input: `email` of the customer is `customer.email`. */
async function within(part: string, creation: Promise<string>): Promise<string> {
  try {
    return await creation;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    throw new AppError(error.problems.map((problem) => ({ ...problem, path: [part, ...problem.path] })));
  }
}
