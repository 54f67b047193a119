import { ArgsType, Field, ObjectType } from '@nestjs/graphql';
import { Connection, MutationPayload } from '@throughline/platform/graphql';
import { ReadArgs } from '@throughline/platform/read';
import { handOffRead } from '../hand-off.read.js';
import { HandOffObject } from './hand-off.object.js';

@ObjectType({ description: 'A page of hand-offs.' })
export class HandOffConnection extends Connection(HandOffObject, 'HandOff') {}

@ArgsType()
export class HandOffsArgs extends ReadArgs(handOffRead) {}

@ObjectType({ isAbstract: true })
abstract class HandOffPayload extends MutationPayload {
  @Field(() => HandOffObject, { nullable: true, description: 'The hand-off; null when something was refused.' })
  handOff?: HandOffObject | null;
}

@ObjectType({ description: 'The new hand-off.' })
export class OfferHandOffPayload extends HandOffPayload {}

@ObjectType({ description: 'The accepted hand-off.' })
export class AcceptHandOffPayload extends HandOffPayload {}

@ObjectType({ description: 'The returned hand-off.' })
export class ReturnHandOffPayload extends HandOffPayload {}

@ObjectType({ description: 'The hand-off that was taken back.' })
export class WithdrawHandOffPayload extends HandOffPayload {}

@ObjectType({ description: 'The hand-off with its checklist.' })
export class TickHandOffItemPayload extends HandOffPayload {}
