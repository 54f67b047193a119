import { ArgsType, Field, Int, ObjectType } from '@nestjs/graphql';
import { Connection, MutationPayload } from '@throughline/platform/graphql';
import { ReadArgs } from '@throughline/platform/read';
import { channelRead } from '../channel.read.js';
import { ChannelObject } from './channel.object.js';

@ObjectType({ description: 'A page of channels.' })
export class ChannelConnection extends Connection(ChannelObject, 'Channel') {}

@ArgsType()
export class ChannelsArgs extends ReadArgs(channelRead) {}

@ObjectType({ isAbstract: true })
abstract class ChannelPayload extends MutationPayload {
  @Field(() => ChannelObject, { nullable: true, description: 'The channel as it is now; null when something was refused or you do not see it any more.' })
  channel?: ChannelObject | null;
}

@ObjectType({ description: 'The conversation with the other person.' })
export class OpenDirectChannelPayload extends ChannelPayload {}

@ObjectType({ description: 'The record\'s channel.' })
export class OpenRecordChannelPayload extends ChannelPayload {}

@ObjectType({ description: 'The new channel.' })
export class CreateChannelPayload extends ChannelPayload {}

@ObjectType({ description: 'The edited channel.' })
export class UpdateChannelPayload extends ChannelPayload {}

@ObjectType({ description: 'The archived channel.' })
export class ArchiveChannelPayload extends ChannelPayload {}

@ObjectType({ description: 'The channel that is in use again.' })
export class RestoreChannelPayload extends ChannelPayload {}

@ObjectType({ description: 'The channel with its new people.' })
export class AddChannelMembersPayload extends ChannelPayload {}

@ObjectType({ description: 'The channel without them.' })
export class RemoveChannelMemberPayload extends ChannelPayload {}

@ObjectType({ description: 'The channel as you wish it.' })
export class SetChannelPreferencesPayload extends ChannelPayload {}

@ObjectType({ description: 'The channel as you have read it.' })
export class MarkChannelReadPayload extends ChannelPayload {}

@ObjectType('ChannelSettings', { description: 'What holds for all channels of the organization.' })
export class ChannelSettingsObject {
  @Field(() => Int, { description: 'Changes with every edit; pass the one you saw when you edit.' })
  version!: number;

  @Field(() => Int, { nullable: true, description: 'Days after which messages are deleted, unless a channel says otherwise; null: they stay.' })
  retentionDays!: number | null;
}

@ObjectType({ description: 'The settings as they are now.' })
export class UpdateChannelSettingsPayload extends MutationPayload {
  @Field(() => ChannelSettingsObject, { nullable: true, description: 'The settings; null when something was refused.' })
  settings?: ChannelSettingsObject | null;
}
