import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar, MoneyObject } from '@throughline/platform/graphql';

@ObjectType('Product', { description: 'A service or product that the agency sells.' })
export class ProductObject {
  @Field(() => ID, { description: 'The record\'s id.' })
  id!: string;

  @Field(() => Int, { description: 'Changes with every edit; pass the one you saw when you edit.' })
  version!: number;

  @Field(() => DateTimeScalar, { description: 'When it was created.' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When it was last edited.' })
  updatedAt!: Date;

  @Field(() => String, { description: 'The article number.' })
  sku!: string;

  @Field(() => String, { description: 'Its name.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'What is included.' })
  description!: string | null;

  @Field(() => String, { nullable: true, description: 'The service category that delivers it: WEB.' })
  categoryKey!: string | null;

  @Field(() => String, { description: 'What one of it is: piece, hour, month.' })
  unit!: string;

  @Field(() => MoneyObject, { description: 'Price of one unit, before tax.' })
  price!: MoneyObject;

  @Field(() => Int, { description: 'Tax in basis points: 1900 is 19 %.' })
  taxBasisPoints!: number;

  @Field(() => Boolean, { description: 'Whether it can be put on new quotes.' })
  active!: boolean;

  @Field(() => [String], { description: 'Fields that you may not see, or see masked.' })
  hiddenFields!: string[];
}
