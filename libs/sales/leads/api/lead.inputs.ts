import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsInt, IsOptional, IsString, IsUUID, MaxLength, ValidateNested } from 'class-validator';
import { DateScalar, MoneyInput } from '@throughline/platform/graphql';
import { PRIORITIES, type Priority } from '../lead.entity.js';
import { AUTHORITIES, type Authority, NEEDS, type Need, TIMELINES, type Timeline } from '../scoring/index.js';
import { AuthorityEnum, LeadPriorityEnum, NeedEnum, TimelineEnum } from './lead.enums.js';

/** What people say of a lead; absent = unchanged. */
@InputType({ isAbstract: true })
class LeadFactsFields {
  @Field(() => String, { nullable: true, description: 'The person\'s name.' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'The company.' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  company?: string | null;

  @Field(() => String, { nullable: true, description: 'Position in the company.' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  title?: string | null;

  @Field(() => String, { nullable: true, description: 'The e-mail address.' })
  @IsOptional()
  @IsString()
  @MaxLength(254)
  email?: string | null;

  @Field(() => String, { nullable: true, description: 'The telephone number.' })
  @IsOptional()
  @IsString()
  @MaxLength(50)
  phone?: string | null;

  @Field(() => String, { nullable: true, description: 'The web site.' })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  website?: string | null;

  @Field(() => String, { nullable: true, description: 'The city.' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  city?: string | null;

  @Field(() => String, { nullable: true, description: 'The country.' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  country?: string | null;

  @Field(() => String, { nullable: true, description: 'Its id in another system.' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  externalId?: string | null;

  @Field(() => String, { nullable: true, description: 'Where it came from.' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  source?: string | null;

  @Field(() => String, { nullable: true, description: 'The campaign that brought it.' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  campaign?: string | null;

  @Field(() => String, { nullable: true, description: 'The kind of channel.' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  medium?: string | null;

  @Field(() => String, { nullable: true, description: 'The page it came from.' })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  referrer?: string | null;

  @Field(() => LeadPriorityEnum, { nullable: true, description: 'How urgent it is.' })
  @IsOptional()
  @IsIn(PRIORITIES)
  priority?: Priority;

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

  @Field(() => [String], { nullable: true, description: 'Services asked for: WEB, SEO.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  requestedServices?: string[];

  @Field(() => String, { nullable: true, description: 'What is wanted, in their words.' })
  @IsOptional()
  @IsString()
  @MaxLength(10000)
  requirements?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'When it is wanted.' })
  @IsOptional()
  @IsString()
  wishedDate?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Does not want e-mail.' })
  @IsOptional()
  @IsBoolean()
  doNotEmail?: boolean;

  @Field(() => Boolean, { nullable: true, description: 'Does not want calls.' })
  @IsOptional()
  @IsBoolean()
  doNotCall?: boolean;

  @Field(() => [String], { nullable: true, description: 'Labels.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @IsString({ each: true })
  tags?: string[];
}

@InputType({ description: 'A new lead: at least a name, a company, an e-mail address, a telephone number or an external id.' })
export class CreateLeadInput extends LeadFactsFields {
  @Field(() => ID, { nullable: true, description: 'Who works on it; you when absent, nobody when null.' })
  @IsOptional()
  @IsUUID()
  ownerId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Whose queue it is in; the owner\'s department when absent.' })
  @IsOptional()
  @IsUUID()
  departmentId?: string | null;
}

@InputType({ description: 'Changed facts of a lead; what is absent stays.' })
export class UpdateLeadInput extends LeadFactsFields {
  @Field(() => ID, { description: 'The lead.' })
  @IsUUID()
  id!: string;

  @Field(() => Int, { description: 'The version you saw.' })
  @IsInt()
  version!: number;
}
