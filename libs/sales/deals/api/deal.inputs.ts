import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { ArrayMaxSize, IsArray, IsInt, IsNotEmpty, IsOptional, IsString, IsUUID, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { Type } from 'class-transformer';
import { DateScalar, MoneyInput } from '@throughline/platform/graphql';

@InputType({ description: 'A new deal.' })
export class CreateDealInput {
  @Field(() => String, { description: 'What it is about.' })
  @IsNotEmpty({ message: 'Give the deal a name.' })
  @MaxLength(200)
  name!: string;

  @Field(() => MoneyInput, { nullable: true, description: 'What it is worth; nothing when absent.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => MoneyInput)
  amount?: MoneyInput | null;

  @Field(() => ID, { nullable: true, description: 'The customer; needed before it can be won.' })
  @IsOptional()
  @IsUUID()
  customerId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The person to talk to.' })
  @IsOptional()
  @IsUUID()
  contactId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The pipeline; the default one when absent.' })
  @IsOptional()
  @IsUUID()
  pipelineId?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'When it should be decided.' })
  @IsOptional()
  expectedClose?: string | null;

  @Field(() => [String], { nullable: true, description: 'Services the client asked for: WEB, SEO.' })
  @IsOptional()
  @IsArray()
  requestedServices?: string[] | null;

  @Field(() => String, { nullable: true, description: 'What the client wants, in their words.' })
  @IsOptional()
  @MaxLength(10_000)
  requirements?: string | null;
}

@InputType({ description: 'Changed facts of a deal; what is absent stays.' })
export class UpdateDealInput {
  @Field(() => ID, { description: 'The deal.' })
  @IsUUID()
  id!: string;

  @Field(() => Int, { description: 'The version you saw.' })
  @IsInt()
  version!: number;

  @Field(() => String, { nullable: true, description: 'What it is about.' })
  @IsOptional()
  @IsNotEmpty({ message: 'Give the deal a name.' })
  @MaxLength(200)
  name?: string;

  @Field(() => MoneyInput, { nullable: true, description: 'What it is worth, in the deal\'s currency.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => MoneyInput)
  amount?: MoneyInput;

  @Field(() => Int, { nullable: true, description: 'The chance of winning it, in percent.' })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(100)
  probability?: number;

  @Field(() => DateScalar, { nullable: true, description: 'When it should be decided.' })
  @IsOptional()
  expectedClose?: string | null;

  @Field(() => ID, { nullable: true, description: 'The customer.' })
  @IsOptional()
  @IsUUID()
  customerId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The person to talk to.' })
  @IsOptional()
  @IsUUID()
  contactId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Whose deal it is.' })
  @IsOptional()
  @IsUUID()
  ownerId?: string | null;

  @Field(() => String, { nullable: true, description: 'What the client wants.' })
  @IsOptional()
  @MaxLength(10_000)
  requirements?: string | null;

  @Field(() => [String], { nullable: true, description: 'Words it carries; all of them.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @IsString({ each: true })
  @MaxLength(50, { each: true })
  tags?: string[];
}

@InputType({ description: 'A move to another open stage.' })
export class AdvanceDealStageInput {
  @Field(() => ID, { description: 'The deal.' })
  @IsUUID()
  id!: string;

  @Field(() => Int, { description: 'The version you saw.' })
  @IsInt()
  version!: number;

  @Field(() => ID, { description: 'The stage it enters.' })
  @IsUUID()
  stageId!: string;

  @Field(() => String, { nullable: true, description: 'A note on the move.' })
  @IsOptional()
  @MaxLength(1_000)
  note?: string | null;
}

@InputType({ description: 'A decision on a deal.' })
export class DecideDealInput {
  @Field(() => ID, { description: 'The deal.' })
  @IsUUID()
  id!: string;

  @Field(() => Int, { description: 'The version you saw.' })
  @IsInt()
  version!: number;

  @Field(() => String, { description: 'Why.' })
  @IsNotEmpty({ message: 'Say why.' })
  @MaxLength(1_000)
  reason!: string;
}
