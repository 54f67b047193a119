import { Args, Info, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { CurrentActor, Requires } from '@throughline/platform/access';
import type { Actor } from '@throughline/platform/kernel';
import { Reader, Reads, selectionOf } from '@throughline/platform/read';
import { categoryRead } from '../category.read.js';
import { categoryPermissions } from '../category.policy.js';
import { CategoryObject } from './category.object.js';
import { CategoriesArgs, CategoryConnection } from './category.payloads.js';

/** Service categories for pickers. */
@Resolver(() => CategoryObject)
export class CategoryResolver {
  constructor(private readonly reader: Reader) {}

  @Query(() => CategoryConnection, { name: 'serviceCategories', description: 'The kinds of work that the agency delivers.' })
  @Requires(categoryPermissions.read)
  @Reads(categoryRead, 'connection')
  list(@CurrentActor() actor: Actor, @Args() args: CategoriesArgs, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.reader.connection(actor, categoryRead, args, selectionOf(info));
  }
}
