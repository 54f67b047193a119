import { Args, Info, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentActor, Requires } from '@throughline/platform/access';
import type { Actor } from '@throughline/platform/kernel';
import { columnsOf, Reader, Reads, selectionOf } from '@throughline/platform/read';
import type { GraphQLResolveInfo } from 'graphql';
import { RecordNames } from '../record-names.js';
import { reminderPermissions } from '../reminder.policy.js';
import { reminderRead } from '../reminder.read.js';
import { ReminderService } from '../reminder.service.js';
import {
  CreateReminderInput, CreateReminderPayload, DeleteReminderInput, DeleteReminderPayload, ReminderConnection, RemindersArgs, UpdateReminderInput, UpdateReminderPayload,
} from './reminder.inputs.js';
import { ReminderObject } from './reminder.object.js';

/** What people want to be reminded of. */
@Resolver(() => ReminderObject)
export class ReminderResolver {
  constructor(
    private readonly reminders: ReminderService,
    private readonly names: RecordNames,
    private readonly reader: Reader,
  ) {}

  @Query(() => ReminderConnection, { name: 'reminders', description: 'Your reminders, the next first.' })
  @Requires(reminderPermissions.read)
  @Reads(reminderRead, 'connection')
  list(@CurrentActor() actor: Actor, @Args() args: RemindersArgs, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.reader.connection(actor, reminderRead, args, selectionOf(info));
  }

  @ResolveField(() => String, { name: 'recordName', nullable: true })
  name(@Parent() reminder: object, @CurrentActor() actor: Actor): Promise<string | null> {
    const { subject, record_id: id } = columnsOf(reminder) as { subject: string | null; record_id: string | null };
    return this.names.of(actor, subject, id);
  }

  @Mutation(() => CreateReminderPayload, { description: 'Sets a reminder on a record, a message, or by itself.' })
  @Requires(reminderPermissions.keep)
  async createReminder(@CurrentActor() actor: Actor, @Args('input', { description: 'What and when.' }) input: CreateReminderInput, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.answer(actor, await this.reminders.create(actor, input), info);
  }

  @Mutation(() => UpdateReminderPayload, { description: 'Changes, moves or settles a reminder of yours.' })
  @Requires(reminderPermissions.keep)
  async updateReminder(@CurrentActor() actor: Actor, @Args('input', { description: 'What changes.' }) input: UpdateReminderInput, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.answer(actor, await this.reminders.update(actor, input), info);
  }

  @Mutation(() => DeleteReminderPayload, { description: 'Removes a reminder of yours.' })
  @Requires(reminderPermissions.keep)
  async deleteReminder(@CurrentActor() actor: Actor, @Args('input', { description: 'Which.' }) { id }: DeleteReminderInput): Promise<DeleteReminderPayload> {
    return { id: await this.reminders.delete(actor, id) };
  }

  private async answer(actor: Actor, id: string, info: GraphQLResolveInfo): Promise<unknown> {
    return { reminder: await this.reader.one(actor, reminderRead, id, selectionOf(info, 'reminder')) };
  }
}
