import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentActor, Requires } from '@throughline/platform/access';
import type { Actor } from '@throughline/platform/kernel';
import { ScoringPreviewService } from '../scoring/scoring-preview.service.js';
import { ScoringSettingsService } from '../scoring/scoring-settings.service.js';
import { leadScoringPermissions } from '../scoring/scoring.policy.js';
import { LeadScoringProfileInput, UpdateLeadScoringInput } from './lead-scoring.inputs.js';
import { LeadScoringObject, LeadScoringPreviewObject, UpdateLeadScoringPayload } from './lead-scoring.object.js';

/** The rules by which leads are scored, for those who keep them. */
@Resolver(() => LeadScoringObject)
export class LeadScoringResolver {
  constructor(
    private readonly settings: ScoringSettingsService,
    private readonly previews: ScoringPreviewService,
  ) {}

  @Query(() => LeadScoringObject, { description: 'The rules by which leads are scored.' })
  @Requires(leadScoringPermissions.read)
  leadScoring(@CurrentActor() actor: Actor): Promise<LeadScoringObject> {
    return this.settings.of(actor);
  }

  @Query(() => LeadScoringPreviewObject, { description: 'What these rules would make of real leads; nothing is changed.' })
  @Requires(leadScoringPermissions.update)
  leadScoringPreview(@CurrentActor() actor: Actor, @Args('profile', { description: 'The rules to try.' }) profile: LeadScoringProfileInput): Promise<LeadScoringPreviewObject> {
    return this.previews.of(actor, profile);
  }

  @Mutation(() => UpdateLeadScoringPayload, { description: 'Changes the rules; the scores of open leads follow within moments.' })
  @Requires(leadScoringPermissions.update)
  async updateLeadScoring(@CurrentActor() actor: Actor, @Args('input', { description: 'All rules and thresholds.' }) input: UpdateLeadScoringInput): Promise<UpdateLeadScoringPayload> {
    const { version, ...profile } = input;
    return { leadScoring: await this.settings.update(actor, version, profile) };
  }
}
