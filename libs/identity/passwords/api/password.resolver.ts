import { Args, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { CurrentActor, Public, SignedIn } from '@throughline/platform/access';
import { Alone, MutationPayload } from '@throughline/platform/graphql';
import type { Actor } from '@throughline/platform/kernel';
import { PasswordChangeService } from '../password-change.service.js';
import { PasswordResetService } from '../password-reset.service.js';
import { ChangePasswordInput, RequestPasswordResetInput, ResetPasswordInput } from './password.inputs.js';

@ObjectType({ description: 'Whether the password was changed: it was when there are no errors.' })
export class ChangePasswordPayload extends MutationPayload {}

@ObjectType({ description: 'Says the same whether there is such an account or not.' })
export class RequestPasswordResetPayload extends MutationPayload {}

@ObjectType({ description: 'Whether the password was set: it was when there are no errors.' })
export class ResetPasswordPayload extends MutationPayload {}

/** One's own password. */
@Resolver()
export class PasswordResolver {
  constructor(
    private readonly changes: PasswordChangeService,
    private readonly resets: PasswordResetService,
  ) {}

  @Mutation(() => ChangePasswordPayload, { description: 'Changes your own password; your other sessions end.' })
  @SignedIn()
  @Alone()
  async changePassword(@CurrentActor() actor: Actor, @Args('input', { description: 'Old and new.' }) input: ChangePasswordInput): Promise<ChangePasswordPayload> {
    await this.changes.change(actor, input.currentPassword, input.newPassword);
    return {};
  }

  @Mutation(() => RequestPasswordResetPayload, { description: 'Mails a link for a new password, if there is such an account.' })
  @Public()
  @Alone()
  async requestPasswordReset(@CurrentActor() { request }: Actor, @Args('input', { description: 'Whose.' }) input: RequestPasswordResetInput): Promise<RequestPasswordResetPayload> {
    await this.resets.request(input.email, request);
    return {};
  }

  @Mutation(() => ResetPasswordPayload, { description: 'Sets a new password by a mailed link; every session of the person ends.' })
  @Public()
  @Alone()
  async resetPassword(@CurrentActor() { request }: Actor, @Args('input', { description: 'The link and the password.' }) input: ResetPasswordInput): Promise<ResetPasswordPayload> {
    await this.resets.reset(input.token, input.password, request);
    return {};
  }
}
