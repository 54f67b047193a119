import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DepartmentObject } from '@throughline/identity/departments';
import { UserObject } from '@throughline/identity/users';
import { DateTimeScalar } from '@throughline/platform/graphql';
import type { HandOffStatus } from '../hand-off.entity.js';

export const HandOffStatusEnum = { OFFERED: 'OFFERED', ACCEPTED: 'ACCEPTED', RETURNED: 'RETURNED', WITHDRAWN: 'WITHDRAWN' } as const satisfies { [Status in HandOffStatus]: Status };
registerEnumType(HandOffStatusEnum, {
  name: 'HandOffStatus',
  description: 'Where a hand-off stands.',
  valuesMap: {
    OFFERED: { description: 'Given, not taken yet.' },
    ACCEPTED: { description: 'Taken over.' },
    RETURNED: { description: 'Given back with a reason.' },
    WITHDRAWN: { description: 'Taken back by whoever gave it.' },
  },
});

@ObjectType('HandOffItem', { description: 'A line of a hand-off\'s checklist.' })
export class HandOffItemObject {
  @Field(() => ID, { description: 'The record\'s id.' })
  id!: string;

  @Field(() => Int, { description: 'Its place, from 1.' })
  position!: number;

  @Field(() => String, { description: 'What is to be there.' })
  title!: string;

  @Field(() => Boolean, { description: 'Whether it is ticked.' })
  done!: boolean;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was ticked.' })
  doneAt!: Date | null;

  @Field(() => UserObject, { nullable: true, description: 'Who ticked it.' })
  doneBy!: UserObject | null;
}

@ObjectType('HandOff', { description: 'A record goes from one department or person to another; the latest of a record tells who has the ball.' })
export class HandOffObject {
  @Field(() => ID, { description: 'The record\'s id.' })
  id!: string;

  @Field(() => Int, { description: 'Changes with every edit; pass the one you saw when you answer.' })
  version!: number;

  @Field(() => String, { description: 'The type of the record that is handed over: deal, ticket, project.' })
  subject!: string;

  @Field(() => ID, { description: 'The record that is handed over.' })
  recordId!: string;

  @Field(() => String, { nullable: true, description: 'What the record is called now; null when it is gone or not visible to you.' })
  recordName!: string | null;

  @Field(() => String, { description: 'What comes next.' })
  step!: string;

  @Field(() => String, { nullable: true, description: 'What the giver says to it.' })
  note!: string | null;

  @Field(() => HandOffStatusEnum, { description: 'Where it stands.' })
  status!: HandOffStatus;

  @Field(() => Boolean, { description: 'Whether it is the record\'s latest.' })
  current!: boolean;

  @Field(() => String, { nullable: true, description: 'Why it was given back.' })
  reason!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was offered.' })
  offeredAt!: Date;

  @Field(() => DateTimeScalar, { description: 'Since when the present holder has the ball.' })
  since!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'By when it is to be answered.' })
  dueAt!: Date | null;

  @Field(() => Boolean, { description: 'Whether it waits for an answer beyond its time limit.' })
  overdue!: boolean;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was answered.' })
  answeredAt!: Date | null;

  @Field(() => UserObject, { nullable: true, description: 'Who answered.' })
  answeredBy!: UserObject | null;

  @Field(() => DepartmentObject, { nullable: true, description: 'Where it comes from.' })
  fromDepartment!: DepartmentObject | null;

  @Field(() => UserObject, { nullable: true, description: 'Who gave it.' })
  fromUser!: UserObject | null;

  @Field(() => DepartmentObject, { nullable: true, description: 'Where it goes.' })
  toDepartment!: DepartmentObject | null;

  @Field(() => UserObject, { nullable: true, description: 'Who is to take it, or took it; null while anybody of the department may.' })
  toUser!: UserObject | null;

  @Field(() => DepartmentObject, { nullable: true, description: 'The department that has the ball.' })
  holderDepartment!: DepartmentObject | null;

  @Field(() => UserObject, { nullable: true, description: 'The person who has the ball.' })
  holder!: UserObject | null;

  @Field(() => [HandOffItemObject], { description: 'Its checklist.' })
  items!: HandOffItemObject[];
}
