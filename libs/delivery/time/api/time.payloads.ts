import { ArgsType, Field, ID, ObjectType } from '@nestjs/graphql';
import { Connection, MutationPayload } from '@throughline/platform/graphql';
import { ReadArgs } from '@throughline/platform/read';
import { timeEntryRead } from '../time.read.js';
import { TimeEntryObject } from './time.object.js';

@ObjectType({ description: 'A page of time entries.' })
export class TimeEntryConnection extends Connection(TimeEntryObject, 'TimeEntry') {}

@ArgsType()
export class TimeEntriesArgs extends ReadArgs(timeEntryRead) {}

@ObjectType({ isAbstract: true })
abstract class TimeEntryPayload extends MutationPayload {
  @Field(() => TimeEntryObject, { nullable: true, description: 'The entry; null when something was refused.' })
  timeEntry?: TimeEntryObject | null;
}

@ObjectType({ description: 'The new time entry.' })
export class LogTimePayload extends TimeEntryPayload {}

@ObjectType({ description: 'The time entry after the correction.' })
export class UpdateTimeEntryPayload extends TimeEntryPayload {}

@ObjectType({ description: 'What was deleted.' })
export class DeleteTimeEntryPayload extends MutationPayload {
  @Field(() => ID, { nullable: true, description: 'Id of the deleted entry; null when something was refused.' })
  id?: string | null;
}
