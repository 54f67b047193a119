import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { IsDefined, Matches } from 'class-validator';
import type { Money } from '../../kernel/index.js';
import { BigIntScalar } from '../scalars/index.js';

@ObjectType('Money', { description: 'An amount of money in whole minor units of its currency.' })
export class MoneyObject implements Money {
  @Field(() => BigIntScalar, { description: 'The amount in minor units: 1250 is 12.50 USD.' })
  amountMinor!: bigint;

  @Field(() => String, { description: 'The currency as ISO 4217 code: USD.' })
  currency!: string;
}

@InputType('MoneyInput', { description: 'An amount of money in whole minor units of its currency.' })
export class MoneyInput implements Money {
  @Field(() => BigIntScalar, { description: 'The amount in minor units: 1250 is 12.50 USD.' })
  @IsDefined()
  amountMinor!: bigint;

  @Field(() => String, { description: 'The currency as ISO 4217 code: USD.' })
  @Matches(/^[A-Z]{3}$/, { message: 'The currency must be a code of three capital letters, like USD.' })
  currency!: string;
}
