import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { UserObject } from '@throughline/identity/users';
import { AllowedMoveObject, BigIntScalar, DateScalar, DateTimeScalar, MoneyObject } from '@throughline/platform/graphql';
import { ContactObject, CustomerObject } from '@throughline/sales/customers';
import { DealStatusEnum } from './deal-status.enum.js';
import { PipelineObject, PipelineStageObject } from './pipeline.object.js';

@ObjectType('DealStageMove', { description: 'A move of a deal between stages.' })
export class DealStageMoveObject {
  @Field(() => ID, { description: 'The record\'s id.' })
  id!: string;

  @Field(() => PipelineStageObject, { nullable: true, description: 'The stage it left.' })
  from!: PipelineStageObject | null;

  @Field(() => PipelineStageObject, { nullable: true, description: 'The stage it entered.' })
  to!: PipelineStageObject | null;

  @Field(() => BigIntScalar, { nullable: true, description: 'How long it had been in the stage it left, in seconds.' })
  secondsInStage!: string | null;

  @Field(() => String, { nullable: true, description: 'What was said about the move.' })
  note!: string | null;

  @Field(() => DateTimeScalar, { description: 'When.' })
  movedAt!: Date;

  @Field(() => UserObject, { nullable: true, description: 'Who moved it; empty for a client\'s acceptance.' })
  movedBy!: UserObject | null;
}

@ObjectType('Deal', { description: 'An opportunity: what may be sold to whom.' })
export class DealObject {
  @Field(() => ID, { description: 'The record\'s id.' })
  id!: string;

  @Field(() => Int, { description: 'Changes with every edit; pass the one you saw when you edit.' })
  version!: number;

  @Field(() => DateTimeScalar, { description: 'When it was created.' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When it was last edited.' })
  updatedAt!: Date;

  @Field(() => String, { description: 'The number people use: DEAL-1042.' })
  number!: string;

  @Field(() => String, { description: 'What it is about.' })
  name!: string;

  @Field(() => DealStatusEnum, { description: 'Open, won or lost.' })
  status!: DealStatusEnum;

  @Field(() => String, { nullable: true, description: 'Why it was won or lost.' })
  statusReason!: string | null;

  @Field(() => MoneyObject, { nullable: true, description: 'What it is worth.' })
  amount!: MoneyObject | null;

  @Field(() => Int, { description: 'The chance of winning it, in percent.' })
  probability!: number;

  @Field(() => DateScalar, { nullable: true, description: 'When it should be decided.' })
  expectedClose!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was won or lost.' })
  closedAt!: Date | null;

  @Field(() => DateTimeScalar, { description: 'Since when it is in its stage.' })
  stageEnteredAt!: Date;

  @Field(() => [String], { description: 'Services the client asked for: WEB, SEO.' })
  requestedServices!: string[];

  @Field(() => [String], { description: 'Words it carries.' })
  tags!: string[];

  @Field(() => String, { nullable: true, description: 'What the client wants, in their words.' })
  requirements!: string | null;

  @Field(() => PipelineStageObject, { nullable: true, description: 'The stage it is in.' })
  stage!: PipelineStageObject | null;

  @Field(() => PipelineObject, { nullable: true, description: 'The pipeline it moves through.' })
  pipeline!: PipelineObject | null;

  @Field(() => CustomerObject, { nullable: true, description: 'To whom it may be sold.' })
  customer!: CustomerObject | null;

  @Field(() => ContactObject, { nullable: true, description: 'The person to talk to.' })
  contact!: ContactObject | null;

  @Field(() => UserObject, { nullable: true, description: 'Whose deal it is.' })
  owner!: UserObject | null;

  @Field(() => [DealStageMoveObject], { description: 'Its way through the stages, latest first.' })
  moves!: DealStageMoveObject[];

  @Field(() => [AllowedMoveObject], { description: 'What can be done with it now, and why not.' })
  allowedMoves!: AllowedMoveObject[];

  @Field(() => [String], { description: 'Fields that your rights hide here; they are answered null.' })
  hiddenFields!: string[];
}
