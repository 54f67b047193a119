import { Info, Query, Resolver } from '@nestjs/graphql';
import { CurrentActor, Requires } from '@throughline/platform/access';
import type { Actor } from '@throughline/platform/kernel';
import { Reader, selectionOf } from '@throughline/platform/read';
import type { GraphQLResolveInfo } from 'graphql';
import { organizationPermissions } from '../organization.policy.js';
import { organizationRead } from '../organization.read.js';
import { OrganizationObject } from './organization.object.js';

/** The organization one works in. */
@Resolver(() => OrganizationObject)
export class OrganizationResolver {
  constructor(private readonly reader: Reader) {}

  @Query(() => OrganizationObject, { description: 'The organization you work in.' })
  @Requires(organizationPermissions.read)
  organization(@CurrentActor() actor: Actor, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.reader.existing(actor, organizationRead, actor.organizationId, selectionOf(info));
  }
}
