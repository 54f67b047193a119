import { Query, Resolver } from '@nestjs/graphql';
import { CurrentActor, SignedIn } from '@throughline/platform/access';
import type { Actor } from '@throughline/platform/kernel';
import { DashboardService } from '../dashboard.service.js';
import { Dashboard } from './dashboard.object.js';

/** The figures of the home screen. */
@Resolver()
export class DashboardResolver {
  constructor(private readonly figures: DashboardService) {}

  @Query(() => Dashboard, { description: 'Figures over the records that you may see.' })
  @SignedIn()
  dashboard(@CurrentActor() actor: Actor): Promise<unknown> {
    return this.figures.of(actor);
  }
}
