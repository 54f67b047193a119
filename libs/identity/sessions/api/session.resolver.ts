import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentActor, Requires, SignedIn } from '@throughline/platform/access';
import { type Actor, isId, notFound } from '@throughline/platform/kernel';
import { SessionListService } from '../session-list.service.js';
import { sessionPermissions } from '../session.policy.js';
import { EndOtherSessionsPayload, EndSessionInput, EndSessionPayload, EndSessionsOfInput, EndSessionsOfPayload, SessionObject } from './session.object.js';

/** Who is signed in where. */
@Resolver()
export class SessionResolver {
  constructor(private readonly sessions: SessionListService) {}

  @Query(() => [SessionObject], { description: 'Where you are signed in, the device seen last first.' })
  @SignedIn()
  mySessions(@CurrentActor() actor: Actor): Promise<SessionObject[]> {
    return this.sessions.mine(actor);
  }

  @Query(() => [SessionObject], { description: 'Where somebody is signed in.' })
  @Requires(sessionPermissions.read)
  userSessions(@CurrentActor() actor: Actor, @Args('userId', { type: () => ID, description: 'The person.' }) userId: string): Promise<SessionObject[]> {
    if (!isId(userId)) throw notFound('person', 'userId');
    return this.sessions.of(actor, userId);
  }

  @Mutation(() => EndSessionPayload, { description: 'Ends a session, one\'s own or with the permission somebody\'s; its open pages close within a second.' })
  @SignedIn()
  async endSession(@CurrentActor() actor: Actor, @Args('input', { type: () => EndSessionInput, description: 'Which.' }) { id }: EndSessionInput): Promise<EndSessionPayload> {
    await this.sessions.end(actor, id);
    return {};
  }

  @Mutation(() => EndOtherSessionsPayload, { description: 'Signs you out everywhere but here.' })
  @SignedIn()
  async endOtherSessions(@CurrentActor() actor: Actor): Promise<EndOtherSessionsPayload> {
    return { ended: await this.sessions.endOthers(actor) };
  }

  @Mutation(() => EndSessionsOfPayload, { description: 'Signs somebody out everywhere.' })
  @Requires(sessionPermissions.end)
  async endSessionsOf(
    @CurrentActor() actor: Actor, @Args('input', { type: () => EndSessionsOfInput, description: 'Whose.' }) { userId }: EndSessionsOfInput,
  ): Promise<EndSessionsOfPayload> {
    return { ended: await this.sessions.endAllOf(actor, userId) };
  }
}
