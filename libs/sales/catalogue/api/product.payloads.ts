import { ArgsType, Field, ObjectType } from '@nestjs/graphql';
import { Connection, MutationPayload } from '@throughline/platform/graphql';
import { ReadArgs } from '@throughline/platform/read';
import { productRead } from '../product.read.js';
import { ProductObject } from './product.object.js';

@ObjectType({ description: 'A page of the catalogue.' })
export class ProductConnection extends Connection(ProductObject, 'Product') {}

@ArgsType()
export class ProductsArgs extends ReadArgs(productRead) {}

@ObjectType({ description: 'The product after the operation.' })
export class ProductPayload extends MutationPayload {
  @Field(() => ProductObject, { nullable: true, description: 'The product; null when something was refused.' })
  product?: ProductObject | null;
}
