import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { PickListItemObject } from '@throughline/identity/pick-lists';
import { UserObject } from '@throughline/identity/users';
import { DateScalar, DateTimeScalar } from '@throughline/platform/graphql';
import type { TimeOffStatus } from '../time-off.entity.js';

export const TimeOffStatusEnum = { REQUESTED: 'REQUESTED', APPROVED: 'APPROVED', DECLINED: 'DECLINED', WITHDRAWN: 'WITHDRAWN' } as const satisfies { [Status in TimeOffStatus]: Status };
registerEnumType(TimeOffStatusEnum, {
  name: 'TimeOffStatus',
  description: 'Where time off stands.',
  valuesMap: {
    REQUESTED: { description: 'Asked for, not decided.' },
    APPROVED: { description: 'They are away.' },
    DECLINED: { description: 'Refused with a reason.' },
    WITHDRAWN: { description: 'Taken back by whoever asked.' },
  },
});

@ObjectType('TimeOff', { description: 'Days on which somebody does not work.' })
export class TimeOffObject {
  @Field(() => ID, { description: 'The record\'s id.' }) id!: string;
  @Field(() => Int, { description: 'Changes with every edit; pass the one you saw when you decide.' }) version!: number;
  @Field(() => DateTimeScalar, { description: 'When it was asked for.' }) createdAt!: Date;
  @Field(() => UserObject, { nullable: true, description: 'Who is away.' }) user!: UserObject | null;
  @Field(() => DateScalar, { description: 'The first day.' }) from!: string;
  @Field(() => DateScalar, { description: 'The last day.' }) to!: string;
  @Field(() => PickListItemObject, { nullable: true, description: 'What it is for: an item of the list TIME_OFF_KIND.' }) kind!: PickListItemObject | null;
  @Field(() => TimeOffStatusEnum, { description: 'Where it stands.' }) status!: TimeOffStatus;
  @Field(() => String, { nullable: true, description: 'What they say to it.' }) note!: string | null;
  @Field(() => String, { nullable: true, description: 'What was said to the decision.' }) reason!: string | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was decided.' }) decidedAt!: Date | null;
  @Field(() => UserObject, { nullable: true, description: 'Who decided.' }) decidedBy!: UserObject | null;
  @Field(() => [String], { description: 'Fields that you may not see, or see masked.' }) hiddenFields!: string[];
}
