import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { WorkStatus } from '@throughline/delivery/progress';
import { MilestoneObject, ProgressFields, ProjectObject, WorkStatusEnum } from '@throughline/delivery/projects';
import { DepartmentObject, TeamObject } from '@throughline/identity/departments';
import { UserObject } from '@throughline/identity/users';
import { AllowedMoveObject, BigIntScalar, DateScalar, DateTimeScalar } from '@throughline/platform/graphql';
import { ReviewDecisionEnum, type TaskPriority, TaskPriorityEnum } from './task.enums.js';

@ObjectType('TaskReview', { description: 'A reviewer\'s word on finished work.' })
export class TaskReviewObject {
  @Field(() => ID, { description: 'The record\'s id.' })
  id!: string;

  @Field(() => ReviewDecisionEnum, { description: 'Accepted or returned.' })
  decision!: string;

  @Field(() => String, { nullable: true, description: 'What has to be done better.' })
  reason!: string | null;

  @Field(() => ID, { nullable: true, description: 'The sub-task that was opened again or added by it.' })
  reopenedTaskId!: string | null;

  @Field(() => DateTimeScalar, { description: 'When.' })
  reviewedAt!: Date;

  @Field(() => UserObject, { nullable: true, description: 'By whom.' })
  reviewer!: UserObject | null;
}

@ObjectType('TaskRequest', { description: 'A member\'s wish for a sub-task.' })
export class TaskRequestObject {
  @Field(() => ID, { description: 'The record\'s id.' })
  id!: string;

  @Field(() => Int, { description: 'Changes with every edit; pass the one you saw when you decide.' })
  version!: number;

  @Field(() => DateTimeScalar, { description: 'When it was asked.' })
  createdAt!: Date;

  @Field(() => String, { description: 'What the sub-task is to be called.' })
  title!: string;

  @Field(() => String, { nullable: true, description: 'What it is about.' })
  description!: string | null;

  @Field(() => Int, { nullable: true, description: 'How long it will take, in minutes.' })
  estimateMinutes!: number | null;

  @Field(() => String, { description: 'PENDING, APPROVED or REJECTED.' })
  status!: string;

  @Field(() => String, { nullable: true, description: 'What was said about the decision.' })
  reason!: string | null;

  @Field(() => TaskObject, { nullable: true, description: 'The task it is to be a part of.' })
  task!: TaskObject | null;

  @Field(() => TaskObject, { nullable: true, description: 'The sub-task that became of it.' })
  createdTask!: TaskObject | null;

  @Field(() => UserObject, { nullable: true, description: 'Who asked.' })
  requestedBy!: UserObject | null;

  @Field(() => UserObject, { nullable: true, description: 'Who decided.' })
  decidedBy!: UserObject | null;
}

@ObjectType('Task', { description: 'A piece of work, or with sub-tasks a node that holds pieces of work.' })
export class TaskObject extends ProgressFields {
  @Field(() => ID, { description: 'The record\'s id.' })
  id!: string;

  @Field(() => Int, { description: 'Changes with every edit, not with the progress of sub-tasks; pass the one you saw when you edit.' })
  version!: number;

  @Field(() => DateTimeScalar, { description: 'When it was created.' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When it was last edited.' })
  updatedAt!: Date;

  @Field(() => String, { description: 'What is to be done.' })
  title!: string;

  @Field(() => String, { nullable: true, description: 'The same in detail.' })
  description!: string | null;

  @Field(() => WorkStatusEnum, { description: 'Where it stands: its own status, what follows from its sub-tasks, or an override.' })
  status!: WorkStatus;

  @Field(() => DateTimeScalar, { description: 'Since when it shows this status.' })
  statusSince!: Date;

  @Field(() => WorkStatusEnum, { description: 'What its parents count, whatever an override shows or a cancellation hides.' })
  derivedStatus!: WorkStatus;

  @Field(() => WorkStatusEnum, { nullable: true, description: 'The status somebody made it show; stands until the next change below.' })
  overrideStatus!: WorkStatus | null;

  @Field(() => String, { nullable: true, description: 'Why it shows another status.' })
  overrideReason!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it is blocked, cancelled or returned.' })
  statusReason!: string | null;

  @Field(() => TaskPriorityEnum, { description: 'How much it presses.' })
  priority!: TaskPriority;

  @Field(() => [String], { nullable: true, description: 'Words it carries.' })
  labels!: string[] | null;

  @Field(() => DateScalar, { nullable: true, description: 'When to begin.' })
  startOn!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'When it is due.' })
  dueOn!: string | null;

  @Field(() => Int, { nullable: true, description: 'How long it will take, in minutes.' })
  estimateMinutes!: number | null;

  @Field(() => Int, { nullable: true, description: 'How much it is, in points.' })
  points!: number | null;

  @Field(() => BigIntScalar, { description: 'What it weighs as long as it has no sub-tasks.' })
  weight!: string;

  @Field(() => Int, { description: 'The share reported done, in basis points.' })
  reportBasisPoints!: number;

  @Field(() => Boolean, { description: 'Whether its work is reviewed before it counts as completed.' })
  requiresReview!: boolean;

  @Field(() => Int, { description: 'How often a review sent it back.' })
  returns!: number;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was completed.' })
  completedAt!: Date | null;

  @Field(() => Boolean, { description: 'Whether the client sees it.' })
  sharedWithClient!: boolean;

  @Field(() => ID, { description: 'The project it belongs to.' })
  projectId!: string;

  @Field(() => ID, { nullable: true, description: 'The task it is a part of; null on the top level.' })
  parentId!: string | null;

  @Field(() => ProjectObject, { nullable: true, description: 'The project it belongs to.' })
  project!: ProjectObject | null;

  @Field(() => MilestoneObject, { nullable: true, description: 'The milestone it leads to; top level only.' })
  milestone!: MilestoneObject | null;

  @Field(() => TaskObject, { nullable: true, description: 'The task it is a part of.' })
  parent!: TaskObject | null;

  @Field(() => [TaskObject], { description: 'Its parts, in order.' })
  subTasks!: TaskObject[];

  @Field(() => [UserObject], { description: 'Who works on it.' })
  assignees!: UserObject[];

  @Field(() => UserObject, { nullable: true, description: 'Who is asked to review it; anybody with the permission may.' })
  reviewer!: UserObject | null;

  @Field(() => UserObject, { nullable: true, description: 'Who created it.' })
  creator!: UserObject | null;

  @Field(() => DepartmentObject, { nullable: true, description: 'The department that does it.' })
  department!: DepartmentObject | null;

  @Field(() => TeamObject, { nullable: true, description: 'The team that does it.' })
  team!: TeamObject | null;

  @Field(() => [TaskReviewObject], { description: 'Its reviews, latest first.' })
  reviews!: TaskReviewObject[];

  @Field(() => [TaskRequestObject], { description: 'Sub-tasks that were asked for, latest first.' })
  requests!: TaskRequestObject[];

  @Field(() => [AllowedMoveObject], { description: 'What can be done with it now, and why not.' })
  allowedMoves!: AllowedMoveObject[];

  @Field(() => [String], { description: 'Fields that your rights hide here; they are answered null.' })
  hiddenFields!: string[];
}
