import { Args, ID, Info, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentActor, Requires } from '@throughline/platform/access';
import type { Actor } from '@throughline/platform/kernel';
import { Reader, Reads, selectionOf } from '@throughline/platform/read';
import type { GraphQLResolveInfo } from 'graphql';
import { userPermissions } from '../user.policy.js';
import { userRead } from '../user.read.js';
import type { RoleAssignment } from '../user.repository.js';
import { UserService } from '../user.service.js';
import { CreateUserInput, type RoleAssignmentInput, SetUserRolesInput, UpdateUserInput } from './user.inputs.js';
import { UserObject } from './user.object.js';
import { CreateUserPayload, SetUserRolesPayload, UpdateUserPayload, UserConnection, UsersArgs } from './user.payloads.js';

/** People and their accounts. */
@Resolver(() => UserObject)
export class UserResolver {
  constructor(
    private readonly users: UserService,
    private readonly reader: Reader,
  ) {}

  @Query(() => UserConnection, { name: 'users', description: 'The people you may see.' })
  @Requires(userPermissions.read)
  @Reads(userRead, 'connection')
  list(@CurrentActor() actor: Actor, @Args() args: UsersArgs, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.reader.connection(actor, userRead, args, selectionOf(info));
  }

  @Query(() => UserObject, { name: 'user', nullable: true, description: 'One person.' })
  @Requires(userPermissions.read)
  @Reads(userRead, 'one')
  one(@CurrentActor() actor: Actor, @Args('id', { type: () => ID, description: 'Their id.' }) id: string, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.reader.existing(actor, userRead, id, selectionOf(info));
  }

  @Mutation(() => CreateUserPayload, { description: 'Creates an account.' })
  @Requires(userPermissions.create)
  async createUser(@CurrentActor() actor: Actor, @Args('input', { description: 'The person.' }) input: CreateUserInput, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    const { departmentIds, roles, ...facts } = input;
    return this.answer(actor, await this.users.create(actor, { ...facts, departmentIds: departmentIds ?? [], roles: assignments(roles) }), info);
  }

  @Mutation(() => UpdateUserPayload, { description: 'Changes facts of a person.' })
  @Requires(userPermissions.update)
  async updateUser(@CurrentActor() actor: Actor, @Args('input', { description: 'The changes.' }) input: UpdateUserInput, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    const { id, version, departmentIds, ...changes } = input;
    return this.answer(actor, await this.users.update(actor, id, version, { ...changes, departmentIds: departmentIds ?? undefined }), info);
  }

  @Mutation(() => SetUserRolesPayload, { description: 'Gives a person exactly these roles. Nobody gives what they do not hold.' })
  @Requires(userPermissions.assignRoles)
  async setUserRoles(@CurrentActor() actor: Actor, @Args('input', { description: 'The roles.' }) input: SetUserRolesInput, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.answer(actor, await this.users.setRoles(actor, input.id, input.version, assignments(input.roles)), info);
  }

  private async answer(actor: Actor, id: string, info: GraphQLResolveInfo): Promise<unknown> {
    return { user: await this.reader.one(actor, userRead, id, selectionOf(info, 'user')) };
  }
}

function assignments(inputs: RoleAssignmentInput[] | null | undefined): RoleAssignment[] {
  return (inputs ?? []).map(({ roleId, departmentId }) => ({ roleId, departmentId: departmentId ?? null }));
}
