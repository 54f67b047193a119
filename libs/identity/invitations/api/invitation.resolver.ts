import { Args, Info, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { UserObject, userPermissions, userRead } from '@throughline/identity/users';
import { CurrentActor, Requires } from '@throughline/platform/access';
import { DateTimeScalar } from '@throughline/platform/graphql';
import type { Actor } from '@throughline/platform/kernel';
import { loaded, Reader, selectionOf } from '@throughline/platform/read';
import type { GraphQLResolveInfo } from 'graphql';
import { InvitationService } from '../invitation.service.js';
import { InviteUserInput, ResendInvitationInput, WithdrawInvitationInput } from './invitation.inputs.js';
import { InviteUserPayload, ResendInvitationPayload, WithdrawInvitationPayload } from './invitation.payloads.js';

/** Inviting people, by those who may create them. */
@Resolver(() => UserObject)
export class InvitationResolver {
  constructor(
    private readonly invitations: InvitationService,
    private readonly reader: Reader,
  ) {}

  @ResolveField(() => DateTimeScalar, { nullable: true, description: 'Until when the link of their invitation works; null when there is none.' })
  invitationExpiresAt(@Parent() user: UserObject, @Info() info: GraphQLResolveInfo): Date | null {
    return loaded(user, info);
  }

  @Mutation(() => InviteUserPayload, { description: 'Makes an account and mails its person a link, good for 7 days, to choose a password.' })
  @Requires(userPermissions.create)
  async inviteUser(@CurrentActor() actor: Actor, @Args('input', { description: 'The person.' }) input: InviteUserInput, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    const roles = (input.roles ?? []).map(({ roleId, departmentId }) => ({ roleId, departmentId: departmentId ?? null }));
    return this.answer(actor, await this.invitations.invite(actor, { ...input, departmentIds: input.departmentIds ?? [], roles }), info);
  }

  @Mutation(() => ResendInvitationPayload, { description: 'Mails a new link; the earlier one stops working.' })
  @Requires(userPermissions.create)
  async resendInvitation(@CurrentActor() actor: Actor, @Args('input', { description: 'Whose.' }) input: ResendInvitationInput, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.answer(actor, await this.invitations.resend(actor, input.id), info);
  }

  @Mutation(() => WithdrawInvitationPayload, { description: 'Makes the link useless and the account inactive.' })
  @Requires(userPermissions.create)
  async withdrawInvitation(@CurrentActor() actor: Actor, @Args('input', { description: 'Whose.' }) input: WithdrawInvitationInput, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.answer(actor, await this.invitations.withdraw(actor, input.id, input.version), info);
  }

  private async answer(actor: Actor, id: string, info: GraphQLResolveInfo): Promise<unknown> {
    return { user: await this.reader.one(actor, userRead, id, selectionOf(info, 'user')) };
  }
}
