import { Args, Info, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentActor, Requires } from '@throughline/platform/access';
import type { Actor } from '@throughline/platform/kernel';
import { Reader, Reads, selectionOf } from '@throughline/platform/read';
import type { GraphQLResolveInfo } from 'graphql';
import { timeOffPermissions } from '../directory.policy.js';
import { timeOffRead } from '../directory.read.js';
import { TimeOffService } from '../time-off.service.js';
import { DecideTimeOffInput, RequestTimeOffInput, WithdrawTimeOffInput } from './directory.inputs.js';
import { DecideTimeOffPayload, RequestTimeOffPayload, TimeOffConnection, TimeOffsArgs, WithdrawTimeOffPayload } from './directory.payloads.js';
import { TimeOffObject } from './time-off.object.js';

/** Who is away, and who asks to be. */
@Resolver(() => TimeOffObject)
export class TimeOffResolver {
  constructor(
    private readonly timeOff: TimeOffService,
    private readonly reader: Reader,
  ) {}

  @Query(() => TimeOffConnection, { name: 'timeOffs', description: 'Time off: your own, your department\'s when you manage it, everybody\'s as HR.' })
  @Requires(timeOffPermissions.read)
  @Reads(timeOffRead, 'connection')
  list(@CurrentActor() actor: Actor, @Args() args: TimeOffsArgs, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.reader.connection(actor, timeOffRead, args, selectionOf(info));
  }

  @Mutation(() => RequestTimeOffPayload, { description: 'Asks for time off.' })
  @Requires(timeOffPermissions.request)
  async requestTimeOff(@CurrentActor() actor: Actor, @Args('input', { description: 'The time off.' }) input: RequestTimeOffInput, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.answer(actor, await this.timeOff.request(actor, input), info);
  }

  @Mutation(() => DecideTimeOffPayload, { description: 'Approves or declines time off; nobody decides about their own.' })
  @Requires(timeOffPermissions.decide)
  async decideTimeOff(@CurrentActor() actor: Actor, @Args('input', { description: 'The decision.' }) input: DecideTimeOffInput, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.answer(actor, await this.timeOff.decide(actor, input), info);
  }

  @Mutation(() => WithdrawTimeOffPayload, { description: 'Takes back time off.' })
  @Requires(timeOffPermissions.request)
  async withdrawTimeOff(@CurrentActor() actor: Actor, @Args('input', { description: 'The time off.' }) input: WithdrawTimeOffInput, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.answer(actor, await this.timeOff.withdraw(actor, input), info);
  }

  private async answer(actor: Actor, id: string, info: GraphQLResolveInfo): Promise<unknown> {
    return { timeOff: await this.reader.one(actor, timeOffRead, id, selectionOf(info, 'timeOff')) };
  }
}
