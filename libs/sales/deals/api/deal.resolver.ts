import { Args, ID, Info, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { CurrentActor, Requires } from '@throughline/platform/access';
import type { Actor } from '@throughline/platform/kernel';
import { Reader, Reads, selectionOf } from '@throughline/platform/read';
import { dealPermissions } from '../deal.policy.js';
import { dealRead } from '../deal.read.js';
import { DealService } from '../deal.service.js';
import { AdvanceDealStageInput, CreateDealInput, DecideDealInput, UpdateDealInput } from './deal.inputs.js';
import { DealObject } from './deal.object.js';
import {
  AdvanceDealStagePayload, CreateDealPayload, DealConnection, DealsArgs, LoseDealPayload, ReopenDealPayload, UpdateDealPayload, WinDealPayload,
} from './deal.payloads.js';

/** Deals for staff. */
@Resolver(() => DealObject)
export class DealResolver {
  constructor(
    private readonly deals: DealService,
    private readonly reader: Reader,
  ) {}

  @Query(() => DealConnection, { name: 'deals', description: 'The deals you may see.' })
  @Requires(dealPermissions.read)
  @Reads(dealRead, 'connection')
  list(@CurrentActor() actor: Actor, @Args() args: DealsArgs, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.reader.connection(actor, dealRead, args, selectionOf(info));
  }

  @Query(() => DealObject, { name: 'deal', nullable: true, description: 'One deal.' })
  @Requires(dealPermissions.read)
  @Reads(dealRead, 'one')
  one(@CurrentActor() actor: Actor, @Args('id', { type: () => ID, description: 'Its id.' }) id: string, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.reader.existing(actor, dealRead, id, selectionOf(info));
  }

  @Mutation(() => CreateDealPayload, { description: 'Creates a deal in the first open stage of its pipeline.' })
  @Requires(dealPermissions.create)
  async createDeal(@CurrentActor() actor: Actor, @Args('input', { description: 'The deal.' }) input: CreateDealInput, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    const { amount, ...facts } = input;
    const id = await this.deals.create(actor, {
      ...facts, requestedServices: facts.requestedServices ?? [], ...(amount ? { amountMinor: amount.amountMinor, currency: amount.currency } : {}),
    });
    return this.answer(actor, id, info);
  }

  @Mutation(() => UpdateDealPayload, { description: 'Changes facts of a deal.' })
  @Requires(dealPermissions.update)
  async updateDeal(@CurrentActor() actor: Actor, @Args('input', { description: 'The changes.' }) input: UpdateDealInput, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    const { id, version, amount, ...changes } = input;
    await this.deals.update(actor, id, version, { ...changes, ...(amount ? { amountMinor: amount.amountMinor } : {}) });
    return this.answer(actor, id, info);
  }

  @Mutation(() => AdvanceDealStagePayload, { description: 'Moves a deal to another open stage of its pipeline.' })
  @Requires(dealPermissions.advance)
  async advanceDealStage(@CurrentActor() actor: Actor, @Args('input', { description: 'The move.' }) input: AdvanceDealStageInput, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.answer(actor, await this.deals.advance(actor, input), info);
  }

  @Mutation(() => WinDealPayload, { description: 'Marks a deal as won. It needs a customer.' })
  @Requires(dealPermissions.win)
  async winDeal(@CurrentActor() actor: Actor, @Args('input', { description: 'The decision.' }) input: DecideDealInput, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.answer(actor, await this.deals.win(actor, input), info);
  }

  @Mutation(() => LoseDealPayload, { description: 'Marks a deal as lost.' })
  @Requires(dealPermissions.lose)
  async loseDeal(@CurrentActor() actor: Actor, @Args('input', { description: 'The decision.' }) input: DecideDealInput, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.answer(actor, await this.deals.lose(actor, input), info);
  }

  @Mutation(() => ReopenDealPayload, { description: 'Opens a won or lost deal again, in the first stage of its pipeline.' })
  @Requires(dealPermissions.reopen)
  async reopenDeal(@CurrentActor() actor: Actor, @Args('input', { description: 'The decision.' }) input: DecideDealInput, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.answer(actor, await this.deals.reopen(actor, input), info);
  }

  private async answer(actor: Actor, id: string, info: GraphQLResolveInfo): Promise<{ deal: DealObject | null }> {
    return { deal: await this.reader.one(actor, dealRead, id, selectionOf(info, 'deal')) };
  }
}
