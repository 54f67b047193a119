import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsArray, IsBoolean, IsDate, IsIn, IsInt, IsOptional, IsString, IsUUID, MaxLength, ValidateNested } from 'class-validator';
import { DateTimeScalar, MoneyInput } from '@throughline/platform/graphql';
import { CONTACT_KINDS, type ClosingMove, type ContactKind } from '../lead-progress.service.js';
import { AUTHORITIES, type Authority, NEEDS, type Need, TIMELINES, type Timeline } from '../scoring/index.js';
import { AuthorityEnum, LeadClosingMoveEnum, LeadContactKindEnum, NeedEnum, TimelineEnum } from './lead.enums.js';

@InputType({ description: 'A call, mail or meeting that took place.' })
export class ContactLeadInput {
  @Field(() => ID, { description: 'The lead.' })
  @IsUUID()
  id!: string;

  @Field(() => Int, { description: 'The version you saw.' })
  @IsInt()
  version!: number;

  @Field(() => LeadContactKindEnum, { description: 'How.' })
  @IsIn(CONTACT_KINDS)
  kind!: ContactKind;

  @Field(() => Boolean, { description: 'Whether anybody answered: only then the lead counts as contacted.' })
  @IsBoolean()
  reached!: boolean;

  @Field(() => String, { nullable: true, description: 'What was said.' })
  @IsOptional()
  @IsString()
  @MaxLength(5000)
  note?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When; now when absent.' })
  @IsOptional()
  @IsDate()
  at?: Date | null;
}

@InputType({ description: 'The four answers of a qualification; what is absent was answered before.' })
export class QualifyLeadInput {
  @Field(() => ID, { description: 'The lead.' })
  @IsUUID()
  id!: string;

  @Field(() => Int, { description: 'The version you saw.' })
  @IsInt()
  version!: number;

  @Field(() => MoneyInput, { nullable: true, description: 'What it may cost; its currency becomes the lead\'s.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => MoneyInput)
  budget?: MoneyInput | null;

  @Field(() => AuthorityEnum, { nullable: true, description: 'Whether the person decides.' })
  @IsOptional()
  @IsIn(AUTHORITIES)
  authority?: Authority | null;

  @Field(() => NeedEnum, { nullable: true, description: 'Whether there is a need.' })
  @IsOptional()
  @IsIn(NEEDS)
  need?: Need | null;

  @Field(() => TimelineEnum, { nullable: true, description: 'When it should start.' })
  @IsOptional()
  @IsIn(TIMELINES)
  timeline?: Timeline | null;

  @Field(() => String, { nullable: true, description: 'What was said.' })
  @IsOptional()
  @IsString()
  @MaxLength(5000)
  note?: string | null;
}

@InputType({ description: 'A correction of a score by hand.' })
export class AdjustLeadScoreInput {
  @Field(() => ID, { description: 'The lead.' })
  @IsUUID()
  id!: string;

  @Field(() => Int, { description: 'The version you saw.' })
  @IsInt()
  version!: number;

  @Field(() => Int, { description: 'From -100 to 100; 0 takes the correction away.' })
  @IsInt()
  points!: number;

  @Field(() => String, { description: 'Why, so that others understand it later.' })
  @IsString()
  @MaxLength(1000)
  reason!: string;
}

@InputType({ description: 'A decision on a lead.' })
export class CloseLeadInput {
  @Field(() => ID, { description: 'The lead.' })
  @IsUUID()
  id!: string;

  @Field(() => Int, { description: 'The version you saw.' })
  @IsInt()
  version!: number;

  @Field(() => String, { description: 'Why, so that others understand it later.' })
  @IsString()
  @MaxLength(1000)
  reason!: string;
}

@InputType({ description: 'Who works on a lead from now on.' })
export class AssignLeadInput {
  @Field(() => ID, { description: 'The lead.' })
  @IsUUID()
  id!: string;

  @Field(() => Int, { description: 'The version you saw.' })
  @IsInt()
  version!: number;

  @Field(() => ID, { nullable: true, description: 'The person; null puts it back into the department\'s queue.' })
  @IsOptional()
  @IsUUID()
  ownerId?: string | null;
}

@InputType({ description: 'A lead that you take.' })
export class ClaimLeadInput {
  @Field(() => ID, { description: 'The lead.' })
  @IsUUID()
  id!: string;
}

@InputType({ description: 'Who works on many leads from now on.' })
export class BulkAssignLeadsInput {
  @Field(() => [ID], { description: 'The leads, at most 500.' })
  @IsArray()
  @IsUUID(undefined, { each: true })
  ids!: string[];

  @Field(() => ID, { nullable: true, description: 'The person; null puts them back into their departments\' queues.' })
  @IsOptional()
  @IsUUID()
  ownerId?: string | null;
}

@InputType({ description: 'Tags to add to many leads and to take away.' })
export class BulkTagLeadsInput {
  @Field(() => [ID], { description: 'The leads, at most 500.' })
  @IsArray()
  @IsUUID(undefined, { each: true })
  ids!: string[];

  @Field(() => [String], { nullable: true, description: 'Tags to add.' })
  @IsOptional()
  @IsArray()
  @IsString({ each: true })
  add?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Tags to take away.' })
  @IsOptional()
  @IsArray()
  @IsString({ each: true })
  remove?: string[] | null;
}

@InputType({ description: 'A decision on many leads.' })
export class BulkCloseLeadsInput {
  @Field(() => [ID], { description: 'The leads, at most 500.' })
  @IsArray()
  @IsUUID(undefined, { each: true })
  ids!: string[];

  @Field(() => LeadClosingMoveEnum, { description: 'Which.' })
  @IsIn(['LOSE', 'DISQUALIFY', 'REOPEN'])
  move!: ClosingMove;

  @Field(() => String, { description: 'Why, so that others understand it later.' })
  @IsString()
  @MaxLength(1000)
  reason!: string;
}
