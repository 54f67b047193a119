import { Args, ID, Info, Query, Resolver } from '@nestjs/graphql';
import { CurrentActor, Requires } from '@throughline/platform/access';
import type { Actor } from '@throughline/platform/kernel';
import { Reader, Reads, selectionOf } from '@throughline/platform/read';
import type { GraphQLResolveInfo } from 'graphql';
import { rolePermissions } from '../role.policy.js';
import { roleRead } from '../role.read.js';
import { RoleObject } from './role.object.js';
import { RoleConnection, RolesArgs } from './role.payloads.js';

/** The organization's roles. */
@Resolver(() => RoleObject)
export class RoleResolver {
  constructor(private readonly reader: Reader) {}

  @Query(() => RoleConnection, { name: 'roles', description: 'The organization\'s roles.' })
  @Requires(rolePermissions.read)
  @Reads(roleRead, 'connection')
  list(@CurrentActor() actor: Actor, @Args() args: RolesArgs, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.reader.connection(actor, roleRead, args, selectionOf(info));
  }

  @Query(() => RoleObject, { name: 'role', nullable: true, description: 'One role.' })
  @Requires(rolePermissions.read)
  @Reads(roleRead, 'one')
  one(@CurrentActor() actor: Actor, @Args('id', { type: () => ID, description: 'Its id.' }) id: string, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.reader.existing(actor, roleRead, id, selectionOf(info));
  }
}
