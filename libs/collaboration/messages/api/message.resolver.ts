import { Args, ID, Info, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { CurrentActor, Requires } from '@throughline/platform/access';
import type { Actor } from '@throughline/platform/kernel';
import { selectionOf } from '@throughline/platform/read';
import { type MentionCandidate, MentionCandidatesService } from '../mention-candidates.service.js';
import { messagePermissions } from '../message.policy.js';
import { MessageReader } from '../message-reader.service.js';
import { MessageSearchService } from '../search/message-search.service.js';
import { MentionCandidatesArgs, MessagesArgs, SearchMessagesArgs } from './message.inputs.js';
import { MessageObject } from './message.object.js';
import { MentionCandidateObject, MessageConnectionObject, MessagePageObject } from './message.payloads.js';

/** Reading messages. */
@Resolver(() => MessageObject)
export class MessageResolver {
  constructor(
    private readonly reader: MessageReader,
    private readonly found: MessageSearchService,
    private readonly candidates: MentionCandidatesService,
  ) {}

  @Query(() => MessagePageObject, { description: 'A part of a channel or of a thread: its end, or around, before or behind a place. `sequence` counts as you see it.' })
  @Requires(messagePermissions.read)
  messages(@CurrentActor() actor: Actor, @Args() args: MessagesArgs, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.reader.page(actor, args, selectionOf(info, 'nodes'));
  }

  @Query(() => MessageObject, { name: 'message', nullable: true, description: 'One message.' })
  @Requires(messagePermissions.read)
  one(@CurrentActor() actor: Actor, @Args('id', { type: () => ID, description: 'Its id.' }) id: string, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.reader.one(actor, id, selectionOf(info));
  }

  @Query(() => MessageConnectionObject, { description: 'Messages you may see, by words (mistyped ones too), channel, person, date and file; the latest first.' })
  @Requires(messagePermissions.read)
  async searchMessages(@CurrentActor() actor: Actor, @Args() args: SearchMessagesArgs, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    const { found, hasNextPage } = await this.found.find(actor, args);
    const wanted = { fields: [...selectionOf(info, 'nodes').fields, ...selectionOf(info, 'edges.node').fields] };
    const nodes = await this.reader.all(actor, found.map(({ id }) => id), wanted);
    const byId = new Map(nodes.map((node) => [node['id'], node]));
    const edges = found.flatMap(({ id, cursor }) => (byId.has(id) ? [{ cursor, node: byId.get(id) }] : []));
    return { nodes, edges, pageInfo: { hasNextPage, endCursor: found.at(-1)?.cursor ?? null } };
  }

  @Query(() => [MentionCandidateObject], { description: 'Whom a message could address here, and who of them would not see it.' })
  @Requires(messagePermissions.read)
  mentionCandidates(@CurrentActor() actor: Actor, @Args() args: MentionCandidatesArgs): Promise<MentionCandidate[]> {
    return this.candidates.of(actor, args);
  }

  @Query(() => [MentionCandidateObject], { description: 'The client\'s people who read what is said to them in a channel; the first 20.' })
  @Requires(messagePermissions.read)
  clientReaders(@CurrentActor() actor: Actor, @Args('channelId', { type: () => ID, description: 'The channel.' }) channelId: string): Promise<MentionCandidate[]> {
    return this.candidates.clients(actor, channelId);
  }
}
