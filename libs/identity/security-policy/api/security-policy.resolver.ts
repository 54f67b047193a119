import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentActor, Requires } from '@throughline/platform/access';
import type { Actor } from '@throughline/platform/kernel';
import { securityPolicyPermissions } from '../security-policy.policy.js';
import { SecurityPolicyService } from '../security-policy.service.js';
import { policyChanges, UpdateSecurityPolicyInput } from './security-policy.inputs.js';
import { policyObject, SecurityPolicyObject, UpdateSecurityPolicyPayload } from './security-policy.object.js';

/** How people get in and stay in. */
@Resolver()
export class SecurityPolicyResolver {
  constructor(private readonly policies: SecurityPolicyService) {}

  @Query(() => SecurityPolicyObject, { description: 'How people of the organization get in and stay in.' })
  @Requires(securityPolicyPermissions.read)
  async securityPolicy(@CurrentActor() actor: Actor): Promise<SecurityPolicyObject> {
    return policyObject(await this.policies.read(actor), actor.request.address);
  }

  @Mutation(() => UpdateSecurityPolicyPayload, { description: 'Changes how people get in and stay in; holds at once, for open sessions and pages too.' })
  @Requires(securityPolicyPermissions.update)
  async updateSecurityPolicy(
    @CurrentActor() actor: Actor,
    @Args('input', { type: () => UpdateSecurityPolicyInput, description: 'The changes.' }) input: UpdateSecurityPolicyInput,
  ): Promise<UpdateSecurityPolicyPayload> {
    return { securityPolicy: policyObject(await this.policies.update(actor, input.version, policyChanges(input)), actor.request.address) };
  }
}
