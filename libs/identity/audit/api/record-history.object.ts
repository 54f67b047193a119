import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar, MutationPayload } from '@throughline/platform/graphql';
import { ArrayMaxSize, ArrayNotEmpty, IsArray, IsInt, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import type { HistoryEntry, HistoryPage } from '../history/record-history.service.js';
import type { RestoreFields } from '../restore/restore.service.js';
import { FieldChangeObject } from './field-change.object.js';

@ObjectType('RecordHistoryEntry', { description: 'Something that happened to a record.' })
export class RecordHistoryEntryObject implements HistoryEntry {
  @Field(() => ID, { description: 'The event\'s number.' }) id!: string;
  @Field(() => String, { description: 'What happened, for programs: "lead.contacted".' }) kind!: string;
  @Field(() => String, { description: 'What happened, in words.' }) title!: string;
  @Field(() => DateTimeScalar, { description: 'When.' }) occurredAt!: Date;
  @Field(() => String, { nullable: true, description: 'Who; null for a visitor, the product itself, or somebody you may not see.' }) actorName!: string | null;
  @Field(() => String, { description: 'As what they acted: ADMIN, EMPLOYEE, CLIENT, SERVICE, SYSTEM (the product itself) or PUBLIC (a visitor).' }) actorTier!: string;
  @Field(() => Boolean, { description: 'Came by an import.' }) historical!: boolean;
  @Field(() => String, { nullable: true, description: 'What was said, or why.' }) note!: string | null;
  @Field(() => [FieldChangeObject], { description: 'The fields that changed, without those hidden from you.' }) changes!: FieldChangeObject[];
  @Field(() => [String], { description: 'Names of the changed fields whose earlier value `restoreRecordFields` takes from you.' }) restorable!: string[];
}

@ObjectType('RecordHistory', { description: 'What happened to a record, the latest first.' })
export class RecordHistoryObject implements HistoryPage {
  @Field(() => [RecordHistoryEntryObject], { description: 'The entries of this page.' }) entries!: RecordHistoryEntryObject[];
  @Field(() => ID, { nullable: true, description: 'What to pass as `before` for older entries; null when there are none.' }) olderThan!: string | null;
  @Field(() => Int, { nullable: true, description: 'The record\'s version now, to be passed to `restoreRecordFields`; null when you may not restore anything of it.' }) version!: number | null;
}

@InputType({ description: 'Which earlier values to bring back.' })
export class RestoreRecordFieldsInput implements RestoreFields {
  @Field(() => String, { description: 'What kind of record: "lead".' })
  @IsString() @MaxLength(60)
  subject!: string;

  @Field(() => ID, { description: 'The record.' })
  @IsUUID()
  id!: string;

  @Field(() => Int, { description: 'The version you saw.' })
  @IsInt()
  version!: number;

  @Field(() => ID, { description: 'The entry of its history whose values before are meant.' })
  @Matches(/^\d{1,18}$/, { message: 'This is no number of an entry.' })
  eventId!: string;

  @Field(() => [String], { description: 'Names of the fields.' })
  @IsArray() @ArrayNotEmpty() @ArrayMaxSize(50) @IsString({ each: true })
  fields!: string[];
}

@ObjectType({ description: 'What came of restoring values.' })
export class RestoreRecordFieldsPayload extends MutationPayload {
  @Field(() => ID, { nullable: true, description: 'The record; load it again.' }) id?: string | null;
}
