import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { DepartmentObject } from '@throughline/identity/departments';
import { UserObject } from '@throughline/identity/users';
import { AllowedMoveObject, DateScalar, DateTimeScalar, JsonScalar, MoneyObject } from '@throughline/platform/graphql';
import { ContactObject, CustomerObject } from '@throughline/sales/customers';
import { DealObject } from '@throughline/sales/deals';
import type { Priority } from '../lead.entity.js';
import type { LeadStatus } from '../lead.workflow.js';
import type { Authority, Need, Rating, ScoreCategory, ScoreReason, Timeline } from '../scoring/index.js';
import { AuthorityEnum, LeadPriorityEnum, LeadRatingEnum, LeadStatusEnum, NeedEnum, ScoreCategoryEnum, TimelineEnum } from './lead.enums.js';

@ObjectType('LeadScoreReason', { description: 'One line of the explanation of a score; the points of all lines add up to it.' })
export class LeadScoreReasonObject implements ScoreReason {
  @Field(() => String, { description: 'Names the rule.' })
  key!: string;

  @Field(() => ScoreCategoryEnum, { description: 'What kind of fact it is.' })
  category!: ScoreCategory;

  @Field(() => String, { description: 'What is the case: "Names a company".' })
  label!: string;

  @Field(() => Int, { description: 'What it adds or takes away.' })
  points!: number;
}

@ObjectType('Lead', { description: 'Somebody who may become a customer: who, from where, what they want, how far we got.' })
export class LeadObject {
  @Field(() => ID, { description: 'The record\'s id.' }) id!: string;
  @Field(() => Int, { description: 'Changes with every edit; pass the one you saw when you edit.' }) version!: number;
  @Field(() => DateTimeScalar, { description: 'When it arrived.' }) createdAt!: Date;
  @Field(() => DateTimeScalar, { description: 'When it was last edited.' }) updatedAt!: Date;
  @Field(() => String, { description: 'What a list shows: the name, else the company, else the number.' }) displayName!: string;
  @Field(() => String, { nullable: true, description: 'The person\'s name.' }) name!: string | null;
  @Field(() => String, { nullable: true, description: 'The company.' }) company!: string | null;
  @Field(() => String, { nullable: true, description: 'Position in the company.' }) title!: string | null;
  @Field(() => String, { nullable: true, description: 'The e-mail address.' }) email!: string | null;
  @Field(() => String, { nullable: true, description: 'The telephone number.' }) phone!: string | null;
  @Field(() => String, { nullable: true, description: 'The web site.' }) website!: string | null;
  @Field(() => String, { nullable: true, description: 'The city.' }) city!: string | null;
  @Field(() => String, { nullable: true, description: 'The country.' }) country!: string | null;
  @Field(() => String, { nullable: true, description: 'Its id in another system.' }) externalId!: string | null;
  @Field(() => String, { nullable: true, description: 'The number told to whoever filled in a form, or another system\'s number.' }) reference!: string | null;
  @Field(() => String, { nullable: true, description: 'Where it came from: Google, Reference.' }) source!: string | null;
  @Field(() => String, { nullable: true, description: 'The campaign that brought it.' }) campaign!: string | null;
  @Field(() => String, { nullable: true, description: 'The kind of channel: ORGANIC, PAID.' }) medium!: string | null;
  @Field(() => String, { nullable: true, description: 'The page it came from.' }) referrer!: string | null;
  @Field(() => Boolean, { description: 'Came by an import: its past is not measured as ours.' }) historical!: boolean;
  @Field(() => LeadStatusEnum, { description: 'How far it has come.' }) status!: LeadStatus;
  @Field(() => String, { nullable: true, description: 'Why it was lost or disqualified.' }) statusReason!: string | null;
  @Field(() => LeadRatingEnum, { description: 'What the score amounts to.' }) rating!: Rating;
  @Field(() => LeadPriorityEnum, { description: 'How urgent people say it is.' }) priority!: Priority;
  @Field(() => Int, { description: 'From 0 to 100; see scoreReasons.' }) score!: number;
  @Field(() => [LeadScoreReasonObject], { description: 'Why the score is what it is, point by point.' }) scoreReasons!: LeadScoreReasonObject[];
  @Field(() => Int, { description: 'Points added or taken away by hand.' }) scoreAdjustment!: number;
  @Field(() => String, { nullable: true, description: 'Why the score was adjusted by hand.' }) scoreAdjustmentReason!: string | null;
  @Field(() => MoneyObject, { nullable: true, description: 'What it may cost.' }) budget!: MoneyObject | null;
  @Field(() => String, { description: 'The currency of its amounts.' }) currency!: string;
  @Field(() => AuthorityEnum, { nullable: true, description: 'Whether the person decides.' }) authority!: Authority | null;
  @Field(() => NeedEnum, { nullable: true, description: 'Whether there is a need.' }) need!: Need | null;
  @Field(() => TimelineEnum, { nullable: true, description: 'When it should start.' }) timeline!: Timeline | null;
  @Field(() => [String], { description: 'Services asked for: WEB, SEO.' }) requestedServices!: string[];
  @Field(() => String, { nullable: true, description: 'What is wanted, in their words.' }) requirements!: string | null;
  @Field(() => DateScalar, { nullable: true, description: 'When it is wanted.' }) wishedDate!: string | null;
  @Field(() => Int, { nullable: true, description: 'Visits to the web site.' }) visits!: number | null;
  @Field(() => Int, { nullable: true, description: 'Seconds spent on the web site.' }) secondsOnSite!: number | null;
  @Field(() => Float, { nullable: true, description: 'Pages looked at in a visit, on average.' }) pagesPerVisit!: number | null;
  @Field(() => String, { nullable: true, description: 'What it did last.' }) lastActivity!: string | null;
  @Field(() => Boolean, { description: 'Does not want e-mail.' }) doNotEmail!: boolean;
  @Field(() => Boolean, { description: 'Does not want calls.' }) doNotCall!: boolean;
  @Field(() => [String], { description: 'Labels.' }) tags!: string[];
  @Field(() => JsonScalar, { nullable: true, description: 'Columns of an import that had no field here.' }) extra!: object | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When somebody first reached it.' }) firstResponseAt!: Date | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When somebody last tried to reach it.' }) lastContactAt!: Date | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When its owner got it.' }) assignedAt!: Date | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was qualified.' }) qualifiedAt!: Date | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was converted, lost or disqualified.' }) closedAt!: Date | null;
  @Field(() => ID, { nullable: true, description: 'The import that brought it.' }) importId!: string | null;
  @Field(() => UserObject, { nullable: true, description: 'Who works on it.' }) owner!: UserObject | null;
  @Field(() => DepartmentObject, { nullable: true, description: 'Whose queue it is in.' }) department!: DepartmentObject | null;
  @Field(() => CustomerObject, { nullable: true, description: 'The customer it became.' }) convertedCustomer!: CustomerObject | null;
  @Field(() => ContactObject, { nullable: true, description: 'The contact it became.' }) convertedContact!: ContactObject | null;
  @Field(() => DealObject, { nullable: true, description: 'The deal it became.' }) convertedDeal!: DealObject | null;
  @Field(() => [AllowedMoveObject], { description: 'What can be done with it now, and why not.' }) allowedMoves!: AllowedMoveObject[];
  @Field(() => [String], { description: 'Fields that your rights hide here; they are answered null.' }) hiddenFields!: string[];
}
