import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { DateScalar, MutationPayload } from '@throughline/platform/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsEnum, IsInt, IsNotEmpty, IsOptional, IsString, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import type { Weekday } from '../business-hours.js';
import type { NumberedRecord } from '../organization-settings.entity.js';
import { NumberedRecordEnum, OrganizationSettingsObject, WeekdayEnum } from './organization-settings.object.js';

@InputType({ description: 'A time of the week at which the organization works.' })
export class OpeningTimeInput {
  @Field(() => WeekdayEnum, { description: 'The day.' })
  @IsEnum(WeekdayEnum)
  day!: Weekday;

  @Field(() => String, { description: 'When work begins: 09:00.' })
  @IsString()
  opens!: string;

  @Field(() => String, { description: 'When it ends; 24:00 at the latest.' })
  @IsString()
  closes!: string;
}

@InputType({ description: 'A day off.' })
export class HolidayInput {
  @Field(() => DateScalar, { description: 'The day.' })
  @IsString()
  date!: string;

  @Field(() => String, { description: 'What it is.' })
  @IsNotEmpty({ message: 'Name the day off.' })
  @MaxLength(100)
  name!: string;
}

@InputType({ description: 'How the numbers of one kind of record shall begin.' })
export class NumberPrefixInput {
  @Field(() => NumberedRecordEnum, { description: 'The kind of record.' })
  @IsEnum(NumberedRecordEnum)
  record!: NumberedRecord;

  @Field(() => String, { description: 'One to six capital letters.' })
  @IsString()
  prefix!: string;
}

@InputType({ description: 'Changed settings; what is absent stays.' })
export class UpdateOrganizationSettingsInput {
  @Field(() => Int, { description: 'The version you saw.' })
  @IsInt()
  version!: number;

  @Field(() => String, { nullable: true, description: 'What the organization is called.' })
  @IsOptional()
  @IsNotEmpty({ message: 'Enter the organization\'s name.' })
  @MaxLength(200)
  name?: string;

  @Field(() => String, { nullable: true, description: 'ISO 4217 code; cannot change once there are amounts.' })
  @IsOptional()
  @IsString()
  currency?: string;

  @Field(() => String, { nullable: true, description: 'IANA name: Europe/Madrid.' })
  @IsOptional()
  @IsString()
  timeZone?: string;

  @Field(() => String, { nullable: true, description: 'Main colour as #rrggbb; null for the product\'s own.' })
  @IsOptional()
  @IsString()
  brandColour?: string | null;

  @Field(() => String, { nullable: true, description: 'Second colour as #rrggbb; null for the product\'s own.' })
  @IsOptional()
  @IsString()
  accentColour?: string | null;

  @Field(() => String, { nullable: true, description: 'Stands for the logo where there is no image.' })
  @IsOptional()
  @MaxLength(40)
  logoText?: string | null;

  @Field(() => String, { nullable: true, description: 'Where mails come from, of a domain the mail server sends for; null for the installation\'s own address.' })
  @IsOptional()
  @MaxLength(254)
  senderAddress?: string | null;

  @Field(() => String, { nullable: true, description: 'A PNG image in base64, at most 128 kB and 1,024 pixels a side; null takes the logo away.' })
  @IsOptional()
  @MaxLength(180_000, { message: 'The image is too large. Use one of at most 128 kB.' })
  logo?: string | null;

  @Field(() => [OpeningTimeInput], { nullable: true, description: 'All opening times of the week.' })
  @IsOptional()
  @ArrayMaxSize(28)
  @ValidateNested({ each: true })
  @Type(() => OpeningTimeInput)
  businessHours?: OpeningTimeInput[];

  @Field(() => [HolidayInput], { nullable: true, description: 'All days off.' })
  @IsOptional()
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => HolidayInput)
  holidays?: HolidayInput[];

  @Field(() => [NumberPrefixInput], { nullable: true, description: 'Prefixes to change; others stay.' })
  @IsOptional()
  @ArrayMaxSize(10)
  @ValidateNested({ each: true })
  @Type(() => NumberPrefixInput)
  numberPrefixes?: NumberPrefixInput[];

  @Field(() => Int, { nullable: true, description: 'Minutes of business within which a hand-off is to be accepted.' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(100_000)
  handOffMinutes?: number;
}

@ObjectType({ description: 'The settings after the edit.' })
export class UpdateOrganizationSettingsPayload extends MutationPayload {
  @Field(() => OrganizationSettingsObject, { nullable: true, description: 'The settings; null when something was refused.' })
  organizationSettings?: OrganizationSettingsObject | null;
}
