import { Field, ID, ObjectType } from '@nestjs/graphql';
import { MutationPayload, PageInfo } from '@throughline/platform/graphql';
import { MentionKindEnum, MessageObject } from './message.object.js';
import type { MentionKind } from '../body/mentions.js';

@ObjectType('MessagePage', { description: 'A part of a channel or a thread, in its order.' })
export class MessagePageObject {
  @Field(() => [MessageObject], { description: 'The messages, the earliest first.' })
  nodes!: MessageObject[];

  @Field(() => Boolean, { description: 'Whether there are messages before them.' })
  hasEarlier!: boolean;

  @Field(() => Boolean, { description: 'Whether there are messages behind them.' })
  hasLater!: boolean;
}

@ObjectType('MessageEdge', { description: 'A message that was found.' })
export class MessageEdgeObject {
  @Field(() => String, { description: 'Its place in the list.' })
  cursor!: string;

  @Field(() => MessageObject, { description: 'The message.' })
  node!: MessageObject;
}

@ObjectType('MessageConnection', { description: 'A page of messages that were found, the latest first. They are not counted: that would cost more than finding them.' })
export class MessageConnectionObject {
  @Field(() => [MessageObject], { description: 'The messages of this page.' })
  nodes!: MessageObject[];

  @Field(() => [MessageEdgeObject], { description: 'The messages of this page, each with its cursor.' })
  edges!: MessageEdgeObject[];

  @Field(() => PageInfo, { description: 'Where this page ends.' })
  pageInfo!: PageInfo;
}

@ObjectType('MentionCandidate', { description: 'Somebody whom a message could address.' })
export class MentionCandidateObject {
  @Field(() => MentionKindEnum, { description: 'A person, a role or the channel.' })
  kind!: MentionKind;

  @Field(() => String, { nullable: true, description: 'The person\'s id or the role\'s key; null for the channel.' })
  id!: string | null;

  @Field(() => String, { description: 'What to show and to write.' })
  name!: string;

  @Field(() => Boolean, { description: 'Whether they would see the message.' })
  canSee!: boolean;

  @Field(() => String, { nullable: true, description: 'Why they would not.' })
  reason!: string | null;
}

@ObjectType({ isAbstract: true })
abstract class MessagePayload extends MutationPayload {
  @Field(() => MessageObject, { nullable: true, description: 'The message; null when something was refused.' })
  message?: MessageObject | null;
}

@ObjectType({ description: 'The new message.' })
export class PostMessagePayload extends MessagePayload {}

@ObjectType({ description: 'The message with its new words.' })
export class EditMessagePayload extends MessagePayload {}

@ObjectType({ description: 'The place of the deleted message.' })
export class DeleteMessagePayload extends MessagePayload {}

@ObjectType({ description: 'The message that the client sees now.' })
export class PublishMessagePayload extends MessagePayload {}

@ObjectType({ description: 'The message with its reactions.' })
export class SetReactionPayload extends MessagePayload {}

@ObjectType({ description: 'The message, pinned or not.' })
export class PinMessagePayload extends MessagePayload {}

@ObjectType({ description: 'The message with its link.' })
export class LinkMessagePayload extends MessagePayload {}

@ObjectType({ description: 'The message and the task it became.' })
export class CreateTaskFromMessagePayload extends MessagePayload {
  @Field(() => ID, { nullable: true, description: 'The new task.' })
  taskId?: string | null;
}

@ObjectType({ description: 'The message and the ticket it became.' })
export class CreateTicketFromMessagePayload extends MessagePayload {
  @Field(() => ID, { nullable: true, description: 'The new ticket.' })
  ticketId?: string | null;
}
