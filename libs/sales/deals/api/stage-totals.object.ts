import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { MoneyObject } from '@throughline/platform/graphql';

@ObjectType('DealStageTotals', { description: 'What lies in a stage of a pipeline, as far as you may see it.' })
export class StageTotalsObject {
  @Field(() => ID, { description: 'The stage.' })
  stageId!: string;

  @Field(() => Int, { description: 'How many deals.' })
  count!: number;

  @Field(() => MoneyObject, { description: 'Sum of their amounts, in the organization\'s currency.' })
  total!: MoneyObject;

  @Field(() => MoneyObject, { description: 'Sum of their amounts, each times its probability.' })
  weighted!: MoneyObject;
}
