import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { UserObject } from '@throughline/identity/users';
import { AllowedMoveObject, BigIntScalar, DateTimeScalar, JsonScalar } from '@throughline/platform/graphql';
import type { Delimiter, Encoding } from '../import/csv/index.js';
import type { ImportField } from '../import/fields.js';
import type { ImportPreset } from '../import/import.types.js';
import type { ImportStatus } from '../import/lead-import.entity.js';
import { DelimiterEnum, EncodingEnum, ImportFieldEnum, ImportPresetEnum, ImportStatusEnum } from './lead-import.enums.js';

@ObjectType('LeadImportMapping', { description: 'Which column fills which field.' })
export class ColumnMappingObject {
  @Field(() => Int, { description: 'The column, from 0.' }) column!: number;
  @Field(() => ImportFieldEnum, { description: 'The field.' }) field!: ImportField;
}

@ObjectType('LeadImportColumn', { description: 'A column of an uploaded file.' })
export class DetectedColumnObject {
  @Field(() => Int, { description: 'Its place, from 0.' }) index!: number;
  @Field(() => String, { description: 'Its header; unique in the file.' }) name!: string;
  @Field(() => String, { nullable: true, description: 'What is odd about the header.' }) remark!: string | null;
  @Field(() => [String], { description: 'Some of its values.' }) samples!: string[];
}

@ObjectType('LeadImportFile', { description: 'What was found in an uploaded file.' })
export class DetectedFileObject {
  @Field(() => EncodingEnum, { description: 'How its bytes become characters.' }) encoding!: Encoding;
  @Field(() => DelimiterEnum, { description: 'What stands between cells.' }) delimiter!: Delimiter;
  @Field(() => [DetectedColumnObject], { description: 'Its columns.' }) columns!: DetectedColumnObject[];
  @Field(() => [ColumnMappingObject], { description: 'A guess from the headers.' }) mapping!: ColumnMappingObject[];
  @Field(() => ImportPresetEnum, { nullable: true, description: 'The export it was recognized as.' }) preset!: ImportPreset | null;
  @Field(() => [String], { description: 'Values that mean "nothing" in this file.' }) emptyValues!: string[];
}

@ObjectType('LeadImportColumnReport', { description: 'What became of a column.' })
export class ColumnReportObject {
  @Field(() => String, { description: 'Its header.' }) name!: string;
  @Field(() => ImportFieldEnum, { nullable: true, description: 'The field it filled; null: kept with the lead under its header.' }) field!: ImportField | null;
  @Field(() => Int, { description: 'Rows with a value.' }) filled!: number;
  @Field(() => Int, { description: 'Rows without.' }) empty!: number;
  @Field(() => Int, { description: 'Values that could not be read as this field; they are kept with the lead under the header.' }) refused!: number;
  @Field(() => Int, { description: 'Cells that a spreadsheet would run as a formula; kept as text.' }) formulas!: number;
  @Field(() => [String], { description: 'Some of the values that could not be read.' }) refusedSamples!: string[];
}

@ObjectType('LeadImportRefusalCount', { description: 'A reason why rows were refused.' })
export class RefusalCountObject {
  @Field(() => String, { description: 'The reason.' }) problem!: string;
  @Field(() => Int, { description: 'How many rows.' }) rows!: number;
}

@ObjectType('LeadImportReport', { description: 'What became of a file.' })
export class ImportReportObject {
  @Field(() => [ColumnReportObject], { description: 'Column by column.' }) columns!: ColumnReportObject[];
  @Field(() => [RefusalCountObject], { description: 'Why rows were refused.' }) refusals!: RefusalCountObject[];
}

@ObjectType('LeadImportRefusal', { description: 'A row that did not come in.' })
export class ImportRefusalObject {
  @Field(() => Int, { description: 'The line it starts on, from 1.' }) line!: number;
  @Field(() => String, { description: 'Why.' }) problem!: string;
  @Field(() => [String], { description: 'Its cells, as far as they could be read.' }) cells!: string[];
}

