import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { AllowedMoveObject, BigIntScalar, DateTimeScalar } from '@throughline/platform/graphql';
import type { ChannelKind, ChannelNotify, MemberRole } from '../channel.kinds.js';
import { ChannelKindEnum, ChannelNotifyEnum, ChannelRoleEnum } from './channel.enums.js';

@ObjectType('ChatPerson', { description: 'Somebody in a channel: what everybody who sees the channel may know of them.' })
export class ChatPersonObject {
  @Field(() => ID, { description: 'The person\'s id.' })
  id!: string;

  @Field(() => String, { description: 'The person\'s name.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Position in the company.' })
  title!: string | null;

  @Field(() => Boolean, { description: 'False once they have left: they can read and answer no more.' })
  active!: boolean;

  @Field(() => Boolean, { description: 'True for a customer\'s people.' })
  client!: boolean;
}

@ObjectType('ChannelMember', { description: 'Somebody who belongs to a channel.' })
export class ChannelMemberObject {
  @Field(() => ChatPersonObject, { nullable: true, description: 'Who.' })
  user!: ChatPersonObject | null;

  @Field(() => ChannelRoleEnum, { description: 'Their part in it.' })
  role!: MemberRole;

  @Field(() => DateTimeScalar, { description: 'Since when.' })
  joinedAt!: Date;
}

@ObjectType('ChannelReading', { description: 'How far somebody has read.' })
export class ChannelReadingObject {
  @Field(() => ChatPersonObject, { nullable: true, description: 'Who.' })
  user!: ChatPersonObject | null;

  @Field(() => BigIntScalar, { description: 'The last message they have read; as you count them.' })
  lastReadSequence!: bigint;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When they last read.' })
  lastReadAt!: Date | null;
}

@ObjectType('Channel', { description: 'Where people talk: between themselves, in a department, or on a record. Clients are told of its client side only.' })
export class ChannelObject {
  @Field(() => ID, { description: 'The record\'s id.' })
  id!: string;

  @Field(() => Int, { description: 'Changes with every edit; pass the one you saw when you edit.' })
  version!: number;

  @Field(() => DateTimeScalar, { description: 'When it was made.' })
  createdAt!: Date;

  @Field(() => ChannelKindEnum, { description: 'What it is for.' })
  kind!: ChannelKind;

  @Field(() => String, { description: 'What to call it: the other person\'s, the record\'s or its own name.' })
  title!: string;

  @Field(() => String, { nullable: true, description: 'The name it was given; null: it goes by its people.' })
  name!: string | null;

  @Field(() => String, { nullable: true, description: 'What is talked about.' })
  topic!: string | null;

  @Field(() => String, { nullable: true, description: 'The kind of record it follows: `project`, `task`, `ticket`.' })
  recordSubject!: string | null;

  @Field(() => ID, { nullable: true, description: 'The record it follows.' })
  recordId!: string | null;

  @Field(() => ID, { nullable: true, description: 'The department whose channel it is.' })
  departmentId!: string | null;

  @Field(() => Boolean, { description: 'Whether it has a side for the client.' })
  twoSided!: boolean;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Since when nobody can speak any more; what was said stays readable.' })
  archivedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the last message that you can see was posted.' })
  lastMessageAt!: Date | null;

  @Field(() => BigIntScalar, { description: 'Messages so far; clients count those they can see.' })
  lastSequence!: bigint;

  @Field(() => BigIntScalar, { description: 'The last message you have read.' })
  lastReadSequence!: bigint;

  @Field(() => Int, { description: 'Messages since then; 0 while you neither follow it nor have read in it.' })
  unread!: number;

  @Field(() => Int, { description: 'Unread messages that name you.' })
  unreadMentions!: number;

  @Field(() => ChannelNotifyEnum, { description: 'What you are told of.' })
  notify!: ChannelNotify;

  @Field(() => Boolean, { description: 'Whether you keep it on top.' })
  starred!: boolean;

  @Field(() => Boolean, { description: 'Whether it is among your channels.' })
  following!: boolean;

  @Field(() => ChannelRoleEnum, { nullable: true, description: 'Your part in it; null: you see it with its record or department.' })
  viewerRole!: MemberRole | null;

  @Field(() => Int, { nullable: true, description: 'Days after which its messages are deleted; null: as the organization decides.' })
  retentionDays!: number | null;

  @Field(() => [ChannelMemberObject], { description: 'Who belongs to it; empty where everybody who sees the record does. The first 200, owners first.' })
  members!: ChannelMemberObject[];

  @Field(() => [ChannelReadingObject], { description: 'Who has read how far, the latest first, at most 200.' })
  readers!: ChannelReadingObject[];

  @Field(() => [AllowedMoveObject], { description: 'What you can do in it: post, postToClient, invite, update, archive, leave, and why not.' })
  viewerCan!: AllowedMoveObject[];

  @Field(() => [String], { description: 'Fields that you may not see, or see masked.' })
  hiddenFields!: string[];
}
