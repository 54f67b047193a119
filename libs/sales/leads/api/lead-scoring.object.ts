import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DateTimeScalar, MutationPayload } from '@throughline/platform/graphql';
import type { Rating, ScoreCategory } from '../scoring/scoring.js';
import type { ScoringTest } from '../scoring/scoring-rules.js';
import { LeadRatingEnum, ScoreCategoryEnum } from './lead.enums.js';

export const ScoringTestEnum: { readonly [Test in ScoringTest]: Test } = {
  PRESENT: 'PRESENT', ABSENT: 'ABSENT', TRUE: 'TRUE', FALSE: 'FALSE', ONE_OF: 'ONE_OF', CONTAINS_WORD: 'CONTAINS_WORD', AT_LEAST: 'AT_LEAST', AT_MOST: 'AT_MOST',
};
registerEnumType(ScoringTestEnum, {
  name: 'LeadScoringTest',
  description: 'What is asked of a fact.',
  valuesMap: {
    PRESENT: { description: 'It is known.' },
    ABSENT: { description: 'It is not known.' },
    TRUE: { description: 'It is so.' },
    FALSE: { description: 'It is not so.' },
    ONE_OF: { description: 'It is one of `values`, without regard to case.' },
    CONTAINS_WORD: { description: 'One of `values` is a word of it.' },
    AT_LEAST: { description: 'It is `value` or more.' },
    AT_MOST: { description: 'It is `value` or less.' },
  },
});

@ObjectType('LeadScoringCondition', { description: 'Something that must hold for a rule to count.' })
export class LeadScoringConditionObject {
  @Field(() => String, { description: 'Name of the fact, as the lead has it: company, budgetMinor; businessEmail is derived.' })
  fact!: string;

  @Field(() => ScoringTestEnum, { description: 'What is asked of it.' })
  is!: ScoringTest;

  @Field(() => [String], { nullable: true, description: 'For ONE_OF and CONTAINS_WORD.' })
  values?: readonly string[] | null;

  @Field(() => Float, { nullable: true, description: 'For AT_LEAST and AT_MOST.' })
  value?: number | null;
}

@ObjectType('LeadScoringRule', { description: 'Points for what is known of a lead.' })
export class LeadScoringRuleObject {
  @Field(() => String, { description: 'Names it among the rules.' })
  key!: string;

  @Field(() => ScoreCategoryEnum, { description: 'What kind of fact it is.' })
  category!: ScoreCategory;

  @Field(() => String, { description: 'What people read as the reason of a score.' })
  label!: string;

  @Field(() => Int, { description: 'What it adds, or takes away.' })
  points!: number;

  @Field(() => [LeadScoringConditionObject], { description: 'All must hold.' })
  when!: readonly LeadScoringConditionObject[];
}

@ObjectType('LeadScoring', { description: 'The rules by which the organization scores its leads.' })
export class LeadScoringObject {
  @Field(() => ID, { description: 'The record\'s id.' })
  id!: string;

  @Field(() => Int, { description: 'Changes with every edit; pass the one you saw when you edit.' })
  version!: number;

  @Field(() => DateTimeScalar, { description: 'When the rules were last edited.' })
  updatedAt!: Date;

  @Field(() => Int, { description: 'From this score a lead is HOT.' })
  hotFrom!: number;

  @Field(() => Int, { description: 'From this score a lead is WARM.' })
  warmFrom!: number;

  @Field(() => [LeadScoringRuleObject], { description: 'The rules, in the order in which reasons are shown.' })
  rules!: readonly LeadScoringRuleObject[];
}

@ObjectType('RescoredLead', { description: 'A lead with its score as it is, and as other rules would have it.' })
export class RescoredLeadObject {
  @Field(() => ID, { description: 'The lead.' })
  id!: string;

  @Field(() => String, { description: 'What a list shows.' })
  displayName!: string;

  @Field(() => Int, { description: 'Its score now.' })
  scoreBefore!: number;

  @Field(() => Int, { description: 'Its score by these rules.' })
  scoreAfter!: number;

  @Field(() => LeadRatingEnum, { description: 'Its rating now.' })
  ratingBefore!: Rating;

  @Field(() => LeadRatingEnum, { description: 'Its rating by these rules.' })
  ratingAfter!: Rating;
}

@ObjectType('LeadRatingShift', { description: 'How many leads have a rating, and would have it.' })
export class LeadRatingShiftObject {
  @Field(() => LeadRatingEnum, { description: 'The rating.' })
  rating!: Rating;

  @Field(() => Int, { description: 'How many have it now.' })
  before!: number;

  @Field(() => Int, { description: 'How many would have it.' })
  after!: number;
}

@ObjectType('LeadScoringPreview', { description: 'What rules would make of the latest open leads that you see.' })
export class LeadScoringPreviewObject {
  @Field(() => Int, { description: 'How many leads were looked at; 500 at most.' })
  looked!: number;

  @Field(() => Int, { description: 'How many of them would get another score.' })
  changed!: number;

  @Field(() => [LeadRatingShiftObject], { description: 'Leads by rating.' })
  ratings!: LeadRatingShiftObject[];

  @Field(() => [RescoredLeadObject], { description: 'Those whose score would move most.' })
  leads!: RescoredLeadObject[];
}

@ObjectType({ description: 'The rules after the edit.' })
export class UpdateLeadScoringPayload extends MutationPayload {
  @Field(() => LeadScoringObject, { nullable: true, description: 'The rules; null when something was refused.' })
  leadScoring?: LeadScoringObject | null;
}
