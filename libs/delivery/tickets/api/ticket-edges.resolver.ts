import { Args, Info, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { loaded } from '@throughline/platform/read';
import { CustomerObject } from '@throughline/sales/customers';
import { DealObject } from '@throughline/sales/deals';
import { TicketConnection, TicketsArgs } from './ticket.payloads.js';

/** The edge from a deal to its tickets. */
@Resolver(() => DealObject)
export class DealTicketsResolver {
  @ResolveField('tickets', () => TicketConnection, { description: 'The tickets opened from this deal.' })
  tickets(@Parent() deal: DealObject, @Args() _args: TicketsArgs, @Info() info: GraphQLResolveInfo): unknown {
    return loaded(deal, info);
  }
}

/** The edge from a customer to their tickets. */
@Resolver(() => CustomerObject)
export class CustomerTicketsResolver {
  @ResolveField('tickets', () => TicketConnection, { description: 'The tickets of this customer.' })
  tickets(@Parent() customer: CustomerObject, @Args() _args: TicketsArgs, @Info() info: GraphQLResolveInfo): unknown {
    return loaded(customer, info);
  }
}
