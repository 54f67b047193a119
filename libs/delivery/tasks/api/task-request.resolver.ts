import { Args, Info, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { CurrentActor, Requires } from '@throughline/platform/access';
import type { Actor } from '@throughline/platform/kernel';
import { Reader, Reads, selectionOf } from '@throughline/platform/read';
import { TaskRequestService } from '../task-request.service.js';
import { taskPermissions, taskRequestPermissions } from '../task.policy.js';
import { taskRequestRead } from '../task.read.js';
import { DecideTaskRequestInput, RequestSubTaskInput } from './task-work.inputs.js';
import { TaskRequestObject } from './task.object.js';
import { DecideTaskRequestPayload, RequestSubTaskPayload, TaskRequestConnection, TaskRequestsArgs } from './task.payloads.js';

/** Requests for sub-tasks. */
@Resolver(() => TaskRequestObject)
export class TaskRequestResolver {
  constructor(
    private readonly requests: TaskRequestService,
    private readonly reader: Reader,
  ) {}

  @Query(() => TaskRequestConnection, { name: 'taskRequests', description: 'The requests for sub-tasks that you may see.' })
  @Requires(taskRequestPermissions.read)
  @Reads(taskRequestRead, 'connection')
  list(@CurrentActor() actor: Actor, @Args() args: TaskRequestsArgs, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.reader.connection(actor, taskRequestRead, args, selectionOf(info));
  }

  @Mutation(() => RequestSubTaskPayload, { description: 'Asks for a sub-task; a lead decides.' })
  @Requires(taskPermissions.request)
  async requestSubTask(@CurrentActor() actor: Actor, @Args('input', { description: 'The wish.' }) input: RequestSubTaskInput, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.answer(actor, await this.requests.request(actor, input), info);
  }

  @Mutation(() => DecideTaskRequestPayload, { description: 'Approves a request, which creates the sub-task for whoever asked, or rejects it.' })
  @Requires(taskRequestPermissions.decide)
  async decideTaskRequest(@CurrentActor() actor: Actor, @Args('input', { description: 'The decision.' }) input: DecideTaskRequestInput, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.answer(actor, await this.requests.decide(actor, input), info);
  }

  private async answer(actor: Actor, id: string, info: GraphQLResolveInfo): Promise<{ taskRequest: TaskRequestObject | null }> {
    return { taskRequest: await this.reader.one(actor, taskRequestRead, id, selectionOf(info, 'taskRequest')) };
  }
}
