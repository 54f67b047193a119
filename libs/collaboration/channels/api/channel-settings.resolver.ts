import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentActor, Requires } from '@throughline/platform/access';
import type { Actor } from '@throughline/platform/kernel';
import { ChannelSettingsService } from '../channel-settings.service.js';
import { channelPermissions } from '../channel.policy.js';
import { UpdateChannelSettingsInput } from './channel.inputs.js';
import { ChannelSettingsObject, UpdateChannelSettingsPayload } from './channel.payloads.js';

/** How long messages stay. */
@Resolver(() => ChannelSettingsObject)
export class ChannelSettingsResolver {
  constructor(private readonly settings: ChannelSettingsService) {}

  @Query(() => ChannelSettingsObject, { description: 'What holds for all channels of the organization.' })
  @Requires(channelPermissions.retain)
  channelSettings(@CurrentActor() actor: Actor): Promise<unknown> {
    return this.settings.inForce(actor);
  }

  @Mutation(() => UpdateChannelSettingsPayload, { description: 'Decides after how many days messages are deleted, unless a channel says otherwise.' })
  @Requires(channelPermissions.retain)
  async updateChannelSettings(@CurrentActor() actor: Actor, @Args('input', { description: 'The settings.' }) input: UpdateChannelSettingsInput): Promise<unknown> {
    return { settings: await this.settings.update(actor, input.version, input.retentionDays ?? null) };
  }
}
