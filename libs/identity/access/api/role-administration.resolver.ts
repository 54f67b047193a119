import { Args, Info, Mutation, Resolver } from '@nestjs/graphql';
import { CurrentActor, Requires } from '@throughline/platform/access';
import type { Actor } from '@throughline/platform/kernel';
import { Reader, selectionOf } from '@throughline/platform/read';
import type { GraphQLResolveInfo } from 'graphql';
import { rolePermissions } from '../role.policy.js';
import { roleRead } from '../role.read.js';
import { RoleGrantsService } from '../roles/role-grants.service.js';
import { RoleService } from '../roles/role.service.js';
import { CreateRoleInput, DeleteRoleInput, GrantPermissionInput, ResetRoleInput, RevokePermissionInput, SetRoleGrantsInput, UpdateRoleInput } from './role.inputs.js';
import { RoleObject } from './role.object.js';
import {
  CreateRolePayload, DeleteRolePayload, GrantPermissionPayload, ResetRoleToDefaultsPayload, RevokePermissionPayload, SetRoleGrantsPayload, UpdateRolePayload,
} from './role.payloads.js';

/** Changes roles and what they grant. Takes effect on everybody's next request and on open pages. */
@Resolver(() => RoleObject)
export class RoleAdministrationResolver {
  constructor(
    private readonly roles: RoleService,
    private readonly grants: RoleGrantsService,
    private readonly reader: Reader,
  ) {}

  @Mutation(() => CreateRolePayload, { description: 'Creates a role, empty or as a copy.' })
  @Requires(rolePermissions.create)
  async createRole(@CurrentActor() actor: Actor, @Args('input', { description: 'The role.' }) input: CreateRoleInput, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.answer(actor, await this.roles.create(actor, input), info);
  }

  @Mutation(() => UpdateRolePayload, { description: 'Changes a role\'s name, description, tiers and parent.' })
  @Requires(rolePermissions.update)
  async updateRole(@CurrentActor() actor: Actor, @Args('input', { description: 'The changes.' }) input: UpdateRoleInput, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    const { id, version, ...changes } = input;
    return this.answer(actor, await this.roles.update(actor, id, version, changes), info);
  }

  @Mutation(() => DeleteRolePayload, { description: 'Removes a role; while it is held it needs another one in its place.' })
  @Requires(rolePermissions.delete)
  async deleteRole(@CurrentActor() actor: Actor, @Args('input', { description: 'The role.' }) input: DeleteRoleInput): Promise<unknown> {
    return { deletedId: await this.roles.delete(actor, input.id, input.version, input.replacementId ?? null) };
  }

  @Mutation(() => SetRoleGrantsPayload, { description: 'Makes these the role\'s lines, all or those of one permission.' })
  @Requires(rolePermissions.grant)
  async setRoleGrants(@CurrentActor() actor: Actor, @Args('input', { description: 'The lines.' }) input: SetRoleGrantsInput, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.answer(actor, await this.grants.set(actor, input.id, input.version, input.grants, input.permission ?? null), info);
  }

  @Mutation(() => GrantPermissionPayload, { description: 'Adds a line to a role. Nobody grants what they do not hold.' })
  @Requires(rolePermissions.grant)
  async grantPermission(@CurrentActor() actor: Actor, @Args('input', { description: 'The line.' }) input: GrantPermissionInput, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.answer(actor, await this.grants.grant(actor, input.id, input.version, input.grant), info);
  }

  @Mutation(() => RevokePermissionPayload, { description: 'Takes a line from a role.' })
  @Requires(rolePermissions.grant)
  async revokePermission(@CurrentActor() actor: Actor, @Args('input', { description: 'The line.' }) input: RevokePermissionInput, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.answer(actor, await this.grants.revoke(actor, input.id, input.version, input.grantId), info);
  }

  @Mutation(() => ResetRoleToDefaultsPayload, { description: 'Gives a built-in role the lines it came with.' })
  @Requires(rolePermissions.grant)
  async resetRoleToDefaults(@CurrentActor() actor: Actor, @Args('input', { description: 'The role.' }) input: ResetRoleInput, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.answer(actor, await this.grants.reset(actor, input.id, input.version), info);
  }

  private async answer(actor: Actor, id: string, info: GraphQLResolveInfo): Promise<unknown> {
    return { role: await this.reader.one(actor, roleRead, id, selectionOf(info, 'role')) };
  }
}
