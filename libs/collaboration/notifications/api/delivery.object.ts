import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { UserObject } from '@throughline/identity/users';
import { Connection, DateTimeScalar } from '@throughline/platform/graphql';
import type { DeliveryStatus } from '../deliveries/delivery.entity.js';
import type { NotificationKind, OutsideChannel } from '../notification.kinds.js';
import { NotificationDeliveryStatusEnum, NotificationKindEnum } from './notification.enums.js';

export const DeliveryChannelEnum = { EMAIL: 'EMAIL', PUSH: 'PUSH', SMS: 'SMS', SLACK: 'SLACK', TEAMS: 'TEAMS' } as const satisfies { [C in OutsideChannel]: C };
registerEnumType(DeliveryChannelEnum, {
  name: 'NotificationDeliveryChannel',
  description: 'A way out of the product.',
  valuesMap: {
    EMAIL: { description: 'Mail.' }, PUSH: { description: 'A push to a browser.' }, SMS: { description: 'A text message.' }, SLACK: { description: 'Slack.' }, TEAMS: { description: 'Teams.' },
  },
});

@ObjectType('NotificationDelivery', { description: 'One notification on one way out of the product: what was tried and what came of it.' })
export class NotificationDeliveryObject {
  @Field(() => ID, { description: 'The record\'s id.' })
  id!: string;

  @Field(() => Int, { description: 'Changes with every try.' })
  version!: number;

  @Field(() => DeliveryChannelEnum, { description: 'The way.' })
  channel!: OutsideChannel;

  @Field(() => NotificationKindEnum, { description: 'What it is about.' })
  kind!: NotificationKind;

  @Field(() => UserObject, { nullable: true, description: 'Whom it is for; null for a channel of the whole organization.' })
  user!: UserObject | null;

  @Field(() => NotificationDeliveryStatusEnum, { description: 'What became of it.' })
  status!: DeliveryStatus;

  @Field(() => Boolean, { description: 'Whether it goes with others in one mail.' })
  digest!: boolean;

  @Field(() => DateTimeScalar, { description: 'When it goes out.' })
  dueAt!: Date;

  @Field(() => Int, { description: 'How often it was tried.' })
  attempts!: number;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was last tried.' })
  lastAttemptAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why the last try failed, or why it was not needed.' })
  lastError!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the other side took it.' })
  sentAt!: Date | null;

  @Field(() => ID, { nullable: true, description: 'The mail in the outbox that carries it.' })
  mailId!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was made.' })
  createdAt!: Date;

  @Field(() => [String], { description: 'Fields that a rule hides from you.' })
  hiddenFields!: string[];
}

@ObjectType({ description: 'A page of deliveries.' })
export class NotificationDeliveryConnection extends Connection(NotificationDeliveryObject, 'NotificationDelivery') {}
