import { Args, Info, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { loaded } from '@throughline/platform/read';
import { CustomerObject } from '@throughline/sales/customers';
import { DealObject } from '@throughline/sales/deals';
import { ProjectConnection, ProjectsArgs } from './project.payloads.js';

/** The edge from a customer to their projects. */
@Resolver(() => CustomerObject)
export class CustomerProjectsResolver {
  @ResolveField('projects', () => ProjectConnection, { description: 'The projects for this customer that you may see.' })
  projects(@Parent() customer: CustomerObject, @Args() _args: ProjectsArgs, @Info() info: GraphQLResolveInfo): unknown {
    return loaded(customer, info);
  }
}

/** The edge from a deal to what became of it. */
@Resolver(() => DealObject)
export class DealProjectsResolver {
  @ResolveField('projects', () => ProjectConnection, { description: 'The projects that deliver this deal.' })
  projects(@Parent() deal: DealObject, @Args() _args: ProjectsArgs, @Info() info: GraphQLResolveInfo): unknown {
    return loaded(deal, info);
  }
}
