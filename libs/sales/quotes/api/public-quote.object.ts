import { Field, Int, ObjectType } from '@nestjs/graphql';
import { DateScalar, MoneyObject, MutationPayload } from '@throughline/platform/graphql';
import { QuoteStatusEnum } from './quote-status.enum.js';

@ObjectType({ description: 'A position of a quote as the client sees it.' })
export class PublicQuoteLine {
  @Field(() => String, { description: 'What it is.' })
  description!: string;

  @Field(() => String, { description: 'How many.' })
  quantity!: string;

  @Field(() => MoneyObject, { description: 'Price of one.' })
  unitPrice!: MoneyObject;

  @Field(() => Int, { description: 'Discount on this line, in basis points.' })
  discountBasisPoints!: number;

  @Field(() => MoneyObject, { description: 'What the line comes to.' })
  net!: MoneyObject;
}

@ObjectType({ description: 'A quote as the client sees it through their link.' })
export class PublicQuote {
  @Field(() => String, { description: 'Its number.' })
  number!: string;

  @Field(() => Int, { description: 'Which revision of that number.' })
  revision!: number;

  @Field(() => Int, { description: 'Pass it when you accept or decline.' })
  version!: number;

  @Field(() => String, { description: 'What is offered.' })
  title!: string;

  @Field(() => QuoteStatusEnum, { description: 'Where it stands.' })
  status!: QuoteStatusEnum;

  @Field(() => DateScalar, { description: 'The last day it can be accepted.' })
  validUntil!: string;

  @Field(() => Boolean, { description: 'Whether it can be accepted or declined now.' })
  open!: boolean;

  @Field(() => String, { nullable: true, description: 'Terms and conditions.' })
  terms!: string | null;

  @Field(() => [PublicQuoteLine], { description: 'What is offered, line by line.' })
  lines!: PublicQuoteLine[];

  @Field(() => MoneyObject, { description: 'Sum of the lines.' })
  subtotal!: MoneyObject;

  @Field(() => MoneyObject, { description: 'Discount on the whole.' })
  discount!: MoneyObject;

  @Field(() => MoneyObject, { description: 'Tax.' })
  tax!: MoneyObject;

  @Field(() => MoneyObject, { description: 'What is to be paid.' })
  total!: MoneyObject;

  @Field(() => String, { description: 'The agency that offers it.' })
  organizationName!: string;

  @Field(() => String, { nullable: true, description: 'Who it is for.' })
  customerName!: string | null;

  @Field(() => String, { nullable: true, description: 'The name it was signed with, once accepted.' })
  acceptedName!: string | null;
}

@ObjectType({ isAbstract: true })
abstract class PublicQuotePayload extends MutationPayload {
  @Field(() => PublicQuote, { nullable: true, description: 'The quote; null when something was refused.' })
  quote?: PublicQuote | null;
}

@ObjectType({ description: 'The quote behind a link.' })
export class OpenQuotePayload extends PublicQuotePayload {}

@ObjectType({ description: 'The quote after it was accepted.' })
export class AcceptQuotePayload extends PublicQuotePayload {}

@ObjectType({ description: 'The quote after it was declined.' })
export class DeclineQuotePayload extends PublicQuotePayload {}
