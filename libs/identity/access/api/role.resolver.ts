import { Args, ArgsType, Info, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { CurrentActor, Requires } from '@throughline/platform/access';
import { Connection } from '@throughline/platform/graphql';
import type { Actor } from '@throughline/platform/kernel';
import { ReadArgs, Reader, Reads, selectionOf } from '@throughline/platform/read';
import type { GraphQLResolveInfo } from 'graphql';
import { rolePermissions } from '../role.policy.js';
import { roleRead } from '../role.read.js';
import { RoleObject } from './role.object.js';

@ObjectType({ description: 'A page of roles.' })
export class RoleConnection extends Connection(RoleObject, 'Role') {}

@ArgsType()
export class RolesArgs extends ReadArgs(roleRead) {}

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
}
