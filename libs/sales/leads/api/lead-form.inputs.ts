import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsIn, IsInt, IsNotEmpty, IsOptional, IsString, IsUUID, Matches, MaxLength, ValidateNested } from 'class-validator';
import { FORM_FIELDS, type FormFieldKey } from '../forms/form-fields.js';
import { FormFieldKeyEnum } from './lead-form.enums.js';

@InputType({ description: 'One question of a form.' })
export class LeadFormFieldInput {
  @Field(() => FormFieldKeyEnum, { description: 'What is asked.' })
  @IsIn(FORM_FIELDS)
  key!: FormFieldKey;

  @Field(() => Boolean, { description: 'Whether it must be answered.' })
  @IsBoolean()
  required!: boolean;
}

@InputType({ description: 'A service that a form offers.' })
export class LeadFormServiceInput {
  @Field(() => String, { description: 'Key of the service: SEO.' })
  @Matches(/^[A-Z0-9_]{1,40}$/)
  key!: string;

  @Field(() => String, { description: 'What people read.' })
  @IsNotEmpty()
  @IsString()
  @MaxLength(100)
  label!: string;
}

/** What may be set of a form, new or not. */
@InputType({ isAbstract: true })
abstract class LeadFormSettingsInput {
  @Field(() => String, { nullable: true, description: 'What the page says first.' })
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  introduction?: string | null;

  @Field(() => String, { nullable: true, description: 'What the page says after sending.' })
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  thanks?: string | null;

  @Field(() => [LeadFormFieldInput], { nullable: true, description: 'What is asked, in order.' })
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => LeadFormFieldInput)
  fields?: LeadFormFieldInput[] | null;

  @Field(() => [LeadFormServiceInput], { nullable: true, description: 'Services a visitor can ask for.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => LeadFormServiceInput)
  services?: LeadFormServiceInput[] | null;

  @Field(() => String, { nullable: true, description: 'Where leads of this form come from.' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  source?: string | null;

  @Field(() => String, { nullable: true, description: 'The campaign it belongs to.' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  campaign?: string | null;

  @Field(() => String, { nullable: true, description: 'The kind of channel.' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  medium?: string | null;

  @Field(() => ID, { nullable: true, description: 'Whose queue its leads land in.' })
  @IsOptional()
  @IsUUID()
  departmentId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Who gets its leads; nobody when absent.' })
  @IsOptional()
  @IsUUID()
  ownerId?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it can be opened.' })
  @IsOptional()
  @IsBoolean()
  active?: boolean | null;
}

@InputType({ description: 'A new public form.' })
export class CreateLeadFormInput extends LeadFormSettingsInput {
  @Field(() => String, { description: 'The end of its address: /start/<slug>.' })
  @Matches(/^[a-z0-9]+(-[a-z0-9]+)*$/, { message: 'Use small letters, digits and single hyphens.' })
  @MaxLength(60)
  slug!: string;

  @Field(() => String, { description: 'The heading.' })
  @IsNotEmpty({ message: 'Give the form a title.' })
  @IsString()
  @MaxLength(200)
  title!: string;
}

@InputType({ description: 'Changed facts of a form; what is absent stays.' })
export class UpdateLeadFormInput extends LeadFormSettingsInput {
  @Field(() => ID, { description: 'The form.' })
  @IsUUID()
  id!: string;

  @Field(() => Int, { description: 'The version you saw.' })
  @IsInt()
  version!: number;

  @Field(() => String, { nullable: true, description: 'The heading.' })
  @IsOptional()
  @IsNotEmpty({ message: 'Give the form a title.' })
  @IsString()
  @MaxLength(200)
  title?: string | null;
}
