import { Args, Info, Mutation, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { taskPermissions } from '@throughline/delivery/tasks';
import { ticketPermissions } from '@throughline/delivery/tickets';
import { CurrentActor, Requires } from '@throughline/platform/access';
import type { Actor } from '@throughline/platform/kernel';
import { selectionOf } from '@throughline/platform/read';
import { MessageEditService } from '../message-edit.service.js';
import { MessageMarksService } from '../message-marks.service.js';
import { messagePermissions } from '../message.policy.js';
import { MessageReader } from '../message-reader.service.js';
import { MessageService } from '../message.service.js';
import { MessageWorkService } from '../message-work.service.js';
import {
  CreateTaskFromMessageInput, CreateTicketFromMessageInput, DeleteMessageInput, EditMessageInput, LinkMessageInput, PinMessageInput, PostMessageInput, PublishMessageInput, SetReactionInput,
} from './message.inputs.js';
import { MessageObject } from './message.object.js';
import {
  CreateTaskFromMessagePayload, CreateTicketFromMessagePayload, DeleteMessagePayload, EditMessagePayload, LinkMessagePayload, PinMessagePayload, PostMessagePayload,
  PublishMessagePayload, SetReactionPayload,
} from './message.payloads.js';

const input = { description: 'What to do.' };

/** Speaking, and what is done with what was said. */
@Resolver(() => MessageObject)
export class MessageWriteResolver {
  constructor(
    private readonly messages: MessageService,
    private readonly edits: MessageEditService,
    private readonly marks: MessageMarksService,
    private readonly work: MessageWorkService,
    private readonly reader: MessageReader,
  ) {}

  @Mutation(() => PostMessagePayload, { description: 'Posts a message at the end of a channel. To the client it also needs `channel.postToClient`.' })
  @Requires(messagePermissions.read)
  async postMessage(@CurrentActor() actor: Actor, @Args('input', input) what: PostMessageInput, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.answer(actor, await this.messages.post(actor, what), info);
  }

  @Mutation(() => EditMessagePayload, { description: 'Puts other words into your message; what it said stays for those who may see that.' })
  @Requires(messagePermissions.edit)
  async editMessage(@CurrentActor() actor: Actor, @Args('input', input) what: EditMessageInput, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.answer(actor, await this.edits.edit(actor, what), info);
  }

  @Mutation(() => DeleteMessagePayload, { description: 'Deletes a message with its files; an empty place stays.' })
  @Requires(messagePermissions.delete)
  async deleteMessage(@CurrentActor() actor: Actor, @Args('input', input) what: DeleteMessageInput, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.answer(actor, await this.edits.delete(actor, what), info);
  }

  @Mutation(() => PublishMessagePayload, { description: 'Shows an internal message to the client, for whom it is posted now. There is no way back.' })
  @Requires(messagePermissions.publish)
  async publishMessage(@CurrentActor() actor: Actor, @Args('input', input) what: PublishMessageInput, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.answer(actor, await this.edits.publish(actor, what), info);
  }

  @Mutation(() => SetReactionPayload, { description: 'Puts your emoji under a message, or takes it away.' })
  @Requires(messagePermissions.react)
  async setReaction(@CurrentActor() actor: Actor, @Args('input', input) what: SetReactionInput, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.answer(actor, await this.marks.react(actor, what), info);
  }

  @Mutation(() => PinMessagePayload, { description: 'Pins a message to its channel, or takes the pin away.' })
  @Requires(messagePermissions.pin)
  async pinMessage(@CurrentActor() actor: Actor, @Args('input', input) what: PinMessageInput, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.answer(actor, await this.marks.pin(actor, what), info);
  }

  @Mutation(() => LinkMessagePayload, { description: 'Links a message to a record, or takes the link away.' })
  @Requires(messagePermissions.pin)
  async linkMessage(@CurrentActor() actor: Actor, @Args('input', input) what: LinkMessageInput, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.answer(actor, await this.marks.link(actor, what), info);
  }

  @Mutation(() => CreateTaskFromMessagePayload, { description: 'Makes a task of a message. Of an internal one the client sees nothing.' })
  @Requires(taskPermissions.create)
  async createTaskFromMessage(@CurrentActor() actor: Actor, @Args('input', input) what: CreateTaskFromMessageInput, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    const { messageId, taskId } = await this.work.createTask(actor, what);
    return { ...(await this.answer(actor, messageId, info)), taskId };
  }

  @Mutation(() => CreateTicketFromMessagePayload, { description: 'Opens a ticket for what a message says.' })
  @Requires(ticketPermissions.create)
  async createTicketFromMessage(@CurrentActor() actor: Actor, @Args('input', input) what: CreateTicketFromMessageInput, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    const { messageId, ticketId } = await this.work.createTicket(actor, what);
    return { ...(await this.answer(actor, messageId, info)), ticketId };
  }

  private async answer(actor: Actor, id: string, info: GraphQLResolveInfo): Promise<{ message: unknown }> {
    return { message: await this.reader.find(actor, id, selectionOf(info, 'message')) };
  }
}
