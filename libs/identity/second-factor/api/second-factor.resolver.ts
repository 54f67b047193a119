import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentActor, Requires, SignedIn } from '@throughline/platform/access';
import { Alone } from '@throughline/platform/graphql';
import { type Actor, isId, notFound } from '@throughline/platform/kernel';
import { secondFactorPermissions } from '../second-factor.policy.js';
import { SecondFactorService } from '../second-factor.service.js';
import {
  BeginSecondFactorPayload, ConfirmSecondFactorInput, ConfirmSecondFactorPayload, RemoveSecondFactorPayload, RenewRecoveryCodesPayload, ResetSecondFactorInput,
  ResetSecondFactorPayload, SecondFactorObject,
} from './second-factor.object.js';

/** One's own second factor; administrators can take a lost one away. */
@Resolver()
export class SecondFactorResolver {
  constructor(private readonly factors: SecondFactorService) {}

  @Query(() => SecondFactorObject, { description: 'Your own second factor.' })
  @SignedIn()
  mySecondFactor(@CurrentActor() actor: Actor): Promise<SecondFactorObject> {
    return this.factors.own(actor);
  }

  @Query(() => SecondFactorObject, { description: 'Somebody\'s second factor, for those who help when it is lost.' })
  @Requires(secondFactorPermissions.read)
  userSecondFactor(@CurrentActor() actor: Actor, @Args('userId', { type: () => ID, description: 'The person.' }) userId: string): Promise<SecondFactorObject> {
    if (!isId(userId)) throw notFound('person', 'userId');
    return this.factors.of(actor, userId);
  }

  @Mutation(() => BeginSecondFactorPayload, { description: 'Begins to set up an authenticator, or another one; it is in use after confirmSecondFactor.' })
  @SignedIn()
  @Alone()
  async beginSecondFactor(@CurrentActor() actor: Actor): Promise<BeginSecondFactorPayload> {
    return { enrolment: await this.factors.begin(actor) };
  }

  @Mutation(() => ConfirmSecondFactorPayload, { description: 'Takes the authenticator into use with the first code it shows.' })
  @SignedIn()
  @Alone()
  async confirmSecondFactor(
    @CurrentActor() actor: Actor, @Args('input', { type: () => ConfirmSecondFactorInput, description: 'The code.' }) { code }: ConfirmSecondFactorInput,
  ): Promise<ConfirmSecondFactorPayload> {
    return { recoveryCodes: await this.factors.confirm(actor, code) };
  }

  @Mutation(() => RenewRecoveryCodesPayload, { description: 'Makes new recovery codes; the earlier ones are worth nothing.' })
  @SignedIn()
  @Alone()
  async renewRecoveryCodes(@CurrentActor() actor: Actor): Promise<RenewRecoveryCodesPayload> {
    return { recoveryCodes: await this.factors.renewRecoveryCodes(actor) };
  }

  @Mutation(() => RemoveSecondFactorPayload, { description: 'Removes one\'s own second factor, where the organization does not demand it.' })
  @SignedIn()
  @Alone()
  async removeSecondFactor(@CurrentActor() actor: Actor): Promise<RemoveSecondFactorPayload> {
    await this.factors.remove(actor);
    return {};
  }

  @Mutation(() => ResetSecondFactorPayload, { description: 'Takes a lost authenticator away from somebody; their sessions end, and they are told by mail.' })
  @Requires(secondFactorPermissions.reset)
  async resetSecondFactor(
    @CurrentActor() actor: Actor, @Args('input', { type: () => ResetSecondFactorInput, description: 'Whose.' }) { userId }: ResetSecondFactorInput,
  ): Promise<ResetSecondFactorPayload> {
    await this.factors.reset(actor, userId);
    return {};
  }
}
