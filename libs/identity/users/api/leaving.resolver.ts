import { Args, ID, Info, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentActor, Requires } from '@throughline/platform/access';
import type { Actor } from '@throughline/platform/kernel';
import { Reader, selectionOf } from '@throughline/platform/read';
import type { GraphQLResolveInfo } from 'graphql';
import { LeavingService, type OpenRecords } from '../leaving.service.js';
import { userPermissions } from '../user.policy.js';
import { userRead } from '../user.read.js';
import { DeactivateUserInput, ReactivateUserInput } from './leaving.inputs.js';
import { DeactivateUserPayload, OpenRecordsObject, ReactivateUserPayload } from './user.payloads.js';

/** Leaving and coming back. */
@Resolver()
export class LeavingResolver {
  constructor(
    private readonly leaving: LeavingService,
    private readonly reader: Reader,
  ) {}

  @Query(() => [OpenRecordsObject], { description: 'What somebody would have to hand over before they leave, by kind.' })
  @Requires(userPermissions.deactivate)
  userOpenRecords(@CurrentActor() actor: Actor, @Args('userId', { type: () => ID, description: 'The person.' }) userId: string): Promise<OpenRecords[]> {
    return this.leaving.openRecords(actor, userId);
  }

  @Mutation(() => DeactivateUserPayload, { description: 'Takes somebody\'s access away; sessions and keys end at once, open records go to others in the same step.' })
  @Requires(userPermissions.deactivate)
  async deactivateUser(@CurrentActor() actor: Actor, @Args('input', { description: 'The person, and who takes over.' }) input: DeactivateUserInput, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.answer(actor, await this.leaving.deactivate(actor, input), info);
  }

  @Mutation(() => ReactivateUserPayload, { description: 'Lets somebody in again, with the roles and departments they had.' })
  @Requires(userPermissions.reactivate)
  async reactivateUser(@CurrentActor() actor: Actor, @Args('input', { description: 'The person.' }) input: ReactivateUserInput, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.answer(actor, await this.leaving.reactivate(actor, input.id, input.version), info);
  }

  private async answer(actor: Actor, id: string, info: GraphQLResolveInfo): Promise<unknown> {
    return { user: await this.reader.one(actor, userRead, id, selectionOf(info, 'user')) };
  }
}
