import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { TaskObject } from '@throughline/delivery/tasks';
import { UserObject } from '@throughline/identity/users';
import { DateScalar, DateTimeScalar } from '@throughline/platform/graphql';

@ObjectType('TimeEntry', { description: 'Time somebody worked on a task on a day.' })
export class TimeEntryObject {
  @Field(() => ID, { description: 'The record\'s id.' })
  id!: string;

  @Field(() => Int, { description: 'Changes with every edit; pass the one you saw when you edit.' })
  version!: number;

  @Field(() => DateTimeScalar, { description: 'When it was logged.' })
  createdAt!: Date;

  @Field(() => DateScalar, { description: 'The day it was worked on.' })
  workedOn!: string;

  @Field(() => Int, { description: 'How long, in minutes.' })
  minutes!: number;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Exact start, when given.' })
  startedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Exact end, when given.' })
  endedAt!: Date | null;

  @Field(() => Boolean, { description: 'Whether the client pays for it.' })
  billable!: boolean;

  @Field(() => String, { nullable: true, description: 'What was done.' })
  note!: string | null;

  @Field(() => TaskObject, { nullable: true, description: 'The task.' })
  task!: TaskObject | null;

  @Field(() => UserObject, { nullable: true, description: 'Who worked.' })
  user!: UserObject | null;

  @Field(() => [String], { description: 'Fields that you may not see, or see masked.' })
  hiddenFields!: string[];
}
