import { Args, Info, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { TaskObject } from '@throughline/delivery/tasks';
import { CurrentActor, Requires } from '@throughline/platform/access';
import type { Actor } from '@throughline/platform/kernel';
import { loaded, Reader, Reads, selectionOf } from '@throughline/platform/read';
import { timeEntryPermissions } from '../time.policy.js';
import { timeEntryRead } from '../time.read.js';
import { TimeService } from '../time.service.js';
import { DeleteTimeEntryInput, LogTimeInput, UpdateTimeEntryInput } from './time.inputs.js';
import { TimeEntryObject } from './time.object.js';
import { DeleteTimeEntryPayload, LogTimePayload, TimeEntriesArgs, TimeEntryConnection, UpdateTimeEntryPayload } from './time.payloads.js';

/** Logged time. */
@Resolver(() => TimeEntryObject)
export class TimeResolver {
  constructor(
    private readonly time: TimeService,
    private readonly reader: Reader,
  ) {}

  @Query(() => TimeEntryConnection, { name: 'timeEntries', description: 'The logged time you may see.' })
  @Requires(timeEntryPermissions.read)
  @Reads(timeEntryRead, 'connection')
  list(@CurrentActor() actor: Actor, @Args() args: TimeEntriesArgs, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.reader.connection(actor, timeEntryRead, args, selectionOf(info));
  }

  @Mutation(() => LogTimePayload, { description: 'Logs your time on a task: never in the future, never twice, at most 24 hours a day.' })
  @Requires(timeEntryPermissions.create)
  async logTime(@CurrentActor() actor: Actor, @Args('input', { description: 'The time.' }) input: LogTimeInput, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.answer(actor, await this.time.log(actor, input), info);
  }

  @Mutation(() => UpdateTimeEntryPayload, { description: 'Corrects logged time.' })
  @Requires(timeEntryPermissions.update)
  async updateTimeEntry(@CurrentActor() actor: Actor, @Args('input', { description: 'The correction.' }) input: UpdateTimeEntryInput, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.answer(actor, await this.time.update(actor, input), info);
  }

  @Mutation(() => DeleteTimeEntryPayload, { description: 'Deletes logged time.' })
  @Requires(timeEntryPermissions.update)
  async deleteTimeEntry(@CurrentActor() actor: Actor, @Args('input', { description: 'Which.' }) input: DeleteTimeEntryInput): Promise<unknown> {
    return { id: await this.time.delete(actor, input) };
  }

  private async answer(actor: Actor, id: string, info: GraphQLResolveInfo): Promise<{ timeEntry: TimeEntryObject | null }> {
    return { timeEntry: await this.reader.one(actor, timeEntryRead, id, selectionOf(info, 'timeEntry')) };
  }
}

/** The edge from a task to the time that went into it. */
@Resolver(() => TaskObject)
export class TaskTimeResolver {
  @ResolveField('timeEntries', () => TimeEntryConnection, { description: 'The time logged on it that you may see.' })
  timeEntries(@Parent() task: TaskObject, @Args() _args: TimeEntriesArgs, @Info() info: GraphQLResolveInfo): unknown {
    return loaded(task, info);
  }
}
