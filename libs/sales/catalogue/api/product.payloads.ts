import { ArgsType, Field, ObjectType } from '@nestjs/graphql';
import { Connection, MutationPayload } from '@throughline/platform/graphql';
import { ReadArgs } from '@throughline/platform/read';
import { productRead } from '../product.read.js';
import { ProductObject } from './product.object.js';

@ObjectType({ description: 'A page of the catalogue.' })
export class ProductConnection extends Connection(ProductObject, 'Product') {}

@ArgsType()
export class ProductsArgs extends ReadArgs(productRead) {}

@ObjectType({ isAbstract: true })
abstract class ProductPayload extends MutationPayload {
  @Field(() => ProductObject, { nullable: true, description: 'The product; null when something was refused.' })
  product?: ProductObject | null;
}

@ObjectType({ description: 'The new service or product.' })
export class CreateProductPayload extends ProductPayload {}

@ObjectType({ description: 'The service or product after the edit.' })
export class UpdateProductPayload extends ProductPayload {}
