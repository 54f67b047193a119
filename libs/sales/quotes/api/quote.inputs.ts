import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsDefined, IsInt, IsNotEmpty, IsOptional, IsUUID, Matches, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { BigIntScalar, DateScalar } from '@throughline/platform/graphql';

@InputType({ description: 'One position of a quote. Amounts are in the deal\'s currency.' })
export class QuoteLineInput {
  @Field(() => String, { description: 'What it is.' })
  @IsNotEmpty({ message: 'Describe the line.' })
  @MaxLength(1_000)
  description!: string;

  @Field(() => String, { defaultValue: '1', description: 'How many, as a decimal with at most two places.' })
  @Matches(/^(?!0+(\.0{1,2})?$)\d{1,9}(\.\d{1,2})?$/, { message: 'The quantity must be a number above zero with at most two decimals, like 2.5.' })
  quantity!: string;

  @Field(() => BigIntScalar, { description: 'Price of one, in minor units.' })
  @IsDefined()
  unitPriceMinor!: bigint;

  @Field(() => Int, { defaultValue: 0, description: 'Discount on this line, in basis points.' })
  @IsInt()
  @Min(0)
  @Max(10_000)
  discountBasisPoints!: number;

  @Field(() => Int, { defaultValue: 0, description: 'Tax, in basis points.' })
  @IsInt()
  @Min(0)
  @Max(10_000)
  taxBasisPoints!: number;

  @Field(() => ID, { nullable: true, description: 'The catalogue entry it comes from.' })
  @IsOptional()
  @IsUUID()
  productId?: string | null;
}

@InputType({ description: 'What a quote offers.' })
export class QuoteContentInput {
  @Field(() => String, { description: 'What is offered.' })
  @IsNotEmpty({ message: 'Give the quote a title.' })
  @MaxLength(200)
  title!: string;

  @Field(() => DateScalar, { description: 'The last day it can be accepted.' })
  @IsDefined()
  validUntil!: string;

  @Field(() => String, { nullable: true, description: 'Terms and conditions.' })
  @IsOptional()
  @MaxLength(20_000)
  terms?: string | null;

  @Field(() => Int, { defaultValue: 0, description: 'Discount on the whole, in basis points.' })
  @IsInt()
  @Min(0)
  @Max(10_000)
  discountBasisPoints!: number;

  @Field(() => [QuoteLineInput], { description: 'The positions, in order.' })
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => QuoteLineInput)
  lines!: QuoteLineInput[];
}

@InputType({ description: 'A new quote on a deal.' })
export class CreateQuoteInput {
  @Field(() => ID, { description: 'The deal.' })
  @IsUUID()
  dealId!: string;

  @Field(() => QuoteContentInput, { description: 'What it offers.' })
  @ValidateNested()
  @Type(() => QuoteContentInput)
  content!: QuoteContentInput;
}

@InputType({ description: 'New content for a draft quote.' })
export class UpdateQuoteInput {
  @Field(() => ID, { description: 'The quote.' })
  @IsUUID()
  id!: string;

  @Field(() => Int, { description: 'The version you saw.' })
  @IsInt()
  version!: number;

  @Field(() => QuoteContentInput, { description: 'What it offers now.' })
  @ValidateNested()
  @Type(() => QuoteContentInput)
  content!: QuoteContentInput;
}

@InputType({ description: 'A quote as you saw it.' })
export class QuoteVersionInput {
  @Field(() => ID, { description: 'The quote.' })
  @IsUUID()
  id!: string;

  @Field(() => Int, { description: 'The version you saw.' })
  @IsInt()
  version!: number;
}
