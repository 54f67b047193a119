import { ArgsType, Field, ObjectType } from '@nestjs/graphql';
import { Connection, MutationPayload } from '@throughline/platform/graphql';
import { ReadArgs } from '@throughline/platform/read';
import { dealRead } from '../deal.read.js';
import { pipelineRead } from '../pipeline.read.js';
import { DealObject } from './deal.object.js';
import { PipelineObject } from './pipeline.object.js';

@ObjectType({ description: 'A page of deals.' })
export class DealConnection extends Connection(DealObject, 'Deal') {}

@ObjectType({ description: 'A page of pipelines.' })
export class PipelineConnection extends Connection(PipelineObject, 'Pipeline') {}

@ArgsType()
export class DealsArgs extends ReadArgs(dealRead) {}

@ArgsType()
export class PipelinesArgs extends ReadArgs(pipelineRead) {}

@ObjectType({ isAbstract: true })
abstract class DealPayload extends MutationPayload {
  @Field(() => DealObject, { nullable: true, description: 'The deal; null when something was refused.' })
  deal?: DealObject | null;
}

@ObjectType({ description: 'The new deal.' })
export class CreateDealPayload extends DealPayload {}

@ObjectType({ description: 'The deal after the edit.' })
export class UpdateDealPayload extends DealPayload {}

@ObjectType({ description: 'The deal in its new stage.' })
export class AdvanceDealStagePayload extends DealPayload {}

@ObjectType({ description: 'The deal that was won.' })
export class WinDealPayload extends DealPayload {}

@ObjectType({ description: 'The deal that was lost.' })
export class LoseDealPayload extends DealPayload {}

@ObjectType({ description: 'The deal that is open again.' })
export class ReopenDealPayload extends DealPayload {}
