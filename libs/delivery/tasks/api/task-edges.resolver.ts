import { Args, Info, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { MilestoneObject, ProjectObject } from '@throughline/delivery/projects';
import { loaded } from '@throughline/platform/read';
import { TaskConnection, TasksArgs } from './task.payloads.js';

/** The edge from a project to its tasks. */
@Resolver(() => ProjectObject)
export class ProjectTasksResolver {
  @ResolveField('tasks', () => TaskConnection, { description: 'Its tasks of the first level, in their order.' })
  tasks(@Parent() project: ProjectObject, @Args() _args: TasksArgs, @Info() info: GraphQLResolveInfo): unknown {
    return loaded(project, info);
  }
}

/** The edge from a milestone to its tasks. */
@Resolver(() => MilestoneObject)
export class MilestoneTasksResolver {
  @ResolveField('tasks', () => TaskConnection, { description: 'The tasks that lead to it, in their order.' })
  tasks(@Parent() milestone: MilestoneObject, @Args() _args: TasksArgs, @Info() info: GraphQLResolveInfo): unknown {
    return loaded(milestone, info);
  }
}