@ObjectType('LeadImport', { description: 'A file on its way to becoming leads.' })
export class LeadImportObject {
  @Field(() => ID, { description: 'The record\'s id.' }) id!: string;
  @Field(() => Int, { description: 'Changes when it is started, ends or is cancelled; pass the one you saw.' }) version!: number;
  @Field(() => DateTimeScalar, { description: 'When it was uploaded.' }) createdAt!: Date;
  @Field(() => String, { description: 'The file\'s name.' }) fileName!: string;
  @Field(() => BigIntScalar, { description: 'The file\'s size in bytes.' }) byteSize!: string;
  @Field(() => ImportStatusEnum, { description: 'How far it has come.' }) status!: ImportStatus;
  @Field(() => DetectedFileObject, { nullable: true, description: 'What was found in the file.' }) detected!: DetectedFileObject | null;
  @Field(() => JsonScalar, { nullable: true, description: 'What was chosen when it was started.' }) settings!: object | null;
  @Field(() => Int, { nullable: true, description: 'How many rows the file has; about, until it is done.' }) rowsTotal!: number | null;
  @Field(() => Int, { description: 'Rows that are done.' }) rowsDone!: number;
  @Field(() => Int, { description: 'Leads that were created.' }) rowsCreated!: number;
  @Field(() => Int, { description: 'Leads that were filled in.' }) rowsUpdated!: number;
  @Field(() => Int, { description: 'Leads that were there already, just so.' }) rowsUnchanged!: number;
  @Field(() => Int, { description: 'Leads that were there already and left as they were.' }) rowsSkipped!: number;
  @Field(() => Int, { description: 'Rows that did not come in.' }) rowsRefused!: number;
  @Field(() => ImportReportObject, { nullable: true, description: 'What became of columns and rows so far.' }) report!: ImportReportObject | null;
  @Field(() => [ImportRefusalObject], { description: 'Rows that did not come in, the first 200.' }) refusals!: ImportRefusalObject[];
  @Field(() => String, { nullable: true, description: 'Why it failed.' }) failure!: string | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was started.' }) startedAt!: Date | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it ended.' }) finishedAt!: Date | null;
  @Field(() => UserObject, { nullable: true, description: 'Who uploaded it.' }) owner!: UserObject | null;
  @Field(() => [AllowedMoveObject], { description: 'What can be done with it now, and why not.' }) allowedMoves!: AllowedMoveObject[];

  @Field(() => [String], { description: 'Fields that you may not see, or see masked.' })
  hiddenFields!: string[];
}

@ObjectType('LeadImportPreviewRow', { description: 'A row as it would come in.' })
export class PreviewRowObject {
  @Field(() => Int, { description: 'The line it starts on, from 1.' }) line!: number;
  @Field(() => JsonScalar, { description: 'Its values by field.' }) values!: object;
  @Field(() => JsonScalar, { description: 'What would be kept under the headers.' }) extra!: object;
  @Field(() => [Int], { description: 'Columns whose value cannot be read as their field.' }) refusedColumns!: number[];
  @Field(() => [Int], { description: 'Columns whose cell a spreadsheet would run.' }) formulaColumns!: number[];
}

@ObjectType('LeadImportPreview', { description: 'What a file would become, from its first 1,000 rows.' })
export class ImportPreviewObject {
  @Field(() => DetectedFileObject, { description: 'The file, read this way.' }) detected!: DetectedFileObject;
  @Field(() => [PreviewRowObject], { description: 'The first rows.' }) rows!: PreviewRowObject[];
  @Field(() => [ImportRefusalObject], { description: 'Rows that would not come in.' }) refused!: ImportRefusalObject[];
  @Field(() => Int, { description: 'Rows that were read.' }) rowsRead!: number;
  @Field(() => Int, { description: 'Rows of them that would not come in.' }) rowsRefused!: number;
  @Field(() => ImportReportObject, { description: 'Column by column.' }) report!: ImportReportObject;
}
