import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { ArrayMaxSize, IsArray, IsBoolean, IsEnum, IsInt, IsNotEmpty, IsOptional, IsString, IsUUID, Max, MaxLength, Min } from 'class-validator';
import { DateScalar } from '@throughline/platform/graphql';
import { TaskTargetFields } from './task-target.input.js';
import { type TaskPriority, TaskPriorityEnum } from './task.enums.js';

@InputType({ isAbstract: true })
abstract class TaskFactsFields {
  @Field(() => String, { nullable: true, description: 'What is to be done, in detail.' })
  @IsOptional()
  @MaxLength(20_000)
  description?: string | null;

  @Field(() => TaskPriorityEnum, { nullable: true, description: 'How much it presses; normal when new.' })
  @IsOptional()
  @IsEnum(TaskPriorityEnum)
  priority?: TaskPriority;

  @Field(() => [String], { nullable: true, description: 'Labels, at most 20.' })
  @IsOptional()
  @IsArray()
  @IsString({ each: true })
  @MaxLength(50, { each: true })
  labels?: string[] | null;

  @Field(() => DateScalar, { nullable: true, description: 'When to begin.' })
  @IsOptional()
  startOn?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'When it is due.' })
  @IsOptional()
  dueOn?: string | null;

  @Field(() => Int, { nullable: true, description: 'How long it will take, in minutes.' })
  @IsOptional()
  @IsInt()
  estimateMinutes?: number | null;

  @Field(() => Int, { nullable: true, description: 'How much it is, in points.' })
  @IsOptional()
  @IsInt()
  points?: number | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether its work is reviewed before it counts as completed.' })
  @IsOptional()
  @IsBoolean()
  requiresReview?: boolean;

  @Field(() => ID, { nullable: true, description: 'Who is asked to review it.' })
  @IsOptional()
  @IsUUID()
  reviewerId?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the client sees it.' })
  @IsOptional()
  @IsBoolean()
  sharedWithClient?: boolean;
}

@InputType({ description: 'A new task on the top level of a project.' })
export class CreateTaskInput extends TaskFactsFields {
  @Field(() => ID, { description: 'The project.' })
  @IsUUID()
  projectId!: string;

  @Field(() => String, { description: 'What is to be done.' })
  @IsNotEmpty({ message: 'Give the task a title.' })
  @MaxLength(200)
  title!: string;

  @Field(() => ID, { nullable: true, description: 'The milestone it leads to.' })
  @IsOptional()
  @IsUUID()
  milestoneId?: string | null;

  @Field(() => [ID], { nullable: true, description: 'Who works on it.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @IsUUID(undefined, { each: true })
  assigneeIds?: string[];
}

@InputType({ description: 'A new part of a task. The first part takes over the task\'s estimate, report and status.' })
export class CreateSubTaskInput extends TaskFactsFields {
  @Field(() => ID, { description: 'The task it is a part of.' })
  @IsUUID()
  parentId!: string;

  @Field(() => String, { description: 'What is to be done.' })
  @IsNotEmpty({ message: 'Give the task a title.' })
  @MaxLength(200)
  title!: string;

  @Field(() => [ID], { nullable: true, description: 'Who works on it.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @IsUUID(undefined, { each: true })
  assigneeIds?: string[];
}

@InputType({ description: 'Changed facts of a task; what is absent stays.' })
export class UpdateTaskInput extends TaskFactsFields {
  @Field(() => ID, { description: 'The task.' })
  @IsUUID()
  id!: string;

  @Field(() => Int, { description: 'The version you saw.' })
  @IsInt()
  version!: number;

  @Field(() => String, { nullable: true, description: 'What is to be done.' })
  @IsOptional()
  @IsNotEmpty({ message: 'Give the task a title.' })
  @MaxLength(200)
  title?: string;
}

@InputType({ description: 'Another weight for a task.' })
export class ReweighTaskInput extends TaskTargetFields {
  @Field(() => Int, { description: 'Minutes or points, as the project counts.' })
  @IsInt()
  @Min(1)
  @Max(10_000_000)
  weight!: number;
}

@InputType({ description: 'Another place for a task; everything below goes along.' })
export class MoveTaskInput extends TaskTargetFields {
  @Field(() => ID, { nullable: true, description: 'Below this task.' })
  @IsOptional()
  @IsUUID()
  parentId?: string | null;

  @Field(() => ID, { nullable: true, description: 'To the top level of this project.' })
  @IsOptional()
  @IsUUID()
  projectId?: string | null;

  @Field(() => ID, { nullable: true, description: 'To this milestone; none when null, as it is when absent. Top level only.' })
  @IsOptional()
  @IsUUID()
  milestoneId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Behind this sibling; first when null, last in a new place when absent.' })
  @IsOptional()
  @IsUUID()
  afterTaskId?: string | null;
}

@InputType({ description: 'Deletes a task.' })
export class DeleteTaskInput extends TaskTargetFields {
  @Field(() => Boolean, { nullable: true, description: 'Whether its sub-tasks are deleted too; without it a task that has some is kept.' })
  @IsOptional()
  @IsBoolean()
  withSubTasks?: boolean;
}

@InputType({ description: 'Creates a template\'s milestones, tasks and sub-tasks in a project.' })
export class CreateTasksFromTemplateInput {
  @Field(() => ID, { description: 'The project.' })
  @IsUUID()
  projectId!: string;

  @Field(() => String, { description: 'The template: WEB, SEO, GMB, GRAPHICS, SOCIAL.' })
  @IsNotEmpty()
  @MaxLength(100)
  templateKey!: string;

  @Field(() => DateScalar, { nullable: true, description: 'The day its dates count from; the project\'s start, else today, when absent.' })
  @IsOptional()
  startOn?: string | null;
}
