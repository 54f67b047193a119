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

@ObjectType({ isAbstract: true })
abstract class TaskPayload extends MutationPayload {
  @Field(() => TaskObject, { nullable: true, description: 'The task; null when something was refused.' })
  task?: TaskObject | null;
}

@ObjectType({ description: 'The task with the people who work on it.' })
export class AssignTaskPayload extends TaskPayload {}

@ObjectType({ description: 'The task that is yours now.' })
export class ClaimTaskPayload extends TaskPayload {}

@ObjectType({ description: 'The task in its new status.' })
export class ChangeTaskStatusPayload extends TaskPayload {}

@ObjectType({ description: 'The task with the share that is done.' })
export class ReportTaskProgressPayload extends TaskPayload {}

@ObjectType({ description: 'The task that waits for review.' })
export class SubmitForReviewPayload extends TaskPayload {}

@ObjectType({ description: 'The task after the review.' })
export class ReviewTaskPayload extends TaskPayload {}

@ObjectType({ description: 'The task with the status it shows.' })
export class OverrideTaskStatusPayload extends TaskPayload {}

@ObjectType({ description: 'The cancelled task.' })
export class CancelTaskPayload extends TaskPayload {}

@ObjectType({ description: 'The task that counts again.' })
export class RestoreTaskPayload extends TaskPayload {}

@ObjectType({ description: 'The new task.' })
export class CreateTaskPayload extends TaskPayload {}

@ObjectType({ description: 'The new sub-task.' })
export class CreateSubTaskPayload extends TaskPayload {}

@ObjectType({ description: 'The task after the edit.' })
export class UpdateTaskPayload extends TaskPayload {}

@ObjectType({ description: 'The task with its new weight.' })
export class ReweighTaskPayload extends TaskPayload {}

@ObjectType({ description: 'The task in its new place.' })
export class MoveTaskPayload extends TaskPayload {}

@ObjectType({ description: 'What was deleted.' })
export class DeleteTaskPayload extends MutationPayload {
  @Field(() => ID, { nullable: true, description: 'Id of the deleted task; null when something was refused.' })
  id?: string | null;
}

@ObjectType({ isAbstract: true })
abstract class TaskRequestPayload extends MutationPayload {
  @Field(() => TaskRequestObject, { nullable: true, description: 'The request; null when something was refused.' })
  taskRequest?: TaskRequestObject | null;
}

@ObjectType({ description: 'The request that waits for a decision.' })
export class RequestSubTaskPayload extends TaskRequestPayload {}

@ObjectType({ description: 'The request after the decision.' })
export class DecideTaskRequestPayload extends TaskRequestPayload {}

@ObjectType({ description: 'The project after its tasks were created.' })
export class CreateTasksFromTemplatePayload extends MutationPayload {
  @Field(() => ProjectObject, { nullable: true, description: 'The project; null when something was refused.' })
  project?: ProjectObject | null;

  @Field(() => [ID], { nullable: true, description: 'The new tasks of the first level, in order.' })
  taskIds?: string[] | null;
}
