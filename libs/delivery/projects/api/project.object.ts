import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { CategoryObject } from '@throughline/delivery/categories';
import type { ProjectStatus, WorkStatus } from '@throughline/delivery/progress';
import { DepartmentObject, TeamObject } from '@throughline/identity/departments';
import { UserObject } from '@throughline/identity/users';
import { AllowedMoveObject, DateScalar, DateTimeScalar, MoneyObject } from '@throughline/platform/graphql';
import { CustomerObject } from '@throughline/sales/customers';
import { DealObject } from '@throughline/sales/deals';
import { ProgressFields } from './progress.fields.js';
import { ProgressModeEnum, ProjectDecisionEnum, ProjectStatusEnum, WorkStatusEnum } from './project.enums.js';

@ObjectType('ProjectDecisionRecord', { description: 'What the department manager judged about a submitted project.' })
export class ProjectDecisionObject {
  @Field(() => ID, { description: 'The record\'s id.' })
  id!: string;

  @Field(() => ProjectDecisionEnum, { description: 'The judgement.' })
  decision!: string;

  @Field(() => String, { description: 'Can it be done?' })
  feasibility!: string;

  @Field(() => String, { description: 'Does the budget carry it?' })
  budget!: string;

  @Field(() => String, { description: 'Who can do it?' })
  resources!: string;

  @Field(() => String, { description: 'What can go wrong?' })
  risk!: string;

  @Field(() => String, { nullable: true, description: 'Conditions of an approval; what has to change otherwise.' })
  conditions!: string | null;

  @Field(() => DateTimeScalar, { description: 'When.' })
  decidedAt!: Date;

  @Field(() => UserObject, { nullable: true, description: 'By whom.' })
  decidedBy!: UserObject | null;
}

@ObjectType('Milestone', { description: 'A dated step of a project; its progress is that of its tasks.' })
export class MilestoneObject extends ProgressFields {
  @Field(() => ID, { description: 'The record\'s id.' })
  id!: string;

  @Field(() => Int, { description: 'Changes with every edit; pass the one you saw when you edit.' })
  version!: number;

  @Field(() => String, { description: 'Its name.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'What is reached with it.' })
  description!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'When it is due.' })
  dueOn!: string | null;

  @Field(() => WorkStatusEnum, { description: 'Follows its tasks.' })
  status!: WorkStatus;

  @Field(() => Boolean, { description: 'Whether the client sees it.' })
  sharedWithClient!: boolean;

  @Field(() => ProjectObject, { nullable: true, description: 'The project it belongs to.' })
  project!: ProjectObject | null;
}

@ObjectType('Project', { description: 'Work for a customer: a tree of tasks, possibly with sub-projects.' })
export class ProjectObject extends ProgressFields {
  @Field(() => ID, { description: 'The record\'s id.' })
  id!: string;

  @Field(() => Int, { description: 'Changes with every edit, not with progress; pass the one you saw when you edit.' })
  version!: number;

  @Field(() => DateTimeScalar, { description: 'When it was created.' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When it was last edited.' })
  updatedAt!: Date;

  @Field(() => String, { description: 'The number people use: PRJ-1042.' })
  number!: string;

  @Field(() => String, { description: 'Its name.' })
  name!: string;

  @Field(() => ProjectStatusEnum, { description: 'Where it stands.' })
  status!: ProjectStatus;

  @Field(() => String, { nullable: true, description: 'Why it is where it is: on hold, cancelled, returned.' })
  statusReason!: string | null;

  @Field(() => WorkStatusEnum, { description: 'Where its work stands, whatever the project\'s own status.' })
  workStatus!: WorkStatus;

  @Field(() => ProgressModeEnum, { description: 'What a task weighs; in a sub-project that of its outermost project holds.' })
  progressMode!: string;

  @Field(() => [String], { nullable: true, description: 'Words it carries.' })
  tags!: string[] | null;

  @Field(() => String, { nullable: true, description: 'What was agreed to be done.' })
  scope!: string | null;

  @Field(() => MoneyObject, { nullable: true, description: 'What may be spent.' })
  budget!: MoneyObject | null;

  @Field(() => DateScalar, { nullable: true, description: 'When work starts.' })
  startOn!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'When it is due.' })
  dueOn!: string | null;

  @Field(() => Boolean, { description: 'Whether the client sees it.' })
  sharedWithClient!: boolean;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was submitted for approval last.' })
  submittedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was approved.' })
  approvedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was handed over.' })
  deliveredAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was closed.' })
  closedAt!: Date | null;

  @Field(() => CustomerObject, { nullable: true, description: 'For whom.' })
  customer!: CustomerObject | null;

  @Field(() => DealObject, { nullable: true, description: 'The deal it was sold with.' })
  deal!: DealObject | null;

  @Field(() => CategoryObject, { nullable: true, description: 'The kind of work.' })
  category!: CategoryObject | null;

  @Field(() => DepartmentObject, { nullable: true, description: 'The department that does it.' })
  department!: DepartmentObject | null;

  @Field(() => TeamObject, { nullable: true, description: 'The team that does it.' })
  team!: TeamObject | null;

  @Field(() => UserObject, { nullable: true, description: 'The project manager.' })
  owner!: UserObject | null;

  @Field(() => ProjectObject, { nullable: true, description: 'The project it is a part of.' })
  parentProject!: ProjectObject | null;

  @Field(() => [ProjectObject], { description: 'Its parts that are projects themselves.' })
  subProjects!: ProjectObject[];

  @Field(() => [MilestoneObject], { description: 'Its milestones, in order.' })
  milestones!: MilestoneObject[];

  @Field(() => [ProjectDecisionObject], { description: 'The judgements on it, latest first.' })
  decisions!: ProjectDecisionObject[];

  @Field(() => [AllowedMoveObject], { description: 'What can be done with it now, and why not.' })
  allowedMoves!: AllowedMoveObject[];

  @Field(() => [String], { description: 'Fields that your rights hide here; they are answered null.' })
  hiddenFields!: string[];
}
