import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { BigIntScalar } from '@throughline/platform/graphql';
import { ArrayMaxSize, IsBoolean, IsDefined, IsEnum, IsInt, IsOptional, IsString, IsUUID, Max, MaxLength, Min } from 'class-validator';
import type { ChannelNotify } from '../channel.kinds.js';
import { MOST_MEMBERS } from '../channel.people.js';
import { MOST_DAYS } from '../retention.rules.js';
import { ChannelNotifyEnum, NewChannelKindEnum } from './channel.enums.js';

@InputType({ description: 'Whom to talk with.' })
export class OpenDirectChannelInput {
  @Field(() => ID, { description: 'The other person.' })
  @IsUUID()
  userId!: string;
}

@InputType({ description: 'The record to talk about.' })
export class OpenRecordChannelInput {
  @Field(() => String, { description: 'What kind of record: `project`, `task`, `ticket`, `department`.' })
  @IsString()
  subject!: string;

  @Field(() => ID, { description: 'The record.' })
  @IsUUID()
  recordId!: string;
}

@InputType({ description: 'A new channel of people.' })
export class CreateChannelInput {
  @Field(() => NewChannelKindEnum, { description: 'A group, or a private channel.' })
  @IsEnum(NewChannelKindEnum)
  kind!: 'GROUP' | 'PRIVATE';

  @Field(() => String, { nullable: true, description: 'Its name; a group without one goes by its people.' })
  @IsOptional()
  @MaxLength(100)
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'What is talked about.' })
  @IsOptional()
  @MaxLength(1_000)
  topic?: string | null;

  @Field(() => [ID], { description: 'Who is in it beside you.' })
  @ArrayMaxSize(MOST_MEMBERS)
  @IsUUID(undefined, { each: true })
  memberIds!: string[];
}

@InputType({ description: 'A channel.' })
export class ChannelInput {
  @Field(() => ID, { description: 'The channel.' })
  @IsUUID()
  id!: string;

  @Field(() => Int, { description: 'The version you saw.' })
  @IsInt()
  version!: number;
}

@InputType({ description: 'Changes of a channel; absent fields stay.' })
export class UpdateChannelInput extends ChannelInput {
  @Field(() => String, { nullable: true, description: 'Its name; only groups and private channels have their own.' })
  @IsOptional()
  @MaxLength(100)
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'What is talked about.' })
  @IsOptional()
  @MaxLength(1_000)
  topic?: string | null;

  @Field(() => Int, { nullable: true, description: 'Days after which messages are deleted; null: as the organization decides.' })
  @IsOptional()
  @Min(1)
  @Max(MOST_DAYS)
  retentionDays?: number | null;
}

@InputType({ description: 'The channel in which nobody shall speak any more.' })
export class ArchiveChannelInput extends ChannelInput {}

@InputType({ description: 'The archived channel to use again.' })
export class RestoreChannelInput extends ChannelInput {}

@InputType({ description: 'Colleagues to add.' })
export class AddChannelMembersInput {
  @Field(() => ID, { description: 'The channel.' })
  @IsUUID()
  id!: string;

  @Field(() => [ID], { description: 'Whom to add.' })
  @ArrayMaxSize(MOST_MEMBERS)
  @IsUUID(undefined, { each: true })
  userIds!: string[];
}

@InputType({ description: 'Somebody to take out of a channel; yourself to leave it.' })
export class RemoveChannelMemberInput {
  @Field(() => ID, { description: 'The channel.' })
  @IsUUID()
  id!: string;

  @Field(() => ID, { description: 'Who.' })
  @IsUUID()
  userId!: string;
}

@InputType({ description: 'What you wish for a channel; absent fields stay.' })
export class SetChannelPreferencesInput {
  @Field(() => ID, { description: 'The channel.' })
  @IsUUID()
  id!: string;

  @Field(() => ChannelNotifyEnum, { nullable: true, description: 'What to be told of.' })
  @IsOptional()
  @IsEnum(ChannelNotifyEnum)
  notify?: ChannelNotify;

  @Field(() => Boolean, { nullable: true, description: 'Whether to keep it on top.' })
  @IsOptional()
  @IsBoolean()
  starred?: boolean;

  @Field(() => Boolean, { nullable: true, description: 'Whether it is among your channels.' })
  @IsOptional()
  @IsBoolean()
  following?: boolean;
}

@InputType({ description: 'How far you have read.' })
export class MarkChannelReadInput {
  @Field(() => ID, { description: 'The channel.' })
  @IsUUID()
  id!: string;

  @Field(() => BigIntScalar, { description: 'The last message you have read.' })
  @IsDefined()
  sequence!: bigint;
}

@InputType({ description: 'What holds for all channels of the organization.' })
export class UpdateChannelSettingsInput {
  @Field(() => Int, { description: 'The version you saw.' })
  @IsInt()
  version!: number;

  @Field(() => Int, { nullable: true, description: 'Days after which messages are deleted; null: they stay.' })
  @IsOptional()
  @Min(1)
  @Max(MOST_DAYS)
  retentionDays?: number | null;
}
