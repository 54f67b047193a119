import { Args, Info, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { loaded } from '@throughline/platform/read';
import { CustomerObject } from '@throughline/sales/customers';
import { DealConnection, DealsArgs } from './deal.payloads.js';

/** The edge from a customer to their deals. */
@Resolver(() => CustomerObject)
export class CustomerDealsResolver {
  @ResolveField('deals', () => DealConnection, { description: 'The deals with this customer.' })
  deals(@Parent() customer: CustomerObject, @Args() _args: DealsArgs, @Info() info: GraphQLResolveInfo): unknown {
    return loaded(customer, info);
  }
}
