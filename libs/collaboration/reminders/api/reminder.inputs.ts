import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Connection, DateTimeScalar, MutationPayload } from '@throughline/platform/graphql';
import { ReadArgs } from '@throughline/platform/read';
import { IsBoolean, IsDate, IsInt, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { reminderRead } from '../reminder.read.js';
import { ReminderObject } from './reminder.object.js';

@ObjectType({ description: 'A page of reminders.' })
export class ReminderConnection extends Connection(ReminderObject, 'Reminder') {}

@ArgsType()
export class RemindersArgs extends ReadArgs(reminderRead) {}

@InputType({ description: 'What you want to be reminded of, and when.' })
export class CreateReminderInput {
  @Field(() => String, { nullable: true, description: 'The type of a record you can see: task, message.' })
  @IsOptional()
  @IsString()
  @MaxLength(40)
  subject?: string | null;

  @Field(() => ID, { nullable: true, description: 'The record.' })
  @IsOptional()
  @IsUUID(undefined, { message: 'This is no id.' })
  recordId?: string | null;

  @Field(() => String, { nullable: true, description: 'What to remember; needed without a record.' })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  note?: string | null;

  @Field(() => DateTimeScalar, { description: 'When you are told.' })
  @IsDate()
  dueAt!: Date;
}

@InputType({ description: 'Changes of a reminder. What is absent stays.' })
export class UpdateReminderInput {
  @Field(() => ID, { description: 'The reminder.' })
  @IsUUID(undefined, { message: 'This is no id.' })
  id!: string;

  @Field(() => Int, { description: 'The version you saw.' })
  @IsInt()
  version!: number;

  @Field(() => String, { nullable: true, description: 'What to remember.' })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  note?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When you are told; a later time lets it fire once more.' })
  @IsOptional()
  @IsDate()
  dueAt?: Date | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it is settled.' })
  @IsOptional()
  @IsBoolean()
  done?: boolean | null;
}

@InputType({ description: 'A reminder that is not needed any more.' })
export class DeleteReminderInput {
  @Field(() => ID, { description: 'The reminder.' })
  @IsUUID(undefined, { message: 'This is no id.' })
  id!: string;
}

@ObjectType({ isAbstract: true })
abstract class ReminderPayload extends MutationPayload {
  @Field(() => ReminderObject, { nullable: true, description: 'The reminder; null when something was refused.' })
  reminder?: ReminderObject | null;
}

@ObjectType({ description: 'The new reminder.' })
export class CreateReminderPayload extends ReminderPayload {}

@ObjectType({ description: 'The reminder after the edit.' })
export class UpdateReminderPayload extends ReminderPayload {}

@ObjectType({ description: 'The reminder that is gone.' })
export class DeleteReminderPayload extends MutationPayload {
  @Field(() => ID, { nullable: true, description: 'Its id; null when something was refused.' })
  id?: string | null;
}
