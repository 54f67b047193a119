import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsInt, IsNotEmpty, IsOptional, IsString, IsUUID, MaxLength, ValidateNested } from 'class-validator';
import { MoneyInput } from '@throughline/platform/graphql';
import { COMPANY_SIZES, type CompanySize, CUSTOMER_KINDS, type CustomerKind, LIFE_CYCLES, type LifeCycle } from '../customer.entity.js';
import { CompanySizeEnum, CustomerKindEnum, LifeCycleEnum } from './customer.enums.js';
import { PostalAddressInput } from './customer.object.js';

/** What may be said of a customer, new or not. */
@InputType({ isAbstract: true })
abstract class CustomerFactsInput {
  @Field(() => CustomerKindEnum, { nullable: true, description: 'Company or person.' })
  @IsOptional()
  @IsIn(CUSTOMER_KINDS)
  kind?: CustomerKind;

  @Field(() => LifeCycleEnum, { nullable: true, description: 'How far it has come.' })
  @IsOptional()
  @IsIn(LIFE_CYCLES)
  lifeCycle?: LifeCycle;

  @Field(() => String, { nullable: true, description: 'Its id in another system.' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  externalId?: string | null;

  @Field(() => String, { nullable: true, description: 'What it does.' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  industry?: string | null;

  @Field(() => CompanySizeEnum, { nullable: true, description: 'How large it is.' })
  @IsOptional()
  @IsIn(COMPANY_SIZES)
  companySize?: CompanySize | null;

  @Field(() => MoneyInput, { nullable: true, description: 'What it turns over in a year; its currency becomes the customer\'s.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => MoneyInput)
  annualRevenue?: MoneyInput | null;

  @Field(() => String, { nullable: true, description: 'Its web site.' })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  website?: string | null;

  @Field(() => String, { nullable: true, description: 'Its telephone number.' })
  @IsOptional()
  @IsString()
  @MaxLength(50)
  phone?: string | null;

  @Field(() => String, { nullable: true, description: 'Its e-mail address.' })
  @IsOptional()
  @IsString()
  @MaxLength(254)
  email?: string | null;

  @Field(() => String, { nullable: true, description: 'Where it came from.' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  source?: string | null;

  @Field(() => PostalAddressInput, { nullable: true, description: 'Where bills go.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => PostalAddressInput)
  billingAddress?: PostalAddressInput | null;

  @Field(() => [String], { nullable: true, description: 'Labels.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @IsString({ each: true })
  tags?: string[];

  @Field(() => ID, { nullable: true, description: 'The company it belongs to.' })
  @IsOptional()
  @IsUUID()
  parentId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Who looks after it.' })
  @IsOptional()
  @IsUUID()
  ownerId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The department it belongs to.' })
  @IsOptional()
  @IsUUID()
  departmentId?: string | null;
}

@InputType({ description: 'A new customer.' })
export class CreateCustomerInput extends CustomerFactsInput {
  @Field(() => String, { description: 'The name.' })
  @IsNotEmpty({ message: 'Give the customer a name.' })
  @IsString()
  @MaxLength(200)
  name!: string;
}

@InputType({ description: 'Changed facts of a customer; what is absent stays.' })
export class UpdateCustomerInput extends CustomerFactsInput {
  @Field(() => ID, { description: 'The customer.' })
  @IsUUID()
  id!: string;

  @Field(() => Int, { description: 'The version you saw.' })
  @IsInt()
  version!: number;

  @Field(() => String, { nullable: true, description: 'The name.' })
  @IsOptional()
  @IsNotEmpty({ message: 'Give the customer a name.' })
  @IsString()
  @MaxLength(200)
  name?: string;

  @Field(() => Boolean, { nullable: true, description: 'Whether anybody still deals with it.' })
  @IsOptional()
  @IsBoolean()
  active?: boolean;
}
