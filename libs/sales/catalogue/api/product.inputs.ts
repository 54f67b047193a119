import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsBoolean, IsInt, IsNotEmpty, IsOptional, IsUUID, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { MoneyInput } from '@throughline/platform/graphql';

@InputType({ description: 'A new service or product.' })
export class CreateProductInput {
  @Field(() => String, { description: 'The article number; unique.' })
  @IsNotEmpty({ message: 'Give it an article number.' })
  @MaxLength(60)
  sku!: string;

  @Field(() => String, { description: 'Its name.' })
  @IsNotEmpty({ message: 'Give it a name.' })
  @MaxLength(200)
  name!: string;

  @Field(() => String, { nullable: true, description: 'What is included.' })
  @IsOptional()
  @MaxLength(5_000)
  description?: string | null;

  @Field(() => String, { nullable: true, description: 'The service category that delivers it: WEB.' })
  @IsOptional()
  @MaxLength(40)
  categoryKey?: string | null;

  @Field(() => String, { defaultValue: 'piece', description: 'What one of it is: piece, hour, month.' })
  @IsNotEmpty()
  @MaxLength(40)
  unit!: string;

  @Field(() => MoneyInput, { description: 'Price of one unit, before tax.' })
  @ValidateNested()
  @Type(() => MoneyInput)
  price!: MoneyInput;

  @Field(() => Int, { defaultValue: 0, description: 'Tax in basis points: 1900 is 19 %.' })
  @IsInt()
  @Min(0)
  @Max(10_000)
  taxBasisPoints!: number;
}

@InputType({ description: 'Changed facts of a service or product; what is absent stays.' })
export class UpdateProductInput {
  @Field(() => ID, { description: 'The product.' })
  @IsUUID()
  id!: string;

  @Field(() => Int, { description: 'The version you saw.' })
  @IsInt()
  version!: number;

  @Field(() => String, { nullable: true, description: 'Its name.' })
  @IsOptional()
  @IsNotEmpty()
  @MaxLength(200)
  name?: string;

  @Field(() => MoneyInput, { nullable: true, description: 'Price of one unit, before tax.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => MoneyInput)
  price?: MoneyInput;

  @Field(() => Boolean, { nullable: true, description: 'Whether it can be put on new quotes.' })
  @IsOptional()
  @IsBoolean()
  active?: boolean;
}
