import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsEnum, IsInt, IsNotEmpty, IsOptional, IsString, IsUUID, MaxLength, ValidateNested } from 'class-validator';
import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { DateScalar, MoneyInput } from '@throughline/platform/graphql';
import type { ProgressMode } from '@throughline/delivery/progress';
import type { ProjectMove } from '../project.workflow.js';
import { ProgressModeEnum, ProjectDecisionEnum, ProjectMoveEnum } from './project.enums.js';

@InputType({ isAbstract: true })
abstract class ProjectFactsInput {
  @Field(() => String, { nullable: true, description: 'What was agreed to be done.' })
  @IsOptional()
  @MaxLength(20_000)
  scope?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'When work starts.' })
  @IsOptional()
  startOn?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'When it is due.' })
  @IsOptional()
  dueOn?: string | null;

  @Field(() => MoneyInput, { nullable: true, description: 'What may be spent.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => MoneyInput)
  budget?: MoneyInput | null;

  @Field(() => ID, { nullable: true, description: 'The project manager.' })
  @IsOptional()
  @IsUUID()
  ownerId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The department that does it.' })
  @IsOptional()
  @IsUUID()
  departmentId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The team that does it.' })
  @IsOptional()
  @IsUUID()
  teamId?: string | null;

  @Field(() => ProgressModeEnum, { nullable: true, description: 'What a task weighs; its estimate unless told otherwise. Only while there are no tasks.' })
  @IsOptional()
  @IsEnum(ProgressModeEnum)
  progressMode?: ProgressMode;
}

@InputType({ description: 'A new draft project.' })
export class CreateProjectInput extends ProjectFactsInput {
  @Field(() => String, { description: 'Its name.' })
  @IsNotEmpty({ message: 'Give the project a name.' })
  @MaxLength(200)
  name!: string;

  @Field(() => ID, { description: 'For whom.' })
  @IsUUID()
  customerId!: string;

  @Field(() => ID, { nullable: true, description: 'The deal it was sold with.' })
  @IsOptional()
  @IsUUID()
  dealId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The kind of work.' })
  @IsOptional()
  @IsUUID()
  categoryId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The project it is a part of.' })
  @IsOptional()
  @IsUUID()
  parentProjectId?: string | null;
}

@InputType({ description: 'Changed facts of a project; what is absent stays.' })
export class UpdateProjectInput extends ProjectFactsInput {
  @Field(() => ID, { description: 'The project.' })
  @IsUUID()
  id!: string;

  @Field(() => Int, { description: 'The version you saw.' })
  @IsInt()
  version!: number;

  @Field(() => String, { nullable: true, description: 'Its name.' })
  @IsOptional()
  @IsNotEmpty({ message: 'Give the project a name.' })
  @MaxLength(200)
  name?: string;

  @Field(() => Boolean, { nullable: true, description: 'Whether the client sees it; hiding it hides its milestones and tasks too.' })
  @IsOptional()
  @IsBoolean()
  sharedWithClient?: boolean;

  @Field(() => [String], { nullable: true, description: 'Words it carries; all of them.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @IsString({ each: true })
  @MaxLength(50, { each: true })
  tags?: string[];
}

@InputType({ description: 'Makes a project a part of another.' })
export class PlaceProjectInput {
  @Field(() => ID, { description: 'The project.' })
  @IsUUID()
  id!: string;

  @Field(() => Int, { description: 'The version you saw.' })
  @IsInt()
  version!: number;

  @Field(() => ID, { nullable: true, description: 'The project it becomes a part of; none when absent.' })
  @IsOptional()
  @IsUUID()
  parentProjectId?: string | null;
}

@InputType({ description: 'Submits a draft project for approval.' })
export class SubmitProjectInput {
  @Field(() => ID, { description: 'The project.' })
  @IsUUID()
  id!: string;

  @Field(() => Int, { description: 'The version you saw.' })
  @IsInt()
  version!: number;

  @Field(() => String, { nullable: true, description: 'A note to whoever approves.' })
  @IsOptional()
  @MaxLength(2_000)
  note?: string | null;
}

@InputType({ description: 'A move of a project\'s state machine.' })
export class MoveProjectInput {
  @Field(() => ID, { description: 'The project.' })
  @IsUUID()
  id!: string;

  @Field(() => Int, { description: 'The version you saw.' })
  @IsInt()
  version!: number;

  @Field(() => ProjectMoveEnum, { description: 'The move. Approvals go through approveProject.' })
  @IsEnum(ProjectMoveEnum)
  move!: ProjectMove;

  @Field(() => String, { nullable: true, description: 'Why; needed to hold, cancel, re-open and for updates.' })
  @IsOptional()
  @MaxLength(2_000)
  reason?: string | null;
}

@InputType({ description: 'The judgement on a submitted project.' })
export class ApproveProjectInput {
  @Field(() => ID, { description: 'The project.' })
  @IsUUID()
  id!: string;

  @Field(() => Int, { description: 'The version you saw.' })
  @IsInt()
  version!: number;

  @Field(() => ProjectDecisionEnum, { description: 'The judgement.' })
  @IsEnum(ProjectDecisionEnum)
  decision!: 'APPROVED' | 'REJECTED' | 'RETURNED';

  @Field(() => String, { description: 'Can it be done?' })
  @MaxLength(4_000)
  feasibility!: string;

  @Field(() => String, { description: 'Does the budget carry it?' })
  @MaxLength(4_000)
  budget!: string;

  @Field(() => String, { description: 'Who can do it?' })
  @MaxLength(4_000)
  resources!: string;

  @Field(() => String, { description: 'What can go wrong?' })
  @MaxLength(4_000)
  risk!: string;

  @Field(() => String, { nullable: true, description: 'Conditions of an approval; otherwise what has to change, and needed.' })
  @IsOptional()
  @MaxLength(4_000)
  conditions?: string | null;

  @Field(() => ID, { nullable: true, description: 'The project manager from now on.' })
  @IsOptional()
  @IsUUID()
  ownerId?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the client sees the project from now on; yes when absent.' })
  @IsOptional()
  @IsBoolean()
  shareWithClient?: boolean;
}

@InputType({ description: 'A new milestone.' })
export class CreateMilestoneInput {
  @Field(() => ID, { description: 'The project.' })
  @IsUUID()
  projectId!: string;

  @Field(() => String, { description: 'Its name.' })
  @IsNotEmpty({ message: 'Give the milestone a name.' })
  @MaxLength(200)
  name!: string;

  @Field(() => String, { nullable: true, description: 'What is reached with it.' })
  @IsOptional()
  @MaxLength(4_000)
  description?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'When it is due.' })
  @IsOptional()
  dueOn?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the client sees it; as the project when absent.' })
  @IsOptional()
  @IsBoolean()
  sharedWithClient?: boolean;
}

@InputType({ description: 'Changed facts of a milestone; what is absent stays.' })
export class UpdateMilestoneInput {
  @Field(() => ID, { description: 'The milestone.' })
  @IsUUID()
  id!: string;

  @Field(() => Int, { description: 'The version you saw.' })
  @IsInt()
  version!: number;

  @Field(() => String, { nullable: true, description: 'Its name.' })
  @IsOptional()
  @IsNotEmpty({ message: 'Give the milestone a name.' })
  @MaxLength(200)
  name?: string;

  @Field(() => String, { nullable: true, description: 'What is reached with it.' })
  @IsOptional()
  @MaxLength(4_000)
  description?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'When it is due.' })
  @IsOptional()
  dueOn?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the client sees it.' })
  @IsOptional()
  @IsBoolean()
  sharedWithClient?: boolean;
}

@InputType({ description: 'Removes a milestone; its tasks stay.' })
export class DeleteMilestoneInput {
  @Field(() => ID, { description: 'The milestone.' })
  @IsUUID()
  id!: string;

  @Field(() => Int, { description: 'The version you saw.' })
  @IsInt()
  version!: number;
}
