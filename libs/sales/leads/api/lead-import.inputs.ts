import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsInt, IsOptional, IsString, IsUUID, Matches, MaxLength, Min, ValidateNested } from 'class-validator';
import { DELIMITERS, type Delimiter, ENCODINGS, type Encoding } from '../import/csv/index.js';
import { IMPORT_FIELD_NAMES, type ImportField } from '../import/fields.js';
import { DUPLICATE_POLICIES, type DuplicatePolicy, type NotConvertedStatus, OPEN_STATUSES_OF_IMPORT } from '../import/import.types.js';
import type { DateOrder } from '../import/values.js';
import { DateOrderEnum, DelimiterEnum, DuplicatePolicyEnum, EncodingEnum, ImportFieldEnum, NotConvertedStatusEnum } from './lead-import.enums.js';

@InputType({ description: 'Which column fills which field.' })
export class LeadImportMappingInput {
  @Field(() => Int, { description: 'The column, from 0.' })
  @IsInt()
  @Min(0)
  column!: number;

  @Field(() => ImportFieldEnum, { description: 'The field.' })
  @IsIn(IMPORT_FIELD_NAMES)
  field!: ImportField;
}

@InputType({ description: 'How a file is read; what is absent is as it was found in the file.' })
export class LeadImportSettingsInput {
  @Field(() => EncodingEnum, { nullable: true, description: 'How its bytes become characters.' })
  @IsOptional()
  @IsIn(ENCODINGS)
  encoding?: Encoding | null;

  @Field(() => DelimiterEnum, { nullable: true, description: 'What stands between cells.' })
  @IsOptional()
  @IsIn(DELIMITERS)
  delimiter?: Delimiter | null;

  @Field(() => [LeadImportMappingInput], { nullable: true, description: 'Which column fills which field; other columns are kept with the lead under their headers.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => LeadImportMappingInput)
  mapping?: LeadImportMappingInput[] | null;

  @Field(() => [String], { nullable: true, description: 'Values that mean "nothing": Select, n/a.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  emptyValues?: string[] | null;

  @Field(() => DuplicatePolicyEnum, { nullable: true, description: 'What to do with a lead that is there already; SKIP when absent.' })
  @IsOptional()
  @IsIn(DUPLICATE_POLICIES)
  onDuplicate?: DuplicatePolicy | null;

  @Field(() => NotConvertedStatusEnum, { nullable: true, description: 'What a row becomes that only says it was not converted; NEW when absent.' })
  @IsOptional()
  @IsIn(OPEN_STATUSES_OF_IMPORT)
  notConverted?: NotConvertedStatus | null;

  @Field(() => DateOrderEnum, { nullable: true, description: 'What comes first in 3/4/2026; such dates are refused when absent.' })
  @IsOptional()
  @IsIn(['DMY', 'MDY'])
  dateOrder?: DateOrder | null;

  @Field(() => String, { nullable: true, description: 'The currency of amounts; the organization\'s when absent.' })
  @IsOptional()
  @Matches(/^[A-Z]{3}$/, { message: 'The currency must be a code of three capital letters, like USD.' })
  currency?: string | null;

  @Field(() => String, { nullable: true, description: 'The source of rows that name none.' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  source?: string | null;

  @Field(() => [String], { nullable: true, description: 'Tags for every lead of this import.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  tags?: string[] | null;

  @Field(() => ID, { nullable: true, description: 'Who gets the leads; nobody when absent.' })
  @IsOptional()
  @IsUUID()
  ownerId?: string | null;
}

@InputType({ description: 'An uploaded file that is to become leads.' })
export class StartLeadImportInput {
  @Field(() => ID, { description: 'The import.' })
  @IsUUID()
  id!: string;

  @Field(() => Int, { description: 'The version you saw.' })
  @IsInt()
  version!: number;

  @Field(() => LeadImportSettingsInput, { nullable: true, description: 'How the file is read.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => LeadImportSettingsInput)
  settings?: LeadImportSettingsInput | null;
}

@InputType({ description: 'An import to be ended.' })
export class CancelLeadImportInput {
  @Field(() => ID, { description: 'The import.' })
  @IsUUID()
  id!: string;

  @Field(() => Int, { description: 'The version you saw.' })
  @IsInt()
  version!: number;
}
