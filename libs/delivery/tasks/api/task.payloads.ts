import { ArgsType, Field, ID, ObjectType } from '@nestjs/graphql';
import { ProjectObject } from '@throughline/delivery/projects';
import { Connection, MutationPayload } from '@throughline/platform/graphql';
import { ReadArgs } from '@throughline/platform/read';
import { taskRead, taskRequestRead, taskTemplateRead } from '../task.read.js';
import { TaskTemplateObject } from './task-template.object.js';
import { TaskObject, TaskRequestObject } from './task.object.js';

@ObjectType({ description: 'A page of tasks.' })
export class TaskConnection extends Connection(TaskObject, 'Task') {}

@ArgsType()
export class TasksArgs extends ReadArgs(taskRead) {}

@ObjectType({ description: 'A page of requests for sub-tasks.' })
export class TaskRequestConnection extends Connection(TaskRequestObject, 'TaskRequest') {}

@ArgsType()
export class TaskRequestsArgs extends ReadArgs(taskRequestRead) {}

@ObjectType({ description: 'A page of task templates.' })
export class TaskTemplateConnection extends Connection(TaskTemplateObject, 'TaskTemplate') {}

@ArgsType()
export class TaskTemplatesArgs extends ReadArgs(taskTemplateRead) {}

@ObjectType({ description: 'The task after the operation.' })
export class TaskPayload extends MutationPayload {
  @Field(() => TaskObject, { nullable: true, description: 'The task; null when something was refused.' })
  task?: TaskObject | null;
}

@ObjectType({ description: 'What was deleted.' })
export class DeleteTaskPayload extends MutationPayload {
  @Field(() => ID, { nullable: true, description: 'Id of the deleted task; null when something was refused.' })
  id?: string | null;
}

@ObjectType({ description: 'The request after the operation.' })
export class TaskRequestPayload extends MutationPayload {
  @Field(() => TaskRequestObject, { nullable: true, description: 'The request; null when something was refused.' })
  taskRequest?: TaskRequestObject | null;
}

@ObjectType({ description: 'The project after its tasks were created.' })
export class CreateTasksFromTemplatePayload extends MutationPayload {
  @Field(() => ProjectObject, { nullable: true, description: 'The project; null when something was refused.' })
  project?: ProjectObject | null;

  @Field(() => [ID], { nullable: true, description: 'The new tasks of the first level, in order.' })
  taskIds?: string[] | null;
}
