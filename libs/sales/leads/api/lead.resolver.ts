import { Args, ID, Info, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { CurrentActor, Requires } from '@throughline/platform/access';
import type { Actor } from '@throughline/platform/kernel';
import { loaded, Reader, Reads, selectionOf } from '@throughline/platform/read';
import { DealObject } from '@throughline/sales/deals';
import { leadPermissions } from '../lead.policy.js';
import { leadRead } from '../lead.read.js';
import { LeadService } from '../lead.service.js';
import { budgetOf } from './budget.js';
import { CreateLeadInput, UpdateLeadInput } from './lead.inputs.js';
import { LeadObject } from './lead.object.js';
import { CreateLeadPayload, LeadConnection, LeadsArgs, UpdateLeadPayload } from './lead.payloads.js';

/** Leads: lists, pages, and what staff write down. */
@Resolver(() => LeadObject)
export class LeadResolver {
  constructor(
    private readonly leads: LeadService,
    private readonly reader: Reader,
  ) {}

  @Query(() => LeadConnection, { name: 'leads', description: 'The leads you may see.' })
  @Requires(leadPermissions.read)
  @Reads(leadRead, 'connection')
  list(@CurrentActor() actor: Actor, @Args() args: LeadsArgs, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.reader.connection(actor, leadRead, args, selectionOf(info));
  }

  @Query(() => LeadObject, { name: 'lead', nullable: true, description: 'One lead.' })
  @Requires(leadPermissions.read)
  @Reads(leadRead, 'one')
  one(@CurrentActor() actor: Actor, @Args('id', { type: () => ID, description: 'Its id.' }) id: string, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.reader.existing(actor, leadRead, id, selectionOf(info));
  }

  @Mutation(() => CreateLeadPayload, { description: 'Creates a lead.' })
  @Requires(leadPermissions.create)
  async createLead(@CurrentActor() actor: Actor, @Args('input', { description: 'The lead.' }) input: CreateLeadInput, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    const { budget, ...facts } = input;
    return this.answer(actor, await this.leads.create(actor, { ...facts, ...budgetOf(budget) }), info);
  }

  @Mutation(() => UpdateLeadPayload, { description: 'Changes facts of a lead; its score follows.' })
  @Requires(leadPermissions.update)
  async updateLead(@CurrentActor() actor: Actor, @Args('input', { description: 'The changes.' }) input: UpdateLeadInput, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    const { id, version, budget, ...facts } = input;
    return this.answer(actor, await this.leads.update(actor, id, version, { ...facts, ...budgetOf(budget) }), info);
  }

  private async answer(actor: Actor, id: string, info: GraphQLResolveInfo): Promise<{ lead: LeadObject | null }> {
    return { lead: await this.reader.one(actor, leadRead, id, selectionOf(info, 'lead')) };
  }
}

/** Where a deal came from. */
@Resolver(() => DealObject)
export class DealLeadResolver {
  @ResolveField(() => LeadObject, { nullable: true, description: 'The lead it was made of.' })
  lead(@Parent() deal: DealObject, @Info() info: GraphQLResolveInfo): LeadObject | null {
    return loaded(deal, info);
  }
}
