import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ChatPersonObject, type MessageSide, MessageSideEnum } from '@throughline/collaboration/channels';
import { FileObject } from '@throughline/common/files';
import { AllowedMoveObject, BigIntScalar, DateTimeScalar } from '@throughline/platform/graphql';
import type { MentionKind } from '../body/mentions.js';

export const MentionKindEnum = { USER: 'USER', ROLE: 'ROLE', CHANNEL: 'CHANNEL' } as const satisfies { [Kind in MentionKind]: Kind };
registerEnumType(MentionKindEnum, {
  name: 'MentionKind',
  description: 'Whom a mention addresses.',
  valuesMap: { USER: { description: 'A person.' }, ROLE: { description: 'Everybody of a role who sees the channel.' }, CHANNEL: { description: 'Everybody who follows the channel.' } },
});

@ObjectType('Mention', { description: 'Whom a message addresses.' })
export class MentionObject {
  @Field(() => MentionKindEnum, { description: 'A person, a role or the channel.' })
  kind!: MentionKind;

  @Field(() => String, { nullable: true, description: 'The person\'s id or the role\'s key; null for the channel.' })
  id!: string | null;

  @Field(() => String, { description: 'The name it goes by in the text.' })
  name!: string;
}

@ObjectType('Reaction', { description: 'An emoji under a message.' })
export class ReactionObject {
  @Field(() => String, { description: 'The emoji.' })
  emoji!: string;

  @Field(() => Int, { description: 'How many people put it there.' })
  count!: number;

  @Field(() => Boolean, { description: 'Whether you are among them.' })
  mine!: boolean;

  @Field(() => [ReactingPersonObject], { description: 'The first 50 of them.' })
  users!: ReactingPersonObject[];
}

@ObjectType('ReactingPerson', { description: 'Somebody who put an emoji under a message.' })
export class ReactingPersonObject {
  @Field(() => ID, { description: 'The person\'s id.' })
  id!: string;

  @Field(() => String, { description: 'The person\'s name.' })
  name!: string;
}

@ObjectType('MessageRevision', { description: 'What a message said before it was edited or deleted.' })
export class MessageRevisionObject {
  @Field(() => ID, { description: 'The record\'s id.' })
  id!: string;

  @Field(() => String, { description: 'What it said until then.' })
  body!: string;

  @Field(() => DateTimeScalar, { description: 'When that was replaced or deleted.' })
  at!: Date;

  @Field(() => ChatPersonObject, { nullable: true, description: 'By whom.' })
  editedBy!: ChatPersonObject | null;
}

@ObjectType('Message', { description: 'Something said in a channel. Clients see messages of their side, and count only those.' })
export class MessageObject {
  @Field(() => ID, { description: 'The record\'s id.' })
  id!: string;

  @Field(() => Int, { description: 'Changes with every edit of its words; pass the one you saw when you edit.' })
  version!: number;

  @Field(() => DateTimeScalar, { description: 'When it was posted; for clients, since when they see it.' })
  createdAt!: Date;

  @Field(() => ID, { description: 'The channel.' })
  channelId!: string;

  @Field(() => BigIntScalar, { description: 'Its place in the channel, from 1, without gaps; clients count what they see.' })
  sequence!: bigint;

  @Field(() => MessageSideEnum, { description: 'Whom it is for.' })
  side!: MessageSide;

  @Field(() => ChatPersonObject, { nullable: true, description: 'Who said it.' })
  author!: ChatPersonObject | null;

  @Field(() => ID, { nullable: true, description: 'The message it answers.' })
  threadId!: string | null;

  @Field(() => String, { nullable: true, description: 'The text, in a subset of Markdown with mentions as @[Name](user:id); never HTML. null once deleted.' })
  body!: string | null;

  @Field(() => [MentionObject], { description: 'Whom it addresses.' })
  mentions!: MentionObject[];

  @Field(() => [FileObject], { description: 'What is attached to it.' })
  files!: FileObject[];

  @Field(() => String, { nullable: true, description: 'What kind of record it is linked to; null where you cannot see that.' })
  linkedSubject!: string | null;

  @Field(() => ID, { nullable: true, description: 'The record it is linked to.' })
  linkedId!: string | null;

  @Field(() => String, { nullable: true, description: 'What that record is called.' })
  linkedName!: string | null;

  @Field(() => Int, { description: 'How many answers it has; clients count those they see.' })
  replyCount!: number;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the last of them came.' })
  lastReplyAt!: Date | null;

  @Field(() => [ReactionObject], { description: 'Emoji under it, the first first.' })
  reactions!: ReactionObject[];

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was pinned to the channel.' })
  pinnedAt!: Date | null;

  @Field(() => ChatPersonObject, { nullable: true, description: 'Who pinned it.' })
  pinnedBy!: ChatPersonObject | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When its words were last changed.' })
  editedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was deleted; its place stays.' })
  deletedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was shown to the client, having been internal; for clients always null.' })
  publishedAt!: Date | null;

  @Field(() => [MessageRevisionObject], { description: 'What it said before, the latest first, as far as you may see that.' })
  revisions!: MessageRevisionObject[];

  @Field(() => [AllowedMoveObject], { description: 'What you can do with it: reply, react, edit, delete, pin, publish, createTask, createTicket, and why not.' })
  viewerCan!: AllowedMoveObject[];
}
