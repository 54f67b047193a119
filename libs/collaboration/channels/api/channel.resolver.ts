import { Args, ID, Info, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { CurrentActor, Requires } from '@throughline/platform/access';
import type { Actor } from '@throughline/platform/kernel';
import { columnsOf, Reader, Reads, selectionOf } from '@throughline/platform/read';
import { ChannelEditService } from '../channel-edit.service.js';
import { ChannelListsService } from '../channel-lists.service.js';
import { ChannelOffers } from '../channel-offers.js';
import { ChannelStartService } from '../channel-start.service.js';
import { channelPermissions } from '../channel.policy.js';
import { channelRead } from '../channel.read.js';
import { ReadingService } from '../reading.service.js';
import { RecordChannelsService } from '../records/record-channels.service.js';
import {
  AddChannelMembersInput, ArchiveChannelInput, CreateChannelInput, MarkChannelReadInput, OpenDirectChannelInput, OpenRecordChannelInput, RemoveChannelMemberInput,
  RestoreChannelInput, SetChannelPreferencesInput, UpdateChannelInput,
} from './channel.inputs.js';
import { ChannelObject } from './channel.object.js';
import {
  AddChannelMembersPayload, ArchiveChannelPayload, ChannelConnection, ChannelsArgs, CreateChannelPayload, MarkChannelReadPayload, OpenDirectChannelPayload,
  OpenRecordChannelPayload, RemoveChannelMemberPayload, RestoreChannelPayload, SetChannelPreferencesPayload, UpdateChannelPayload,
} from './channel.payloads.js';

type Answer = Promise<{ channel: ChannelObject | null }>;

/** Channels. */
@Resolver(() => ChannelObject)
export class ChannelResolver {
  constructor(
    private readonly lists: ChannelListsService,
    private readonly starting: ChannelStartService,
    private readonly records: RecordChannelsService,
    private readonly editing: ChannelEditService,
    private readonly reading: ReadingService,
    private readonly offers: ChannelOffers,
    private readonly reader: Reader,
  ) {}

  @Query(() => [ChannelObject], { description: 'Your channels: those you belong to, follow or are named in, the latest first; at most 200.' })
  @Requires(channelPermissions.read)
  myChannels(
    @CurrentActor() actor: Actor, @Args('archived', { type: () => Boolean, defaultValue: false, description: 'The archived ones instead.' }) archived: boolean, @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return this.lists.mine(actor, archived, selectionOf(info));
  }

  @Query(() => ChannelConnection, { name: 'channels', description: 'All channels you may see, also those of records you have nothing to do with.' })
  @Requires(channelPermissions.read)
  @Reads(channelRead, 'connection')
  list(@CurrentActor() actor: Actor, @Args() args: ChannelsArgs, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.reader.connection(actor, channelRead, args, selectionOf(info));
  }

  @Query(() => ChannelObject, { name: 'channel', nullable: true, description: 'One channel.' })
  @Requires(channelPermissions.read)
  @Reads(channelRead, 'one')
  one(@CurrentActor() actor: Actor, @Args('id', { type: () => ID, description: 'Its id.' }) id: string, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.reader.existing(actor, channelRead, id, selectionOf(info));
  }

  @Query(() => ChannelObject, { nullable: true, description: 'The channel of a record or department; null when nobody has spoken there yet.' })
  @Requires(channelPermissions.read)
  async recordChannel(
    @CurrentActor() actor: Actor, @Args('subject', { type: () => String, description: 'What kind of record: `project`, `task`, `ticket`, `department`.' }) subject: string,
    @Args('recordId', { type: () => ID, description: 'The record.' }) recordId: string, @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    const id = await this.records.find(actor, subject, recordId);
    return id && this.reader.one(actor, channelRead, id, selectionOf(info));
  }

  @ResolveField('viewerCan')
  viewerCan(@CurrentActor() actor: Actor, @Parent() channel: ChannelObject): Promise<unknown> {
    return this.offers.of(actor, String(columnsOf(channel)['id']));
  }

  @Mutation(() => OpenDirectChannelPayload, { description: 'The conversation with a colleague, begun when there is none. Asking again gives the same one.' })
  @Requires(channelPermissions.create)
  async openDirectChannel(@CurrentActor() actor: Actor, @Args('input', { description: 'With whom.' }) input: OpenDirectChannelInput, @Info() info: GraphQLResolveInfo): Answer {
    return this.answer(actor, await this.starting.openDirect(actor, input.userId), info);
  }

  @Mutation(() => CreateChannelPayload, { description: 'Starts a group or a private channel; you own it.' })
  @Requires(channelPermissions.create)
  async createChannel(@CurrentActor() actor: Actor, @Args('input', { description: 'The channel.' }) input: CreateChannelInput, @Info() info: GraphQLResolveInfo): Answer {
    return this.answer(actor, await this.starting.create(actor, input), info);
  }

  @Mutation(() => OpenRecordChannelPayload, { description: 'The channel of a record, begun when there is none. Asking again gives the same one.' })
  @Requires(channelPermissions.create)
  async openRecordChannel(@CurrentActor() actor: Actor, @Args('input', { description: 'The record.' }) input: OpenRecordChannelInput, @Info() info: GraphQLResolveInfo): Answer {
    return this.answer(actor, await this.records.open(actor, input.subject, input.recordId), info);
  }

  @Mutation(() => UpdateChannelPayload, { description: 'Changes a channel\'s name, topic or how long its messages stay.' })
  @Requires(channelPermissions.read)
  async updateChannel(@CurrentActor() actor: Actor, @Args('input', { description: 'The changes.' }) input: UpdateChannelInput, @Info() info: GraphQLResolveInfo): Answer {
    return this.answer(actor, await this.editing.update(actor, input.id, input.version, input), info);
  }

  @Mutation(() => ArchiveChannelPayload, { description: 'Archives a group or private channel: it can be read, but nobody can speak in it.' })
  @Requires(channelPermissions.update)
  async archiveChannel(@CurrentActor() actor: Actor, @Args('input', { description: 'Which.' }) input: ArchiveChannelInput, @Info() info: GraphQLResolveInfo): Answer {
    return this.answer(actor, await this.editing.archive(actor, input.id, input.version), info);
  }

  @Mutation(() => RestoreChannelPayload, { description: 'Uses an archived group or private channel again.' })
  @Requires(channelPermissions.update)
  async restoreChannel(@CurrentActor() actor: Actor, @Args('input', { description: 'Which.' }) input: RestoreChannelInput, @Info() info: GraphQLResolveInfo): Answer {
    return this.answer(actor, await this.editing.restore(actor, input.id, input.version), info);
  }

  @Mutation(() => AddChannelMembersPayload, { description: 'Adds colleagues to a group, a private channel or a department\'s; they see all that was said.' })
  @Requires(channelPermissions.read)
  async addChannelMembers(@CurrentActor() actor: Actor, @Args('input', { description: 'Whom.' }) input: AddChannelMembersInput, @Info() info: GraphQLResolveInfo): Answer {
    return this.answer(actor, await this.editing.addMembers(actor, input.id, input.userIds), info);
  }

  @Mutation(() => RemoveChannelMemberPayload, { description: 'Takes somebody out of a channel, or leaves it.' })
  @Requires(channelPermissions.read)
  async removeChannelMember(@CurrentActor() actor: Actor, @Args('input', { description: 'Whom.' }) input: RemoveChannelMemberInput, @Info() info: GraphQLResolveInfo): Answer {
    return this.answer(actor, await this.editing.removeMember(actor, input.id, input.userId), info);
  }

  @Mutation(() => SetChannelPreferencesPayload, { description: 'Says what you want to be told of a channel, and whether it is on your list.' })
  @Requires(channelPermissions.read)
  async setChannelPreferences(@CurrentActor() actor: Actor, @Args('input', { description: 'Your wishes.' }) input: SetChannelPreferencesInput, @Info() info: GraphQLResolveInfo): Answer {
    return this.answer(actor, await this.reading.setPreferences(actor, input.id, input), info);
  }

  @Mutation(() => MarkChannelReadPayload, { description: 'Notes how far you have read; your other devices follow.' })
  @Requires(channelPermissions.read)
  async markChannelRead(@CurrentActor() actor: Actor, @Args('input', { description: 'How far.' }) input: MarkChannelReadInput, @Info() info: GraphQLResolveInfo): Answer {
    return this.answer(actor, await this.reading.markRead(actor, input.id, input.sequence), info);
  }

  private async answer(actor: Actor, id: string, info: GraphQLResolveInfo): Answer {
    return { channel: await this.reader.one(actor, channelRead, id, selectionOf(info, 'channel')) };
  }
}
