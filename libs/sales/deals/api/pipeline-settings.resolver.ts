import { Args, Info, Mutation, Resolver } from '@nestjs/graphql';
import { CurrentActor, Requires } from '@throughline/platform/access';
import type { Actor } from '@throughline/platform/kernel';
import { Reader, selectionOf } from '@throughline/platform/read';
import type { GraphQLResolveInfo } from 'graphql';
import { pipelinePermissions } from '../deal.policy.js';
import { pipelineRead } from '../pipeline.read.js';
import { PipelineSettingsService } from '../pipeline-settings.service.js';
import { CreatePipelineInput, DeletePipelineInput, UpdatePipelineInput } from './pipeline-settings.inputs.js';
import { CreatePipelinePayload, DeletePipelinePayload, UpdatePipelinePayload } from './pipeline-settings.payloads.js';
import { PipelineObject } from './pipeline.object.js';

/** Pipelines as settings. */
@Resolver(() => PipelineObject)
export class PipelineSettingsResolver {
  constructor(
    private readonly pipelines: PipelineSettingsService,
    private readonly reader: Reader,
  ) {}

  @Mutation(() => CreatePipelinePayload, { description: 'Creates a pipeline.' })
  @Requires(pipelinePermissions.update)
  async createPipeline(@CurrentActor() actor: Actor, @Args('input', { description: 'The pipeline.' }) input: CreatePipelineInput, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.answer(actor, await this.pipelines.create(actor, input), info);
  }

  @Mutation(() => UpdatePipelinePayload, { description: 'Changes a pipeline and its stages: names, order, colours, chances. A stage with deals cannot be removed.' })
  @Requires(pipelinePermissions.update)
  async updatePipeline(@CurrentActor() actor: Actor, @Args('input', { description: 'The changes.' }) input: UpdatePipelineInput, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    const { id, version, name, isDefault, stages } = input;
    return this.answer(actor, await this.pipelines.update(actor, { id, version, name: name ?? undefined, isDefault: isDefault ?? undefined, stages: stages ?? undefined }), info);
  }

  @Mutation(() => DeletePipelinePayload, { description: 'Deletes a pipeline that no deal is in.' })
  @Requires(pipelinePermissions.update)
  async deletePipeline(@CurrentActor() actor: Actor, @Args('input', { description: 'The pipeline.' }) input: DeletePipelineInput): Promise<DeletePipelinePayload> {
    return { pipelineId: await this.pipelines.delete(actor, input) };
  }

  private async answer(actor: Actor, id: string, info: GraphQLResolveInfo): Promise<unknown> {
    return { pipeline: await this.reader.one(actor, pipelineRead, id, selectionOf(info, 'pipeline')) };
  }
}
