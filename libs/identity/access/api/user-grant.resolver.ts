import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { CurrentActor, Requires } from '@throughline/platform/access';
import type { Actor } from '@throughline/platform/kernel';
import { UserGrantService } from '../exceptions/user-grant.service.js';
import { rolePermissions } from '../role.policy.js';
import { GrantExceptionInput, GrantExceptionPayload, RevokeExceptionInput, RevokeExceptionPayload, UserGrantObject } from './user-grant.object.js';

/** Exceptions of single people from their roles. */
@Resolver(() => UserGrantObject)
export class UserGrantResolver {
  constructor(private readonly exceptions: UserGrantService) {}

  @Mutation(() => GrantExceptionPayload, { description: 'Gives or denies one person something beside their roles, for a time. Nobody gives what they do not hold.' })
  @Requires(rolePermissions.except)
  async grantException(@CurrentActor() actor: Actor, @Args('input', { description: 'The exception.' }) input: GrantExceptionInput): Promise<unknown> {
    return { userId: await this.exceptions.grant(actor, input) };
  }

  @Mutation(() => RevokeExceptionPayload, { description: 'Takes an exception back.' })
  @Requires(rolePermissions.except)
  async revokeException(@CurrentActor() actor: Actor, @Args('input', { description: 'The exception.' }) input: RevokeExceptionInput): Promise<unknown> {
    return { userId: await this.exceptions.revoke(actor, input.id) };
  }
}
