import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString, IsUUID, MaxLength, ValidateNested } from 'class-validator';
import { DateScalar, MoneyInput } from '@throughline/platform/graphql';
import { CONTACT_ROLES, type ContactRole, ContactRoleEnum, CUSTOMER_KINDS, type CustomerKind, CustomerKindEnum } from '@throughline/sales/customers';

@InputType({ description: 'The new customer; what is absent is taken from the lead.' })
export class ConvertLeadCustomerInput {
  @Field(() => String, { nullable: true, description: 'The name; the lead\'s company, else its name, when absent.' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  name?: string | null;

  @Field(() => CustomerKindEnum, { nullable: true, description: 'Company or person.' })
  @IsOptional()
  @IsIn(CUSTOMER_KINDS)
  kind?: CustomerKind | null;

  @Field(() => String, { nullable: true, description: 'What it does.' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  industry?: string | null;

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
}

@InputType({ description: 'The new contact; what is absent is taken from the lead.' })
export class ConvertLeadContactInput {
  @Field(() => String, { nullable: true, description: 'The name.' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'Position in the company.' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  title?: string | null;

  @Field(() => ContactRoleEnum, { nullable: true, description: 'What the person does in a purchase.' })
  @IsOptional()
  @IsIn(CONTACT_ROLES)
  role?: ContactRole | null;

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
}

@InputType({ description: 'The new deal; what is absent is taken from the lead.' })
export class ConvertLeadDealInput {
  @Field(() => String, { nullable: true, description: 'What it is about.' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  name?: string | null;

  @Field(() => MoneyInput, { nullable: true, description: 'What it is worth; the lead\'s budget when absent.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => MoneyInput)
  amount?: MoneyInput | null;

  @Field(() => ID, { nullable: true, description: 'The pipeline; the default one when absent.' })
  @IsOptional()
  @IsUUID()
  pipelineId?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'When it should be decided.' })
  @IsOptional()
  @IsString()
  expectedClose?: string | null;
}

@InputType({ description: 'How a qualified lead becomes customer, contact and deal.' })
export class ConvertLeadInput {
  @Field(() => ID, { description: 'The lead.' })
  @IsUUID()
  id!: string;

  @Field(() => Int, { description: 'The version you saw.' })
  @IsInt()
  version!: number;

  @Field(() => ID, { nullable: true, description: 'An existing customer instead of a new one.' })
  @IsOptional()
  @IsUUID()
  customerId?: string | null;

  @Field(() => ConvertLeadCustomerInput, { nullable: true, description: 'The new customer.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => ConvertLeadCustomerInput)
  customer?: ConvertLeadCustomerInput | null;

  @Field(() => ID, { nullable: true, description: 'An existing contact of that customer instead of a new one.' })
  @IsOptional()
  @IsUUID()
  contactId?: string | null;

  @Field(() => ConvertLeadContactInput, { nullable: true, description: 'The new contact.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => ConvertLeadContactInput)
  contact?: ConvertLeadContactInput | null;

  @Field(() => Boolean, { nullable: true, description: 'No contact.' })
  @IsOptional()
  @IsBoolean()
  withoutContact?: boolean | null;

  @Field(() => ConvertLeadDealInput, { nullable: true, description: 'The new deal.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => ConvertLeadDealInput)
  deal?: ConvertLeadDealInput | null;

  @Field(() => Boolean, { nullable: true, description: 'No deal.' })
  @IsOptional()
  @IsBoolean()
  withoutDeal?: boolean | null;
}
