import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsInt, IsUUID } from 'class-validator';
import { Connection, MutationPayload } from '../../graphql/index.js';
import { ReadArgs } from '../../read/index.js';
import { outgoingMailRead } from '../outgoing-mail.read.js';
import { OutgoingMailObject } from './outgoing-mail.object.js';

@ObjectType({ description: 'A page of outgoing mails.' })
export class OutgoingMailConnection extends Connection(OutgoingMailObject, 'OutgoingMail') {}

@ArgsType()
export class OutgoingMailsArgs extends ReadArgs(outgoingMailRead) {}

@InputType({ description: 'The mail to send again.' })
export class RetryOutgoingMailInput {
  @Field(() => ID, { description: 'The mail.' })
  @IsUUID()
  id!: string;

  @Field(() => Int, { description: 'The version you saw.' })
  @IsInt()
  version!: number;
}

@ObjectType({ description: 'The mail that will be sent again.' })
export class RetryOutgoingMailPayload extends MutationPayload {
  @Field(() => OutgoingMailObject, { nullable: true, description: 'The mail; null when something was refused.' })
  outgoingMail?: OutgoingMailObject | null;
}
