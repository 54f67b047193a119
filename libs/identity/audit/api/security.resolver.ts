import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentActor, Requires } from '@throughline/platform/access';
import type { Actor } from '@throughline/platform/kernel';
import { securityPermissions } from '../audit.policy.js';
import { type SecurityOverview, SecurityOverviewService } from '../monitor/security-overview.service.js';
import { type SecurityThreshold, ThresholdsService } from '../monitor/thresholds.service.js';
import { AccessReviewService, type ReviewPage } from '../review/access-review.service.js';
import {
  AccessReviewObject, DecideAccessReviewInput, DecideAccessReviewPayload, SecurityOverviewObject, SecurityThresholdObject, UpdateSecurityThresholdInput, UpdateSecurityThresholdPayload,
} from './security.objects.js';

@Resolver()
export class SecurityResolver {
  constructor(
    private readonly overviews: SecurityOverviewService,
    private readonly thresholds: ThresholdsService,
    private readonly reviews: AccessReviewService,
  ) {}

  @Query(() => SecurityOverviewObject, { description: 'Failed and refused sign-ins, refusals, changed rights and exports, by hour, person and address.' })
  @Requires(securityPermissions.read)
  securityOverview(@CurrentActor() actor: Actor, @Args('hours', { type: () => Int, defaultValue: 24, description: 'Hours back from now, at most 168.' }) hours: number): Promise<SecurityOverview> {
    return this.overviews.overview(actor, hours);
  }

  @Query(() => [SecurityThresholdObject], { description: 'When administrators are alerted, of everything that is watched.' })
  @Requires(securityPermissions.read)
  securityThresholds(@CurrentActor() actor: Actor): Promise<SecurityThreshold[]> {
    return this.thresholds.all(actor);
  }

  @Mutation(() => UpdateSecurityThresholdPayload, { description: 'Changes when administrators are alerted.' })
  @Requires(securityPermissions.configure)
  async updateSecurityThreshold(@CurrentActor() actor: Actor, @Args('input', { description: 'The threshold.' }) input: UpdateSecurityThresholdInput): Promise<Partial<UpdateSecurityThresholdPayload>> {
    return { threshold: await this.thresholds.update(actor, input) };
  }

  @Query(() => AccessReviewObject, { description: 'Who holds which role since when, and what was decided about it.' })
  @Requires(securityPermissions.review)
  accessReview(
    @CurrentActor() actor: Actor,
    @Args('first', { type: () => Int, defaultValue: 100, description: 'Entries of the page, at most 200.' }) first: number,
    @Args('after', { type: () => ID, nullable: true, description: 'The page after the entry with this id.' }) after?: string | null,
    @Args('dormantOnly', { type: () => Boolean, defaultValue: false, description: 'Only of people who do not sign in.' }) dormantOnly?: boolean,
    @Args('dueOnly', { type: () => Boolean, defaultValue: false, description: 'Only what has to be looked at.' }) dueOnly?: boolean,
  ): Promise<ReviewPage> {
    return this.reviews.list(actor, { first, after: after ?? null, dormantOnly: dormantOnly ?? false, dueOnly: dueOnly ?? false });
  }

  @Mutation(() => DecideAccessReviewPayload, { description: 'Confirms that somebody still needs a role, or takes it away.' })
  @Requires(securityPermissions.review)
  async decideAccessReview(@CurrentActor() actor: Actor, @Args('input', { description: 'Whose role, and what is decided.' }) input: DecideAccessReviewInput): Promise<Partial<DecideAccessReviewPayload>> {
    return { id: await this.reviews.decide(actor, input) };
  }
}
