import { ArgsType, Field, ID, ObjectType } from '@nestjs/graphql';
import { Connection, DateScalar, MutationPayload } from '@throughline/platform/graphql';
import { ReadArgs } from '@throughline/platform/read';
import { ArrayMaxSize, IsString, IsUUID } from 'class-validator';
import { staffProfileRead, timeOffRead } from '../directory.read.js';
import { StaffProfileObject } from './staff-profile.object.js';
import { TimeOffObject } from './time-off.object.js';

@ObjectType({ description: 'A page of the directory.' })
export class StaffProfileConnection extends Connection(StaffProfileObject, 'StaffProfile') {}

@ArgsType()
export class DirectoryArgs extends ReadArgs(staffProfileRead) {}

@ObjectType({ description: 'A page of time off.' })
export class TimeOffConnection extends Connection(TimeOffObject, 'TimeOff') {}

@ArgsType()
export class TimeOffsArgs extends ReadArgs(timeOffRead) {}

@ArgsType()
export class StaffAvailabilityArgs {
  @Field(() => [ID], { description: 'The people.' })
  @ArrayMaxSize(500)
  @IsUUID(undefined, { each: true })
  userIds!: string[];

  @Field(() => DateScalar, { description: 'The first day.' })
  @IsString()
  from!: string;

  @Field(() => DateScalar, { description: 'The last day; at most a year later.' })
  @IsString()
  to!: string;
}

@ObjectType({ description: 'The profile after the edit.' })
export class UpdateStaffProfilePayload extends MutationPayload {
  @Field(() => StaffProfileObject, { nullable: true, description: 'The profile; null when something was refused.' })
  profile?: StaffProfileObject | null;
}

@ObjectType({ isAbstract: true })
abstract class TimeOffPayload extends MutationPayload {
  @Field(() => TimeOffObject, { nullable: true, description: 'The time off; null when something was refused.' })
  timeOff?: TimeOffObject | null;
}

@ObjectType({ description: 'The time off that was asked for.' })
export class RequestTimeOffPayload extends TimeOffPayload {}

@ObjectType({ description: 'The time off that was decided.' })
export class DecideTimeOffPayload extends TimeOffPayload {}

@ObjectType({ description: 'The time off that was taken back.' })
export class WithdrawTimeOffPayload extends TimeOffPayload {}
