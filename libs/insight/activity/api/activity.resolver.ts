import { Args, Query, Resolver } from '@nestjs/graphql';
import { CurrentActor, Requires } from '@throughline/platform/access';
import type { Actor } from '@throughline/platform/kernel';
import { teamActivityPermissions } from '../activity.policy.js';
import { type ActivityPage, ActivityService } from '../activity.service.js';
import { ActivityArgs } from './activity.args.js';
import { ActivityConnection } from './activity.object.js';

/** What the team did. */
@Resolver()
export class ActivityResolver {
  constructor(private readonly stream: ActivityService) {}

  @Query(() => ActivityConnection, { description: 'What colleagues did on the records that you see now, newest first.' })
  @Requires(teamActivityPermissions.read)
  activity(@CurrentActor() actor: Actor, @Args() question: ActivityArgs): Promise<ActivityPage> {
    return this.stream.page(actor, question);
  }
}
