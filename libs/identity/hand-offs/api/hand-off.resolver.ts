import { Args, ID, Info, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentActor, Requires } from '@throughline/platform/access';
import type { Actor } from '@throughline/platform/kernel';
import { columnsOf, Reader, Reads, selectionOf } from '@throughline/platform/read';
import type { GraphQLResolveInfo } from 'graphql';
import { handOffPermissions } from '../hand-off.policy.js';
import { handOffRead } from '../hand-off.read.js';
import { HandOffService } from '../hand-off.service.js';
import { RecordNameLoader } from '../record-name.loader.js';
import { AcceptHandOffInput, OfferHandOffInput, ReturnHandOffInput, TickHandOffItemInput, WithdrawHandOffInput } from './hand-off.inputs.js';
import { HandOffObject } from './hand-off.object.js';
import {
  AcceptHandOffPayload, HandOffConnection, HandOffsArgs, OfferHandOffPayload, ReturnHandOffPayload, TickHandOffItemPayload, WithdrawHandOffPayload,
} from './hand-off.payloads.js';

/** Who has the ball. */
@Resolver(() => HandOffObject)
export class HandOffResolver {
  constructor(
    private readonly handOffs: HandOffService,
    private readonly reader: Reader,
    private readonly names: RecordNameLoader,
  ) {}

  @Query(() => HandOffConnection, { name: 'handOffs', description: 'What was handed over. A record\'s present holder: filter by recordId and current.' })
  @Requires(handOffPermissions.read)
  @Reads(handOffRead, 'connection')
  list(@CurrentActor() actor: Actor, @Args() args: HandOffsArgs, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.reader.connection(actor, handOffRead, args, selectionOf(info));
  }

  @Query(() => HandOffObject, { name: 'handOff', nullable: true, description: 'One hand-off.' })
  @Requires(handOffPermissions.read)
  @Reads(handOffRead, 'one')
  one(@CurrentActor() actor: Actor, @Args('id', { type: () => ID, description: 'Its id.' }) id: string, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.reader.existing(actor, handOffRead, id, selectionOf(info));
  }

  @ResolveField(() => String, { nullable: true, description: 'What the record is called now; null when it is gone or not visible to you.' })
  recordName(@CurrentActor() actor: Actor, @Parent() handOff: object): Promise<string | null> {
    const { subject, record_id: recordId } = columnsOf(handOff) as { subject: string; record_id: string };
    return this.names.name(actor, subject, recordId);
  }

  @Mutation(() => OfferHandOffPayload, { description: 'Hands a record over to another department or person.' })
  @Requires(handOffPermissions.offer)
  async offerHandOff(@CurrentActor() actor: Actor, @Args('input', { description: 'The record and who takes it.' }) input: OfferHandOffInput, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.answer(actor, await this.handOffs.offer(actor, input), info);
  }

  @Mutation(() => AcceptHandOffPayload, { description: 'Takes over what was handed over; its checklist must be done.' })
  @Requires(handOffPermissions.answer)
  async acceptHandOff(@CurrentActor() actor: Actor, @Args('input', { description: 'The hand-off.' }) input: AcceptHandOffInput, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.answer(actor, await this.handOffs.accept(actor, input.id, input.version), info);
  }

  @Mutation(() => ReturnHandOffPayload, { description: 'Gives back what was handed over, with the reason.' })
  @Requires(handOffPermissions.answer)
  async returnHandOff(@CurrentActor() actor: Actor, @Args('input', { description: 'The hand-off.' }) input: ReturnHandOffInput, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.answer(actor, await this.handOffs.return(actor, input.id, input.version, input.reason), info);
  }

  @Mutation(() => WithdrawHandOffPayload, { description: 'Takes back what you handed over, before it is answered.' })
  @Requires(handOffPermissions.offer)
  async withdrawHandOff(@CurrentActor() actor: Actor, @Args('input', { description: 'The hand-off.' }) input: WithdrawHandOffInput, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.answer(actor, await this.handOffs.withdraw(actor, input.id, input.version), info);
  }

  @Mutation(() => TickHandOffItemPayload, { description: 'Ticks a line of the checklist or takes the tick back; for whoever gave it and whoever takes it.' })
  @Requires(handOffPermissions.read)
  async tickHandOffItem(@CurrentActor() actor: Actor, @Args('input', { description: 'The line.' }) input: TickHandOffItemInput, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.answer(actor, await this.handOffs.tick(actor, input), info);
  }

  private async answer(actor: Actor, id: string, info: GraphQLResolveInfo): Promise<unknown> {
    return { handOff: await this.reader.one(actor, handOffRead, id, selectionOf(info, 'handOff')) };
  }
}
