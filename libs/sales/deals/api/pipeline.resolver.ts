import { Args, ID, Info, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { CurrentActor, Requires } from '@throughline/platform/access';
import type { Actor } from '@throughline/platform/kernel';
import { loaded, Reader, Reads, selectionOf } from '@throughline/platform/read';
import { dealPermissions, pipelinePermissions } from '../deal.policy.js';
import { pipelineRead } from '../pipeline.read.js';
import { stageTotals } from '../stage-totals.js';
import { DealConnection, DealsArgs, PipelineConnection, PipelinesArgs } from './deal.payloads.js';
import { PipelineObject, PipelineStageObject } from './pipeline.object.js';
import { StageTotalsObject } from './stage-totals.object.js';

/** Pipelines and the board. */
@Resolver(() => PipelineStageObject)
export class PipelineResolver {
  constructor(private readonly reader: Reader) {}

  @Query(() => PipelineConnection, { name: 'pipelines', description: 'The pipelines of the organization.' })
  @Requires(pipelinePermissions.read)
  @Reads(pipelineRead, 'connection')
  list(@CurrentActor() actor: Actor, @Args() args: PipelinesArgs, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.reader.connection(actor, pipelineRead, args, selectionOf(info));
  }

  @Query(() => PipelineObject, { name: 'pipeline', nullable: true, description: 'One pipeline: with "stages { deals }" the board.' })
  @Requires(pipelinePermissions.read)
  @Reads(pipelineRead, 'one')
  one(@CurrentActor() actor: Actor, @Args('id', { type: () => ID, description: 'Its id.' }) id: string, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.reader.existing(actor, pipelineRead, id, selectionOf(info));
  }

  @Query(() => [StageTotalsObject], { description: 'Counts and sums of the deals you may see, per stage of a pipeline.' })
  @Requires(dealPermissions.read)
  @Reads(stageTotals, 'figures')
  dealStageTotals(@CurrentActor() actor: Actor, @Args('pipelineId', { type: () => ID, description: 'The pipeline.' }) pipelineId: string, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.reader.figures(actor, stageTotals, { pipelineId }, selectionOf(info));
  }

  @ResolveField('deals', () => DealConnection, { description: 'The deals in this stage that you may see, those that entered last first.' })
  deals(@Parent() stage: PipelineStageObject, @Args() _args: DealsArgs, @Info() info: GraphQLResolveInfo): unknown {
    return loaded(stage, info);
  }
}
