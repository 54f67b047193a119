import { Args, ID, Int, Query, Resolver } from '@nestjs/graphql';
import { projectPermissions } from '@throughline/delivery/projects';
import { CurrentActor, Requires } from '@throughline/platform/access';
import type { Actor } from '@throughline/platform/kernel';
import type { ExplainedPart } from '../why/why.rules.js';
import { type ExplainedKind, WhyProgressService } from '../why/why.service.js';
import { ExplainedKindEnum, ProgressExplanationObject, type ProgressPartObject } from './why.object.js';

/** "Why 62 %?" */
@Resolver(() => ProgressExplanationObject)
export class WhyProgressResolver {
  constructor(private readonly why: WhyProgressService) {}

  @Query(() => ProgressExplanationObject, { description: 'Opens a progress figure into the contributions that make it; what you may not see is one line.' })
  @Requires(projectPermissions.read)
  async whyProgress(
    @CurrentActor() actor: Actor,
    @Args('kind', { type: () => ExplainedKindEnum, description: 'What has the figure.' }) kind: ExplainedKind,
    @Args('id', { type: () => ID, description: 'Its id.' }) id: string,
    @Args('levels', { type: () => Int, defaultValue: 2, description: 'How deep, 1 to 4.' }) levels: number,
  ): Promise<ProgressExplanationObject> {
    const { parts, ...explanation } = await this.why.explain(actor, kind, id, levels);
    return { ...explanation, parts: parts.map(partObject) };
  }
}

function partObject({ share, completion, contribution, parts, ...part }: ExplainedPart): ProgressPartObject {
  return { ...part, shareBasisPoints: share, completionBasisPoints: completion, contributionBasisPoints: contribution, parts: parts.map(partObject) };
}
