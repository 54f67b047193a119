import { Args, ID, Info, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { CurrentActor, Requires } from '@throughline/platform/access';
import type { Actor } from '@throughline/platform/kernel';
import { Reader, Reads, selectionOf } from '@throughline/platform/read';
import { productPermissions } from '../product.policy.js';
import { productRead } from '../product.read.js';
import { ProductService } from '../product.service.js';
import { CreateProductInput, UpdateProductInput } from './product.inputs.js';
import { ProductObject } from './product.object.js';
import { CreateProductPayload, ProductConnection, ProductsArgs, UpdateProductPayload } from './product.payloads.js';

/** The catalogue for staff. */
@Resolver(() => ProductObject)
export class ProductResolver {
  constructor(
    private readonly products: ProductService,
    private readonly reader: Reader,
  ) {}

  @Query(() => ProductConnection, { name: 'products', description: 'The catalogue of services and products.' })
  @Requires(productPermissions.read)
  @Reads(productRead, 'connection')
  list(@CurrentActor() actor: Actor, @Args() args: ProductsArgs, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.reader.connection(actor, productRead, args, selectionOf(info));
  }

  @Query(() => ProductObject, { name: 'product', nullable: true, description: 'One service or product.' })
  @Requires(productPermissions.read)
  @Reads(productRead, 'one')
  one(@CurrentActor() actor: Actor, @Args('id', { type: () => ID, description: 'Its id.' }) id: string, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.reader.existing(actor, productRead, id, selectionOf(info));
  }

  @Mutation(() => CreateProductPayload, { description: 'Adds a service or product to the catalogue.' })
  @Requires(productPermissions.create)
  async createProduct(@CurrentActor() actor: Actor, @Args('input', { description: 'The product.' }) input: CreateProductInput, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    const { price, ...facts } = input;
    const id = await this.products.create(actor, { ...facts, priceMinor: price.amountMinor, currency: price.currency, active: true });
    return { product: await this.reader.one(actor, productRead, id, selectionOf(info, 'product')) };
  }

  @Mutation(() => UpdateProductPayload, { description: 'Changes a service or product.' })
  @Requires(productPermissions.update)
  async updateProduct(@CurrentActor() actor: Actor, @Args('input', { description: 'The changes.' }) input: UpdateProductInput, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    const { id, version, price, ...facts } = input;
    await this.products.update(actor, id, version, { ...facts, ...(price ? { priceMinor: price.amountMinor, currency: price.currency } : {}) });
    return { product: await this.reader.one(actor, productRead, id, selectionOf(info, 'product')) };
  }
}
