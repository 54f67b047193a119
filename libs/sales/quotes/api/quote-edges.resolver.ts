import { Args, Info, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { loaded } from '@throughline/platform/read';
import { CustomerObject } from '@throughline/sales/customers';
import { DealObject } from '@throughline/sales/deals';
import { QuoteConnection, QuotesArgs } from './quote.payloads.js';

/** The edge from a deal to its quotes. */
@Resolver(() => DealObject)
export class DealQuotesResolver {
  @ResolveField('quotes', () => QuoteConnection, { description: 'The quotes written on this deal.' })
  quotes(@Parent() deal: DealObject, @Args() _args: QuotesArgs, @Info() info: GraphQLResolveInfo): unknown {
    return loaded(deal, info);
  }
}

/** The edge from a customer to their quotes. */
@Resolver(() => CustomerObject)
export class CustomerQuotesResolver {
  @ResolveField('quotes', () => QuoteConnection, { description: 'The quotes for this customer.' })
  quotes(@Parent() customer: CustomerObject, @Args() _args: QuotesArgs, @Info() info: GraphQLResolveInfo): unknown {
    return loaded(customer, info);
  }
}
