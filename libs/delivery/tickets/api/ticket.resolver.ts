import { Args, ID, Info, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { CurrentActor, Requires } from '@throughline/platform/access';
import type { Actor } from '@throughline/platform/kernel';
import { Reader, Reads, selectionOf } from '@throughline/platform/read';
import { OnboardingService } from '../onboarding.service.js';
import { TicketEditService } from '../ticket-edit.service.js';
import { ticketPermissions } from '../ticket.policy.js';
import { ticketRead } from '../ticket.read.js';
import { TicketService } from '../ticket.service.js';
import {
  AssignTicketInput, MoveRequirementInput, MoveTicketInput, OpenOnboardingTicketInput, ScopeTicketInput, UpdateTicketInput, ValidateTicketInput,
} from './ticket.inputs.js';
import { TicketObject } from './ticket.object.js';
import {
  AssignTicketPayload, MoveTicketPayload, MoveTicketRequirementPayload, OpenOnboardingTicketPayload, ScopeTicketPayload, TicketConnection,
  TicketsArgs, UpdateTicketPayload, ValidateTicketPayload,
} from './ticket.payloads.js';

/** Tickets for staff: stages 4 to 6. */
@Resolver(() => TicketObject)
export class TicketResolver {
  constructor(
    private readonly tickets: TicketService,
    private readonly edits: TicketEditService,
    private readonly onboarding: OnboardingService,
    private readonly reader: Reader,
  ) {}

  @Query(() => TicketConnection, { name: 'tickets', description: 'The tickets you may see.' })
  @Requires(ticketPermissions.read)
  @Reads(ticketRead, 'connection')
  list(@CurrentActor() actor: Actor, @Args() args: TicketsArgs, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.reader.connection(actor, ticketRead, args, selectionOf(info));
  }

  @Query(() => TicketObject, { name: 'ticket', nullable: true, description: 'One ticket.' })
  @Requires(ticketPermissions.read)
  @Reads(ticketRead, 'one')
  one(@CurrentActor() actor: Actor, @Args('id', { type: () => ID, description: 'Its id.' }) id: string, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.reader.existing(actor, ticketRead, id, selectionOf(info));
  }

  @Mutation(() => OpenOnboardingTicketPayload, { description: 'Opens the onboarding ticket of a won deal with the category\'s checklist (stage 4).' })
  @Requires(ticketPermissions.open)
  async openOnboardingTicket(@CurrentActor() actor: Actor, @Args('input', { description: 'What to do.' }) input: OpenOnboardingTicketInput, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.answer(actor, await this.onboarding.open(actor, input), info);
  }

  @Mutation(() => UpdateTicketPayload, { description: 'Changes a ticket\'s title, description or priority.' })
  @Requires(ticketPermissions.update)
  async updateTicket(@CurrentActor() actor: Actor, @Args('input', { description: 'What to do.' }) input: UpdateTicketInput, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    const { id, version, title, description, priority, tags } = input;
    return this.answer(actor, await this.edits.update(actor, id, version, { title: title ?? undefined, description, priority: priority ?? undefined, tags: tags ?? undefined }), info);
  }

  @Mutation(() => ValidateTicketPayload, { description: 'Releases an onboarding ticket whose checkpoints all hold and hands it to an agent (stage 5).' })
  @Requires(ticketPermissions.validate)
  async validateTicket(@CurrentActor() actor: Actor, @Args('input', { description: 'What to do.' }) input: ValidateTicketInput, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.answer(actor, await this.onboarding.validate(actor, input), info);
  }

  @Mutation(() => AssignTicketPayload, { description: 'Gives a ticket to a colleague.' })
  @Requires(ticketPermissions.assign)
  async assignTicket(@CurrentActor() actor: Actor, @Args('input', { description: 'What to do.' }) input: AssignTicketInput, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.answer(actor, await this.tickets.assign(actor, input), info);
  }

  @Mutation(() => MoveTicketPayload, { description: 'Moves a ticket through its states; which permission it needs depends on the move.' })
  @Requires(ticketPermissions.read)
  async moveTicket(@CurrentActor() actor: Actor, @Args('input', { description: 'What to do.' }) input: MoveTicketInput, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.answer(actor, await this.tickets.move(actor, input), info);
  }

  @Mutation(() => MoveTicketRequirementPayload, { description: 'Requests, receives, verifies or rejects one requirement.' })
  @Requires(ticketPermissions.requirement)
  async moveTicketRequirement(@CurrentActor() actor: Actor, @Args('input', { description: 'What to do.' }) input: MoveRequirementInput, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.answer(actor, await this.tickets.moveRequirement(actor, input), info);
  }

  @Mutation(() => ScopeTicketPayload, { description: 'Fixes the scope of a complete onboarding ticket: it becomes a DRAFT project (stage 6).' })
  @Requires(ticketPermissions.scope)
  async scopeTicket(@CurrentActor() actor: Actor, @Args('input', { description: 'The scope.' }) input: ScopeTicketInput, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    const { id, version, ...scope } = input;
    const { ticketId, projectId } = await this.onboarding.scope(actor, id, version, scope);
    return { ...(await this.answer(actor, ticketId, info)), projectId };
  }

  private async answer(actor: Actor, id: string, info: GraphQLResolveInfo): Promise<{ ticket: TicketObject | null }> {
    return { ticket: await this.reader.one(actor, ticketRead, id, selectionOf(info, 'ticket')) };
  }
}
