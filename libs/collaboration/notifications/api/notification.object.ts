import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { UserObject } from '@throughline/identity/users';
import { DateTimeScalar } from '@throughline/platform/graphql';
import type { NotificationKind } from '../notification.kinds.js';
import { NotificationKindEnum } from './notification.enums.js';

@ObjectType('Notification', { description: 'Something the caller is told.' })
export class NotificationObject {
  @Field(() => ID, { description: 'The record\'s id.' })
  id!: string;

  @Field(() => Int, { description: 'Changes when it is read, done or added to.' })
  version!: number;

  @Field(() => NotificationKindEnum, { description: 'What it is about.' })
  kind!: NotificationKind;

  @Field(() => String, { description: 'Why you are told, in words: You were assigned.' })
  reason!: string;

  @Field(() => String, { description: 'What happened, in one line.' })
  title!: string;

  @Field(() => String, { nullable: true, description: 'More of it: the beginning of the message, the reason given.' })
  body!: string | null;

  @Field(() => String, { nullable: true, description: 'The type of the record it is about, as in permissions: task; null for what is about the account or the organization.' })
  subject!: string | null;

  @Field(() => ID, { nullable: true, description: 'The record it is about.' })
  recordId!: string | null;

  @Field(() => ID, { nullable: true, description: 'Where that record lies: the channel of a message, the project of a task or milestone.' })
  contextId!: string | null;

  @Field(() => UserObject, { nullable: true, description: 'Who did it; null for the product itself, a stranger, or somebody you may not see.' })
  actor!: UserObject | null;

  @Field(() => Int, { description: 'How many of the same it stands for: unread messages of one channel.' })
  times!: number;

  @Field(() => Boolean, { description: 'Whether it belongs into the alert panel.' })
  urgent!: boolean;

  @Field(() => Boolean, { description: 'Whether it was not read yet.' })
  unread!: boolean;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was read.' })
  readAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was settled.' })
  doneAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Until when it is put away.' })
  snoozedUntil!: Date | null;

  @Field(() => DateTimeScalar, { description: 'When it was made, or last added to.' })
  createdAt!: Date;

  @Field(() => [String], { description: 'Fields that a rule hides from you.' })
  hiddenFields!: string[];
}

@ObjectType('NotificationKindCount', { description: 'How many notifications of a kind are unread.' })
export class NotificationKindCountObject {
  @Field(() => NotificationKindEnum, { description: 'The kind.' })
  kind!: NotificationKind;

  @Field(() => Int, { description: 'How many are unread.' })
  count!: number;
}

@ObjectType('NotificationCounts', { description: 'What the bell shows.' })
export class NotificationCountsObject {
  @Field(() => Int, { description: 'Unread ones in the inbox.' })
  unread!: number;

  @Field(() => Int, { description: 'Open ones that belong into the alert panel.' })
  urgent!: number;

  @Field(() => Int, { description: 'Ones that are put away until later.' })
  snoozed!: number;

  @Field(() => [NotificationKindCountObject], { description: 'Unread ones by kind; kinds without any are left out.' })
  byKind!: NotificationKindCountObject[];
}
