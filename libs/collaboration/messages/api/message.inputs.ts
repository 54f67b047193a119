import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { ArrayMaxSize, IsBoolean, IsEnum, IsInt, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { type MessageSide, MessageSideEnum } from '@throughline/collaboration/channels';
import { MOST_FILES } from '@throughline/common/files';
import { type RequestKind } from '@throughline/delivery/tickets';
import { BigIntScalar, DateScalar, DateTimeScalar, PageArgs } from '@throughline/platform/graphql';
import { registerEnumType } from '@nestjs/graphql';

/** What the text's own limits say in words; this only keeps a flood from being looked at. */
const FLOOD = 100_000;

export const RequestKindEnum = { SUPPORT: 'SUPPORT', CHANGE_REQUEST: 'CHANGE_REQUEST', COMPLAINT: 'COMPLAINT' } as const satisfies { [Kind in RequestKind]: Kind };
registerEnumType(RequestKindEnum, {
  name: 'RequestKind',
  description: 'What a ticket that is opened for a customer is about.',
  valuesMap: { SUPPORT: { description: 'A question or a fault.' }, CHANGE_REQUEST: { description: 'Something to be done differently.' }, COMPLAINT: { description: 'Something that went wrong.' } },
});

@InputType({ description: 'Something to say. Send an Idempotency-Key with it: a repeat is then the same message.' })
export class PostMessageInput {
  @Field(() => ID, { description: 'The channel.' })
  @IsUUID()
  channelId!: string;

  @Field(() => MessageSideEnum, { description: 'Whom it is for; clients write on the client side.' })
  @IsEnum(MessageSideEnum)
  side!: MessageSide;

  @Field(() => String, { description: 'The text: Markdown, at most 20,000 characters; mentions as @[Name](user:id), @[Name](role:KEY), @channel.' })
  @IsString()
  @MaxLength(FLOOD)
  body!: string;

  @Field(() => ID, { nullable: true, description: 'The message it answers.' })
  @IsOptional()
  @IsUUID()
  threadId?: string | null;

  @Field(() => [ID], { nullable: true, description: 'Files you uploaded for it.' })
  @IsOptional()
  @ArrayMaxSize(MOST_FILES, { message: `At most ${MOST_FILES} files at once.` })
  @IsUUID('all', { each: true })
  fileIds?: string[] | null;

  @Field(() => String, { nullable: true, description: 'What kind of record it is about: `task`.' })
  @IsOptional()
  @MaxLength(40)
  linkedSubject?: string | null;

  @Field(() => ID, { nullable: true, description: 'The record it is about.' })
  @IsOptional()
  @IsUUID()
  linkedId?: string | null;
}

@InputType({ isAbstract: true })
abstract class SeenMessageInput {
  @Field(() => ID, { description: 'The message.' })
  @IsUUID()
  id!: string;

  @Field(() => Int, { description: 'The version you saw.' })
  @IsInt()
  version!: number;
}

@InputType({ description: 'Other words for your message.' })
export class EditMessageInput extends SeenMessageInput {
  @Field(() => String, { description: 'The whole text, as when posting.' })
  @IsString()
  @MaxLength(FLOOD)
  body!: string;
}

@InputType({ description: 'Deletes a message; its place stays.' })
export class DeleteMessageInput extends SeenMessageInput {}

@InputType({ description: 'Shows an internal message to the client. There is no way back.' })
export class PublishMessageInput extends SeenMessageInput {}

@InputType({ description: 'Your emoji under a message.' })
export class SetReactionInput {
  @Field(() => ID, { description: 'The message.' })
  @IsUUID()
  id!: string;

  @Field(() => String, { description: 'One emoji.' })
  @IsString()
  @MaxLength(64)
  emoji!: string;

  @Field(() => Boolean, { description: 'Whether it is to be there.' })
  @IsBoolean()
  on!: boolean;
}

@InputType({ description: 'Pins a message to its channel or takes the pin away.' })
export class PinMessageInput {
  @Field(() => ID, { description: 'The message.' })
  @IsUUID()
  id!: string;

  @Field(() => Boolean, { description: 'Whether it is to be pinned.' })
  @IsBoolean()
  pinned!: boolean;
}

@InputType({ description: 'Links a message to a record; without one, takes the link away.' })
export class LinkMessageInput {
  @Field(() => ID, { description: 'The message.' })
  @IsUUID()
  id!: string;

  @Field(() => String, { nullable: true, description: 'What kind of record: `task`, `deal`.' })
  @IsOptional()
  @MaxLength(40)
  linkedSubject?: string | null;

  @Field(() => ID, { nullable: true, description: 'The record.' })
  @IsOptional()
  @IsUUID()
  linkedId?: string | null;
}

@InputType({ description: 'A task made of a message.' })
export class CreateTaskFromMessageInput {
  @Field(() => ID, { description: 'The message.' })
  @IsUUID()
  id!: string;

  @Field(() => ID, { description: 'The project the task goes into.' })
  @IsUUID()
  projectId!: string;

  @Field(() => String, { nullable: true, description: 'What the task is called; the message\'s first line when absent.' })
  @IsOptional()
  @MaxLength(500)
  name?: string | null;
}

@InputType({ description: 'A ticket made of a message.' })
export class CreateTicketFromMessageInput {
  @Field(() => ID, { description: 'The message.' })
  @IsUUID()
  id!: string;

  @Field(() => RequestKindEnum, { description: 'What it is about.' })
  @IsEnum(RequestKindEnum)
  kind!: RequestKind;

  @Field(() => String, { nullable: true, description: 'What the ticket is called; the message\'s first line when absent.' })
  @IsOptional()
  @MaxLength(500)
  title?: string | null;

  @Field(() => ID, { nullable: true, description: 'The customer, where the channel belongs to none.' })
  @IsOptional()
  @IsUUID()
  customerId?: string | null;

  @Field(() => String, { nullable: true, description: 'The kind of service; the project\'s when absent.' })
  @IsOptional()
  @MaxLength(40)
  categoryKey?: string | null;
}

@ArgsType()
export class MessagesArgs {
  @Field(() => ID, { description: 'The channel.' })
  @IsUUID()
  channelId!: string;

  @Field(() => ID, { nullable: true, description: 'Only answers to this message.' })
  @IsOptional()
  @IsUUID()
  threadId?: string | null;

  @Field(() => MessageSideEnum, { nullable: true, description: 'Only this side.' })
  @IsOptional()
  @IsEnum(MessageSideEnum)
  side?: MessageSide | null;

  @Field(() => Boolean, { nullable: true, description: 'Only pinned ones.' })
  @IsOptional()
  @IsBoolean()
  pinned?: boolean | null;

  @Field(() => BigIntScalar, { nullable: true, description: 'The page before this place.' })
  @IsOptional()
  beforeSequence?: bigint | null;

  @Field(() => BigIntScalar, { nullable: true, description: 'The page behind this place.' })
  @IsOptional()
  afterSequence?: bigint | null;

  @Field(() => BigIntScalar, { nullable: true, description: 'The page with this place in its middle.' })
  @IsOptional()
  aroundSequence?: bigint | null;

  @Field(() => DateScalar, { nullable: true, description: 'The page around the first message of this day, or of the next day with one, in the organization\'s time zone.' })
  @IsOptional()
  onDate?: string | null;

  @Field(() => Int, { defaultValue: 50, description: 'Messages on the page, at most 200.' })
  @IsInt()
  first!: number;
}

@ArgsType()
export class SearchMessagesArgs extends PageArgs {
  @Field(() => String, { nullable: true, description: 'Every word, its beginning, or where no message has it, what it was meant to be.' })
  @IsOptional()
  @MaxLength(1_000)
  search?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only in this channel.' })
  @IsOptional()
  @IsUUID()
  channelId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only of this person.' })
  @IsOptional()
  @IsUUID()
  authorId?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Only from this moment on.' })
  @IsOptional()
  from?: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Only before this moment.' })
  @IsOptional()
  to?: Date | null;

  @Field(() => Boolean, { nullable: true, description: 'Only with files, or only without.' })
  @IsOptional()
  @IsBoolean()
  hasFile?: boolean | null;
}

@ArgsType()
export class MentionCandidatesArgs {
  @Field(() => ID, { description: 'The channel that is written in.' })
  @IsUUID()
  channelId!: string;

  @Field(() => MessageSideEnum, { description: 'The side that is written on.' })
  @IsEnum(MessageSideEnum)
  side!: MessageSide;

  @Field(() => String, { nullable: true, description: 'The beginning of a name, or of a part of it.' })
  @IsOptional()
  @MaxLength(100)
  search?: string | null;

  @Field(() => Int, { defaultValue: 8, description: 'How many, at most 20.' })
  @IsInt()
  first!: number;
}
