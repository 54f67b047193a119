import { Args, ID, Info, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { CurrentActor, Requires } from '@throughline/platform/access';
import type { Actor } from '@throughline/platform/kernel';
import { Reader, type ReadModel, selectionOf } from '@throughline/platform/read';
import { CustomerObject, customerRead } from '@throughline/sales/customers';
import { LeadConversionService } from '../lead-conversion.service.js';
import { leadPermissions } from '../lead.policy.js';
import { leadRead } from '../lead.read.js';
import { ConvertLeadInput } from './convert-lead.inputs.js';
import { LeadObject } from './lead.object.js';
import { ConvertLeadPayload, LeadConversionPreviewObject } from './lead.payloads.js';

/** Stage 3: from lead to customer, contact and deal. */
@Resolver()
export class LeadConversionResolver {
  constructor(
    private readonly conversion: LeadConversionService,
    private readonly reader: Reader,
  ) {}

  @Query(() => LeadConversionPreviewObject, { description: 'Customers and leads that may be the same as a lead; only those you may see.' })
  @Requires(leadPermissions.read)
  async leadConversionPreview(@CurrentActor() actor: Actor, @Args('id', { type: () => ID, description: 'The lead.' }) id: string, @Info() info: GraphQLResolveInfo): Promise<LeadConversionPreviewObject> {
    const found = await this.conversion.preview(actor, id);
    const customers = await this.byId<CustomerObject>(actor, customerRead, found.customers.map((each) => each.customerId), info, 'customers.customer');
    const leads = await this.byId<LeadObject>(actor, leadRead, found.leadIds, info, 'leads');
    return {
      customers: found.customers.flatMap(({ customerId, reasons }) => {
        const customer = customers.get(customerId);
        return customer ? [{ customer, reasons }] : [];
      }),
      leads: found.leadIds.flatMap((leadId) => leads.get(leadId) ?? []),
    };
  }

  @Mutation(() => ConvertLeadPayload, { description: 'Converts a qualified lead into customer, contact and deal: all of it, or nothing.' })
  @Requires(leadPermissions.convert)
  async convertLead(@CurrentActor() actor: Actor, @Args('input', { description: 'How.' }) input: ConvertLeadInput, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    const { customer, contact, deal, withoutContact, withoutDeal, ...rest } = input;
    const { amount, ...facts } = deal ?? {};
    const id = await this.conversion.convert(actor, {
      ...rest,
      customer: customer ? present(customer) : null,
      contact: contact ? present(contact) : null,
      deal: { ...facts, ...(amount ? { amountMinor: amount.amountMinor, currency: amount.currency } : {}) },
      withoutContact: withoutContact ?? false,
      withoutDeal: withoutDeal ?? false,
    });
    return { lead: await this.reader.one(actor, leadRead, id, selectionOf(info, 'lead')) };
  }

  private async byId<T extends { id: string }>(actor: Actor, model: ReadModel<T>, ids: string[], info: GraphQLResolveInfo, path: string): Promise<Map<string, T>> {
    const { fields } = selectionOf(info, path);
    if (ids.length === 0 || fields.length === 0) return new Map();
    const nodes = { key: 'nodes', name: 'nodes', args: {}, selection: { fields: [...fields, { key: 'id', name: 'id', args: {}, selection: null }] } };
    const page = await this.reader.connection(actor, model, { filter: { id: { in: ids } }, first: ids.length }, { fields: [nodes] });
    return new Map(page.nodes.map((node) => [node.id, node]));
  }
}

/** What was filled in: null says nothing, the lead's own value holds. */
function present<T extends object>(facts: T): { [Key in keyof T]?: NonNullable<T[Key]> } {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== null && value !== undefined)) as { [Key in keyof T]?: NonNullable<T[Key]> };
}
