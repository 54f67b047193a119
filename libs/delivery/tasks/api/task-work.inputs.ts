import { Field, ID, InputType, Int } from '@nestjs/graphql';
import type { LeafStatus } from '@throughline/delivery/progress';
import { ArrayMaxSize, IsArray, IsBoolean, IsEnum, IsInt, IsNotEmpty, IsOptional, IsUUID, Max, MaxLength, Min } from 'class-validator';
import { TaskTargetFields } from './task-target.input.js';
import { type ReviewDecision, ReviewDecisionEnum, TaskStatusEnum } from './task.enums.js';

@InputType({ description: 'Another status for a task without sub-tasks.' })
export class ChangeTaskStatusInput extends TaskTargetFields {
  @Field(() => TaskStatusEnum, { description: 'The status it gets.' })
  @IsEnum(TaskStatusEnum)
  status!: LeafStatus;

  @Field(() => String, { nullable: true, description: 'Why; needed when something blocks it.' })
  @IsOptional()
  @MaxLength(2_000)
  reason?: string | null;
}

@InputType({ description: 'The share of a task that is done.' })
export class ReportTaskProgressInput extends TaskTargetFields {
  @Field(() => Int, { description: 'In basis points: 5000 is half.' })
  @IsInt()
  @Min(0)
  @Max(10_000)
  progressBasisPoints!: number;
}

@InputType({ description: 'Hands a task in for review.' })
export class SubmitForReviewInput extends TaskTargetFields {}

@InputType({ description: 'A reviewer\'s word on finished work.' })
export class ReviewTaskInput extends TaskTargetFields {
  @Field(() => ReviewDecisionEnum, { description: 'Accepted or returned.' })
  @IsEnum(ReviewDecisionEnum)
  decision!: ReviewDecision;

  @Field(() => String, { nullable: true, description: 'What has to be done better; needed to return.' })
  @IsOptional()
  @MaxLength(4_000)
  reason?: string | null;

  @Field(() => ID, { nullable: true, description: 'To return a task with sub-tasks: the finished one below it to open again.' })
  @IsOptional()
  @IsUUID()
  reopenTaskId?: string | null;

  @Field(() => String, { nullable: true, description: 'To return a task with sub-tasks: the title of a rework sub-task to add instead.' })
  @IsOptional()
  @MaxLength(200)
  reworkTitle?: string | null;
}

@InputType({ description: 'The people who work on a task.' })
export class AssignTaskInput extends TaskTargetFields {
  @Field(() => [ID], { description: 'All of them; nobody gives the task back to the team.' })
  @IsArray()
  @ArrayMaxSize(20)
  @IsUUID(undefined, { each: true })
  assigneeIds!: string[];
}

@InputType({ description: 'Takes a task that nobody works on.' })
export class ClaimTaskInput extends TaskTargetFields {}

@InputType({ description: 'Makes a task with sub-tasks show another status.' })
export class OverrideTaskStatusInput extends TaskTargetFields {
  @Field(() => TaskStatusEnum, { nullable: true, description: 'What it shows until the next change below it; its own status again when null.' })
  @IsOptional()
  @IsEnum(TaskStatusEnum)
  status?: LeafStatus | null;

  @Field(() => String, { nullable: true, description: 'Why; needed.' })
  @IsOptional()
  @MaxLength(2_000)
  reason?: string | null;
}

@InputType({ description: 'Cancels a task with everything below it, or takes that back.' })
export class CancelTaskInput extends TaskTargetFields {
  @Field(() => String, { nullable: true, description: 'Why; needed to cancel.' })
  @IsOptional()
  @MaxLength(2_000)
  reason?: string | null;
}

@InputType({ description: 'A wish for a sub-task.' })
export class RequestSubTaskInput {
  @Field(() => ID, { description: 'The task it is to be a part of.' })
  @IsUUID()
  parentId!: string;

  @Field(() => String, { description: 'What it is to be called.' })
  @IsNotEmpty({ message: 'Give the sub-task a title.' })
  @MaxLength(200)
  title!: string;

  @Field(() => String, { nullable: true, description: 'What it is about.' })
  @IsOptional()
  @MaxLength(4_000)
  description?: string | null;

  @Field(() => Int, { nullable: true, description: 'How long it will take, in minutes.' })
  @IsOptional()
  @IsInt()
  estimateMinutes?: number | null;
}

@InputType({ description: 'The decision on a wish for a sub-task.' })
export class DecideTaskRequestInput {
  @Field(() => ID, { description: 'The request.' })
  @IsUUID()
  id!: string;

  @Field(() => Int, { description: 'The version you saw.' })
  @IsInt()
  version!: number;

  @Field(() => Boolean, { description: 'Yes creates the sub-task for whoever asked.' })
  @IsBoolean()
  approve!: boolean;

  @Field(() => String, { nullable: true, description: 'Why not; needed to reject.' })
  @IsOptional()
  @MaxLength(2_000)
  reason?: string | null;
}
