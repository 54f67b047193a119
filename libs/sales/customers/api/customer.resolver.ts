import { Args, ID, Info, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { CurrentActor, Requires } from '@throughline/platform/access';
import type { Actor } from '@throughline/platform/kernel';
import { loaded, Reader, Reads, selectionOf } from '@throughline/platform/read';
import { customerPermissions } from '../customer.policy.js';
import { customerRead } from '../customer.read.js';
import { CustomerService } from '../customer.service.js';
import { CreateCustomerInput, UpdateCustomerInput } from './customer.inputs.js';
import { CustomerObject } from './customer.object.js';
import { ContactConnection, ContactsArgs, CreateCustomerPayload, CustomerConnection, CustomersArgs, UpdateCustomerPayload } from './customer.payloads.js';

/** Customers for staff, and a client's own record. */
@Resolver(() => CustomerObject)
export class CustomerResolver {
  constructor(
    private readonly customers: CustomerService,
    private readonly reader: Reader,
  ) {}

  @Query(() => CustomerConnection, { name: 'customers', description: 'The customers you may see.' })
  @Requires(customerPermissions.read)
  @Reads(customerRead, 'connection')
  list(@CurrentActor() actor: Actor, @Args() args: CustomersArgs, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.reader.connection(actor, customerRead, args, selectionOf(info));
  }

  @Query(() => CustomerObject, { name: 'customer', nullable: true, description: 'One customer.' })
  @Requires(customerPermissions.read)
  @Reads(customerRead, 'one')
  one(@CurrentActor() actor: Actor, @Args('id', { type: () => ID, description: 'Its id.' }) id: string, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.reader.existing(actor, customerRead, id, selectionOf(info));
  }

  @ResolveField(() => ContactConnection, { description: 'Its people.' })
  contacts(@Parent() customer: CustomerObject, @Args() _args: ContactsArgs, @Info() info: GraphQLResolveInfo): unknown {
    return loaded(customer, info);
  }

  @ResolveField(() => CustomerConnection, { description: 'The companies that belong to it.' })
  subsidiaries(@Parent() customer: CustomerObject, @Args() _args: CustomersArgs, @Info() info: GraphQLResolveInfo): unknown {
    return loaded(customer, info);
  }

  @Mutation(() => CreateCustomerPayload, { description: 'Creates a customer.' })
  @Requires(customerPermissions.create)
  async createCustomer(@CurrentActor() actor: Actor, @Args('input', { description: 'The customer.' }) input: CreateCustomerInput, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    const { annualRevenue, ...facts } = input;
    return this.answer(actor, await this.customers.create(actor, { ...facts, ...revenueOf(annualRevenue) }), info);
  }

  @Mutation(() => UpdateCustomerPayload, { description: 'Changes facts of a customer.' })
  @Requires(customerPermissions.update)
  async updateCustomer(@CurrentActor() actor: Actor, @Args('input', { description: 'The changes.' }) input: UpdateCustomerInput, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    const { id, version, annualRevenue, ...facts } = input;
    return this.answer(actor, await this.customers.update(actor, id, version, { ...facts, ...revenueOf(annualRevenue) }), info);
  }

  private async answer(actor: Actor, id: string, info: GraphQLResolveInfo): Promise<{ customer: CustomerObject | null }> {
    return { customer: await this.reader.one(actor, customerRead, id, selectionOf(info, 'customer')) };
  }
}

function revenueOf(revenue: CreateCustomerInput['annualRevenue']): { annualRevenueMinor?: bigint | null; currency?: string } {
  if (revenue === undefined) return {};
  return revenue === null ? { annualRevenueMinor: null } : { annualRevenueMinor: revenue.amountMinor, currency: revenue.currency };
}
