import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DateTimeScalar } from '../../graphql/index.js';
import type { MailStatus } from '../outgoing-mail.js';

export const OutgoingMailStatusEnum = { WAITING: 'WAITING', SENT: 'SENT', FAILED: 'FAILED', KEPT: 'KEPT' } as const satisfies { [Status in MailStatus]: Status };
registerEnumType(OutgoingMailStatusEnum, {
  name: 'OutgoingMailStatus',
  description: 'What has become of a mail.',
  valuesMap: {
    WAITING: { description: 'Will be sent, or tried again.' },
    SENT: { description: 'The mail server has taken it.' },
    FAILED: { description: 'Given up; it can be tried again by hand.' },
    KEPT: { description: 'This installation has no mail server: it is kept here to be read.' },
  },
});

@ObjectType('OutgoingMail', { description: 'One mail that the product sends. Its text is not part of it.' })
export class OutgoingMailObject {
  @Field(() => ID, { description: 'The record\'s id.' })
  id!: string;

  @Field(() => Int, { description: 'Changes with every edit; pass the one you saw when you edit.' })
  version!: number;

  @Field(() => DateTimeScalar, { description: 'When it was written.' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When its state last changed.' })
  updatedAt!: Date;

  @Field(() => String, { description: 'What it is: user.invitation, user.passwordReset.' })
  kind!: string;

  @Field(() => String, { description: 'The address it goes to.' })
  recipient!: string;

  @Field(() => ID, { nullable: true, description: 'The person it is for, where they have an account.' })
  userId!: string | null;

  @Field(() => String, { description: 'Its subject.' })
  subject!: string;

  @Field(() => OutgoingMailStatusEnum, { description: 'What has become of it.' })
  status!: MailStatus;

  @Field(() => Int, { description: 'How often it was tried.' })
  attempts!: number;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was last tried.' })
  lastAttemptAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why the last try failed.' })
  lastError!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the mail server took it.' })
  sentAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Until when the link in it works.' })
  expiresAt!: Date | null;
}

@ObjectType('OutgoingMailBody', { description: 'The text of a mail that is kept here.' })
export class OutgoingMailBodyObject {
  @Field(() => ID, { description: 'The mail.' })
  id!: string;

  @Field(() => String, { description: 'As plain text.' })
  text!: string;

  @Field(() => String, { description: 'As HTML; show it in a sandboxed frame.' })
  html!: string;
}
