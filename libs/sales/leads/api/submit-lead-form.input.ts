import { Field, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsOptional, IsString, MaxLength, ValidateNested } from 'class-validator';
import { DateScalar, MoneyInput } from '@throughline/platform/graphql';

@InputType({ description: 'What a visitor filled in.' })
export class SubmitLeadFormInput {
  @Field(() => String, { description: 'What leadForm answered; one token makes one lead.' })
  @IsString()
  @MaxLength(500)
  token!: string;

  @Field(() => String, { nullable: true, description: 'The visitor\'s name.' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'The company.' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  company?: string | null;

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

  @Field(() => [String], { nullable: true, description: 'Keys of the services wanted.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  services?: string[] | null;

  @Field(() => String, { nullable: true, description: 'What is needed.' })
  @IsOptional()
  @IsString()
  @MaxLength(10000)
  requirements?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'When it is wanted.' })
  @IsOptional()
  @IsString()
  wishedDate?: string | null;

  @Field(() => MoneyInput, { nullable: true, description: 'What it may cost.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => MoneyInput)
  budget?: MoneyInput | null;

  @Field(() => String, { nullable: true, description: 'Leave it empty: programs fill it in.' })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  homepage?: string | null;

  @Field(() => String, { nullable: true, description: 'The campaign in the page\'s address.' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  campaign?: string | null;

  @Field(() => String, { nullable: true, description: 'The channel in the page\'s address.' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  medium?: string | null;

  @Field(() => String, { nullable: true, description: 'The page before.' })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  referrer?: string | null;
}
