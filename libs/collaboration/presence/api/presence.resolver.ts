import { Args, ID, Info, Mutation, Resolver, Subscription } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { CurrentActor, SignedIn } from '@throughline/platform/access';
import type { Actor } from '@throughline/platform/kernel';
import { selectionOf } from '@throughline/platform/read';
import { PresenceService } from '../presence.service.js';
import type { PresenceIterator } from '../presence-stream.js';
import { AnnouncePresenceInput } from './presence.input.js';
import { AnnouncePresencePayload, Presence } from './presence.object.js';

const description = `Who is there at this moment. Every message is the whole state, so that a lost connection only asks again. Whoever has a connection open
counts as there. Of a record you learn who is at it as long as you may see it.`;

/** Who is here. */
@Resolver()
export class PresenceResolver {
  constructor(private readonly presence: PresenceService) {}

  @Subscription(() => Presence, { name: 'presence', description })
  @SignedIn()
  watch(
    @CurrentActor() actor: Actor,
    @Info() info: GraphQLResolveInfo,
    @Args('userIds', { type: () => [ID], nullable: true, description: 'People to know of, 200 at most; those you may not see are left out.' }) userIds?: string[],
    @Args('subject', { type: () => String, nullable: true, description: 'What kind of record `recordId` is: `project`, `channel`.' }) subject?: string,
    @Args('recordId', { type: () => ID, nullable: true, description: 'The record to know of who else is at it.' }) recordId?: string,
  ): Promise<PresenceIterator> {
    return this.presence.open(actor, { userIds, subject, recordId, readers: selectionOf(info).fields.some(({ name }) => name === 'readers') });
  }

  @Mutation(() => AnnouncePresencePayload, { description: 'Tells others where you are and what you do there. Nothing is stored; it ends by itself when it is not repeated.' })
  @SignedIn()
  async announcePresence(@CurrentActor() actor: Actor, @Args('input', { type: () => AnnouncePresenceInput, description: 'What, and where.' }) input: AnnouncePresenceInput): Promise<AnnouncePresencePayload> {
    await this.presence.announce(actor, input);
    return {};
  }
}
