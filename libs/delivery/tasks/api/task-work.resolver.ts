import { Args, Info, Mutation, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { CurrentActor, Requires } from '@throughline/platform/access';
import type { Actor } from '@throughline/platform/kernel';
import { Reader, selectionOf } from '@throughline/platform/read';
import { TaskAssignService } from '../task-assign.service.js';
import { TaskPlanService } from '../task-plan.service.js';
import { TaskReviewService } from '../task-review.service.js';
import { TaskWorkService } from '../task-work.service.js';
import { taskPermissions } from '../task.policy.js';
import { taskRead } from '../task.read.js';
import {
  AssignTaskInput, CancelTaskInput, ChangeTaskStatusInput, ClaimTaskInput, OverrideTaskStatusInput, ReportTaskProgressInput, ReviewTaskInput, SubmitForReviewInput,
} from './task-work.inputs.js';
import { TaskObject } from './task.object.js';
import {
  AssignTaskPayload, CancelTaskPayload, ChangeTaskStatusPayload, ClaimTaskPayload, OverrideTaskStatusPayload, ReportTaskProgressPayload,
  RestoreTaskPayload, ReviewTaskPayload, SubmitForReviewPayload,
} from './task.payloads.js';

/** Tasks: assigning, working on and reviewing them. */
@Resolver(() => TaskObject)
export class TaskWorkResolver {
  constructor(
    private readonly assignments: TaskAssignService,
    private readonly works: TaskWorkService,
    private readonly reviews: TaskReviewService,
    private readonly plans: TaskPlanService,
    private readonly reader: Reader,
  ) {}

  @Mutation(() => AssignTaskPayload, { description: 'Sets the people who work on a task (stage 8).' })
  @Requires(taskPermissions.assign)
  async assignTask(@CurrentActor() actor: Actor, @Args('input', { description: 'The people.' }) input: AssignTaskInput, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.answer(actor, await this.assignments.assign(actor, input), info);
  }

  @Mutation(() => ClaimTaskPayload, { description: 'Takes a task that nobody works on.' })
  @Requires(taskPermissions.claim)
  async claimTask(@CurrentActor() actor: Actor, @Args('input', { description: 'Which.' }) input: ClaimTaskInput, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.answer(actor, await this.assignments.claim(actor, input), info);
  }

  @Mutation(() => ChangeTaskStatusPayload, { description: 'Gives a task without sub-tasks another status; all progress above moves with it. Each move needs its permission.' })
  @Requires(taskPermissions.read)
  async changeTaskStatus(@CurrentActor() actor: Actor, @Args('input', { description: 'The status.' }) input: ChangeTaskStatusInput, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.answer(actor, await this.works.changeStatus(actor, input), info);
  }

  @Mutation(() => ReportTaskProgressPayload, { description: 'Reports the share of a task that is done; starts a task that was not started.' })
  @Requires(taskPermissions.work)
  async reportTaskProgress(@CurrentActor() actor: Actor, @Args('input', { description: 'The share.' }) input: ReportTaskProgressInput, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.answer(actor, await this.works.report(actor, { ...input, report: input.progressBasisPoints }), info);
  }

  @Mutation(() => SubmitForReviewPayload, { description: 'Hands a task in for review.' })
  @Requires(taskPermissions.work)
  async submitForReview(@CurrentActor() actor: Actor, @Args('input', { description: 'Which.' }) input: SubmitForReviewInput, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.answer(actor, await this.works.submit(actor, input), info);
  }

  @Mutation(() => ReviewTaskPayload, { description: 'Accepts finished work or returns it with a reason.' })
  @Requires(taskPermissions.review)
  async reviewTask(@CurrentActor() actor: Actor, @Args('input', { description: 'The review.' }) input: ReviewTaskInput, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.answer(actor, await this.reviews.review(actor, input), info);
  }

  @Mutation(() => OverrideTaskStatusPayload, { description: 'Makes a task with sub-tasks show another status until the next change below it; what counts upwards stays.' })
  @Requires(taskPermissions.override)
  async overrideTaskStatus(@CurrentActor() actor: Actor, @Args('input', { description: 'What it shows.' }) input: OverrideTaskStatusInput, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.answer(actor, await this.plans.override(actor, { ...input, status: input.status ?? null }), info);
  }

  @Mutation(() => CancelTaskPayload, { description: 'Takes a task with everything below it out of all progress.' })
  @Requires(taskPermissions.cancel)
  async cancelTask(@CurrentActor() actor: Actor, @Args('input', { description: 'Which, and why.' }) input: CancelTaskInput, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.answer(actor, await this.plans.setCancelled(actor, input, true), info);
  }

  @Mutation(() => RestoreTaskPayload, { description: 'Takes a cancellation back; the task counts again with what it holds.' })
  @Requires(taskPermissions.cancel)
  async restoreTask(@CurrentActor() actor: Actor, @Args('input', { description: 'Which.' }) input: CancelTaskInput, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.answer(actor, await this.plans.setCancelled(actor, input, false), info);
  }

  private async answer(actor: Actor, id: string, info: GraphQLResolveInfo): Promise<{ task: TaskObject | null }> {
    return { task: await this.reader.one(actor, taskRead, id, selectionOf(info, 'task')) };
  }
}
