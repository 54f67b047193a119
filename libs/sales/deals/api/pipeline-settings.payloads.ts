import { Field, ID, ObjectType } from '@nestjs/graphql';
import { MutationPayload } from '@throughline/platform/graphql';
import { PipelineObject } from './pipeline.object.js';

@ObjectType({ isAbstract: true })
abstract class PipelinePayload extends MutationPayload {
  @Field(() => PipelineObject, { nullable: true, description: 'The pipeline; null when something was refused.' })
  pipeline?: PipelineObject | null;
}

@ObjectType({ description: 'The new pipeline.' })
export class CreatePipelinePayload extends PipelinePayload {}

@ObjectType({ description: 'The pipeline after the edit.' })
export class UpdatePipelinePayload extends PipelinePayload {}

@ObjectType({ description: 'What was deleted.' })
export class DeletePipelinePayload extends MutationPayload {
  @Field(() => ID, { nullable: true, description: 'The pipeline\'s id; null when something was refused.' })
  pipelineId?: string | null;
}
