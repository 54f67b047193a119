import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { UserObject } from '@throughline/identity/users';
import { AllowedMoveObject, DateScalar, DateTimeScalar, MoneyObject } from '@throughline/platform/graphql';
import { ProductObject } from '@throughline/sales/catalogue';
import { CustomerObject } from '@throughline/sales/customers';
import { DealObject } from '@throughline/sales/deals';
import { QuoteStatusEnum } from './quote-status.enum.js';

@ObjectType('QuoteLine', { description: 'One position of a quote.' })
export class QuoteLineObject {
  @Field(() => ID, { description: 'The record\'s id.' })
  id!: string;

  @Field(() => Int, { description: 'Its place, from 1.' })
  position!: number;

  @Field(() => String, { description: 'What it is.' })
  description!: string;

  @Field(() => String, { description: 'How many, as a decimal with two places.' })
  quantity!: string;

  @Field(() => MoneyObject, { description: 'Price of one.' })
  unitPrice!: MoneyObject;

  @Field(() => Int, { description: 'Discount on this line, in basis points.' })
  discountBasisPoints!: number;

  @Field(() => Int, { description: 'Tax, in basis points.' })
  taxBasisPoints!: number;

  @Field(() => MoneyObject, { description: 'What the line comes to, after its discount and before tax.' })
  net!: MoneyObject;

  @Field(() => ProductObject, { nullable: true, description: 'The catalogue entry it was made from.' })
  product!: ProductObject | null;
}

@ObjectType('Quote', { description: 'An offer on a deal.' })
export class QuoteObject {
  @Field(() => ID, { description: 'The record\'s id.' })
  id!: string;

  @Field(() => Int, { description: 'Changes with every edit; pass the one you saw when you edit.' })
  version!: number;

  @Field(() => DateTimeScalar, { description: 'When it was created.' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When it was last edited.' })
  updatedAt!: Date;

  @Field(() => String, { description: 'The number people use: QUO-1042.' })
  number!: string;

  @Field(() => Int, { description: 'Which revision of that number this is, from 1.' })
  revision!: number;

  @Field(() => String, { description: 'What is offered.' })
  title!: string;

  @Field(() => QuoteStatusEnum, { description: 'Where it stands.' })
  status!: QuoteStatusEnum;

  @Field(() => DateScalar, { description: 'The last day it can be accepted.' })
  validUntil!: string;

  @Field(() => String, { nullable: true, description: 'Terms and conditions.' })
  terms!: string | null;

  @Field(() => Int, { description: 'Discount on the whole, in basis points.' })
  discountBasisPoints!: number;

  @Field(() => MoneyObject, { description: 'Sum of the lines.' })
  subtotal!: MoneyObject;

  @Field(() => MoneyObject, { description: 'What the discount on the whole takes off.' })
  discount!: MoneyObject;

  @Field(() => MoneyObject, { description: 'Tax.' })
  tax!: MoneyObject;

  @Field(() => MoneyObject, { description: 'What the client pays.' })
  total!: MoneyObject;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was sent.' })
  sentAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the client first opened it.' })
  viewedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was accepted or declined.' })
  decidedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it was declined.' })
  declineReason!: string | null;

  @Field(() => String, { nullable: true, description: 'The name typed as signature.' })
  acceptedName!: string | null;

  @Field(() => String, { nullable: true, description: 'The network address it was accepted from.' })
  acceptedAddress!: string | null;

  @Field(() => String, { nullable: true, description: 'SHA-256 over what was shown when it was accepted.' })
  acceptedHash!: string | null;

  @Field(() => [QuoteLineObject], { description: 'What is offered, line by line.' })
  lines!: QuoteLineObject[];

  @Field(() => DealObject, { nullable: true, description: 'The deal it is written on.' })
  deal!: DealObject | null;

  @Field(() => CustomerObject, { nullable: true, description: 'Who it is for.' })
  customer!: CustomerObject | null;

  @Field(() => UserObject, { nullable: true, description: 'Who wrote it.' })
  owner!: UserObject | null;

  @Field(() => [AllowedMoveObject], { description: 'What can be done with it now, and why not.' })
  allowedMoves!: AllowedMoveObject[];

  @Field(() => [String], { description: 'Fields that your rights hide here; they are answered null.' })
  hiddenFields!: string[];
}
