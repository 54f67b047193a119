import { Field, Float, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsInt, IsNumber, IsOptional, IsString, MaxLength, ValidateNested } from 'class-validator';
import { SCORE_CATEGORIES, type ScoreCategory } from '../scoring/scoring.js';
import { SCORING_TESTS, type ScoringTest } from '../scoring/scoring-rules.js';
import { ScoreCategoryEnum } from './lead.enums.js';
import { ScoringTestEnum } from './lead-scoring.object.js';

@InputType({ description: 'Something that must hold for a rule to count.' })
export class LeadScoringConditionInput {
  @Field(() => String, { description: 'Name of the fact: company, budgetMinor.' })
  @IsString()
  @MaxLength(40)
  fact!: string;

  @Field(() => ScoringTestEnum, { description: 'What is asked of it.' })
  @IsIn(SCORING_TESTS)
  is!: ScoringTest;

  @Field(() => [String], { nullable: true, description: 'For ONE_OF and CONTAINS_WORD.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(200)
  @IsString({ each: true })
  @MaxLength(200, { each: true })
  values?: string[] | null;

  @Field(() => Float, { nullable: true, description: 'For AT_LEAST and AT_MOST.' })
  @IsOptional()
  @IsNumber()
  value?: number | null;
}

@InputType({ description: 'Points for what is known of a lead.' })
export class LeadScoringRuleInput {
  @Field(() => String, { nullable: true, description: 'Of a present rule; a new one gets its own.' })
  @IsOptional()
  @IsString()
  @MaxLength(60)
  key?: string | null;

  @Field(() => ScoreCategoryEnum, { description: 'What kind of fact it is; never MANUAL.' })
  @IsIn(SCORE_CATEGORIES)
  category!: ScoreCategory;

  @Field(() => String, { description: 'What people read as the reason of a score.' })
  @IsString()
  @MaxLength(100)
  label!: string;

  @Field(() => Int, { description: 'What it adds, or takes away.' })
  @IsInt()
  points!: number;

  @Field(() => [LeadScoringConditionInput], { description: 'All must hold.' })
  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => LeadScoringConditionInput)
  when!: LeadScoringConditionInput[];
}

@InputType({ description: 'Rules to try on real leads.' })
export class LeadScoringProfileInput {
  @Field(() => Int, { description: 'From this score a lead is HOT.' })
  @IsInt()
  hotFrom!: number;

  @Field(() => Int, { description: 'From this score a lead is WARM.' })
  @IsInt()
  warmFrom!: number;

  @Field(() => [LeadScoringRuleInput], { description: 'All rules.' })
  @IsArray()
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => LeadScoringRuleInput)
  rules!: LeadScoringRuleInput[];
}

@InputType({ description: 'The rules by which leads are scored.' })
export class UpdateLeadScoringInput extends LeadScoringProfileInput {
  @Field(() => Int, { description: 'The version you saw.' })
  @IsInt()
  version!: number;
}
