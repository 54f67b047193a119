import { Args, Info, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { projectRead } from '@throughline/delivery/projects';
import { CurrentActor, Requires } from '@throughline/platform/access';
import type { Actor } from '@throughline/platform/kernel';
import { Reader, Reads, selectionOf } from '@throughline/platform/read';
import { taskPermissions, taskTemplatePermissions } from '../task.policy.js';
import { taskTemplateRead } from '../task.read.js';
import { TemplateService } from '../templates/template.service.js';
import { TaskTemplateObject } from './task-template.object.js';
import { CreateTasksFromTemplateInput } from './task.inputs.js';
import { CreateTasksFromTemplatePayload, TaskTemplateConnection, TaskTemplatesArgs } from './task.payloads.js';

/** Task templates. */
@Resolver(() => TaskTemplateObject)
export class TaskTemplateResolver {
  constructor(
    private readonly templates: TemplateService,
    private readonly reader: Reader,
  ) {}

  @Query(() => TaskTemplateConnection, { name: 'taskTemplates', description: 'What projects of a kind usually consist of.' })
  @Requires(taskTemplatePermissions.read)
  @Reads(taskTemplateRead, 'connection')
  list(@CurrentActor() actor: Actor, @Args() args: TaskTemplatesArgs, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.reader.connection(actor, taskTemplateRead, args, selectionOf(info));
  }

  @Mutation(() => CreateTasksFromTemplatePayload, { description: 'Creates a template\'s milestones, tasks and sub-tasks in a project, dated from its start (stage 7).' })
  @Requires(taskPermissions.create)
  async createTasksFromTemplate(
    @CurrentActor() actor: Actor, @Args('input', { description: 'What and where.' }) input: CreateTasksFromTemplateInput, @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    const taskIds = await this.templates.createTasks(actor, input);
    return { project: await this.reader.one(actor, projectRead, input.projectId, selectionOf(info, 'project')), taskIds };
  }
}
