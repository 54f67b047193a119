import { Args, ID, Info, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { CurrentActor, Requires } from '@throughline/platform/access';
import type { Actor } from '@throughline/platform/kernel';
import { columnsOf, Reader, Reads, selectionOf } from '@throughline/platform/read';
import { TaskCreateService } from '../task-create.service.js';
import { TaskMovesService } from '../task-moves.service.js';
import { TaskMoveService } from '../task-move.service.js';
import { TaskPlanService } from '../task-plan.service.js';
import { taskPermissions } from '../task.policy.js';
import { taskRead } from '../task.read.js';
import { CreateSubTaskInput, CreateTaskInput, DeleteTaskInput, MoveTaskInput, ReweighTaskInput, UpdateTaskInput } from './task.inputs.js';
import { TaskObject } from './task.object.js';
import {
  CreateSubTaskPayload, CreateTaskPayload, DeleteTaskPayload, MoveTaskPayload, ReweighTaskPayload, TaskConnection, TasksArgs, UpdateTaskPayload,
} from './task.payloads.js';

/** Tasks: reading and planning them. */
@Resolver(() => TaskObject)
export class TaskResolver {
  constructor(
    private readonly creation: TaskCreateService,
    private readonly plans: TaskPlanService,
    private readonly places: TaskMoveService,
    private readonly moves: TaskMovesService,
    private readonly reader: Reader,
  ) {}

  @Query(() => TaskConnection, { name: 'tasks', description: 'The tasks you may see; with assigneeId and open your own work, by dueOn in its groups.' })
  @Requires(taskPermissions.read)
  @Reads(taskRead, 'connection')
  list(@CurrentActor() actor: Actor, @Args() args: TasksArgs, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.reader.connection(actor, taskRead, args, selectionOf(info));
  }

  @Query(() => TaskObject, { name: 'task', nullable: true, description: 'One task, with its parts as deep as you select.' })
  @Requires(taskPermissions.read)
  @Reads(taskRead, 'one')
  one(@CurrentActor() actor: Actor, @Args('id', { type: () => ID, description: 'Its id.' }) id: string, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.reader.existing(actor, taskRead, id, selectionOf(info));
  }

  @ResolveField('allowedMoves')
  allowedMoves(@CurrentActor() actor: Actor, @Parent() task: TaskObject): Promise<unknown> {
    return this.moves.of(actor, String(columnsOf(task)['id']));
  }

  @Mutation(() => CreateTaskPayload, { description: 'Creates a task on the top level of a project.' })
  @Requires(taskPermissions.create)
  async createTask(@CurrentActor() actor: Actor, @Args('input', { description: 'The task.' }) input: CreateTaskInput, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.answer(actor, await this.creation.create(actor, input), info);
  }

  @Mutation(() => CreateSubTaskPayload, { description: 'Creates a part of a task (stage 8). The first part takes over the estimate, report and status of the task.' })
  @Requires(taskPermissions.create)
  async createSubTask(@CurrentActor() actor: Actor, @Args('input', { description: 'The sub-task.' }) input: CreateSubTaskInput, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.answer(actor, await this.creation.create(actor, input), info);
  }

  @Mutation(() => UpdateTaskPayload, { description: 'Changes facts of a task.' })
  @Requires(taskPermissions.update)
  async updateTask(@CurrentActor() actor: Actor, @Args('input', { description: 'The changes.' }) input: UpdateTaskInput, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.answer(actor, await this.plans.update(actor, input), info);
  }

  @Mutation(() => ReweighTaskPayload, { description: 'Gives a task another weight in what its project counts.' })
  @Requires(taskPermissions.update)
  async reweighTask(@CurrentActor() actor: Actor, @Args('input', { description: 'The weight.' }) input: ReweighTaskInput, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.answer(actor, await this.plans.reweigh(actor, input), info);
  }

  @Mutation(() => MoveTaskPayload, { description: 'Moves a task: order, parent, milestone or project. Its progress goes along.' })
  @Requires(taskPermissions.update)
  async moveTask(@CurrentActor() actor: Actor, @Args('input', { description: 'Where to.' }) input: MoveTaskInput, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.answer(actor, await this.places.move(actor, input), info);
  }

  @Mutation(() => DeleteTaskPayload, { description: 'Deletes a task on which no time was logged.' })
  @Requires(taskPermissions.delete)
  async deleteTask(@CurrentActor() actor: Actor, @Args('input', { description: 'Which.' }) input: DeleteTaskInput): Promise<unknown> {
    return { id: await this.plans.delete(actor, input) };
  }

  private async answer(actor: Actor, id: string, info: GraphQLResolveInfo): Promise<{ task: TaskObject | null }> {
    return { task: await this.reader.one(actor, taskRead, id, selectionOf(info, 'task')) };
  }
}
