import { Info, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { CurrentActor, SignedIn } from '@throughline/platform/access';
import type { Actor } from '@throughline/platform/kernel';
import { Reader, Reads, selectionOf } from '@throughline/platform/read';
import { dashboardFigures } from '../dashboard.figures.js';
import { Dashboard } from './dashboard.object.js';

/** The figures of the home screen. */
@Resolver()
export class DashboardResolver {
  constructor(private readonly reader: Reader) {}

  @Query(() => Dashboard, { description: 'Figures over the records that you may see.' })
  @SignedIn()
  @Reads(dashboardFigures, 'figures')
  dashboard(@CurrentActor() actor: Actor, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.reader.figures(actor, dashboardFigures, {}, selectionOf(info));
  }
}
