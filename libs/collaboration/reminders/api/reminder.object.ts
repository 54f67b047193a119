import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar } from '@throughline/platform/graphql';

@ObjectType('Reminder', { description: 'Something you want to be reminded of.' })
export class ReminderObject {
  @Field(() => ID, { description: 'The record\'s id.' })
  id!: string;

  @Field(() => Int, { description: 'Changes with every edit; pass the one you saw when you edit.' })
  version!: number;

  @Field(() => String, { nullable: true, description: 'The type of the record it is about, as in permissions: task; null when it is about none.' })
  subject!: string | null;

  @Field(() => ID, { nullable: true, description: 'The record it is about.' })
  recordId!: string | null;

  @Field(() => ID, { nullable: true, description: 'Where that record lies: the channel of a message.' })
  contextId!: string | null;

  @Field(() => String, { nullable: true, description: 'What that record is called, as far as you may see it.' })
  recordName?: string | null;

  @Field(() => String, { nullable: true, description: 'What to remember.' })
  note!: string | null;

  @Field(() => DateTimeScalar, { description: 'When you are told.' })
  dueAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When you were told; null before.' })
  firedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When you settled it.' })
  doneAt!: Date | null;

  @Field(() => DateTimeScalar, { description: 'When you set it.' })
  createdAt!: Date;

  @Field(() => [String], { description: 'Fields that a rule hides from you.' })
  hiddenFields!: string[];
}
