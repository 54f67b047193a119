import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentActor, Requires } from '@throughline/platform/access';
import type { Actor } from '@throughline/platform/kernel';
import { ticketSettingsPermissions } from '../ticket-settings.policy.js';
import { TicketSettingsService } from '../ticket-settings.service.js';
import { TicketSettingsObject, UpdateTicketSettingsInput, UpdateTicketSettingsPayload } from './ticket-settings.object.js';

/** The switches of tickets. */
@Resolver(() => TicketSettingsObject)
export class TicketSettingsResolver {
  constructor(private readonly settings: TicketSettingsService) {}

  @Query(() => TicketSettingsObject, { description: 'What the organization decided about tickets.' })
  @Requires(ticketSettingsPermissions.read)
  ticketSettings(@CurrentActor() actor: Actor): Promise<TicketSettingsObject> {
    return this.settings.of(actor);
  }

  @Mutation(() => UpdateTicketSettingsPayload, { description: 'Decides whether winning a deal opens its onboarding ticket by itself.' })
  @Requires(ticketSettingsPermissions.update)
  async updateTicketSettings(@CurrentActor() actor: Actor, @Args('input', { description: 'The decisions.' }) input: UpdateTicketSettingsInput): Promise<UpdateTicketSettingsPayload> {
    return { ticketSettings: await this.settings.update(actor, input) };
  }
}
