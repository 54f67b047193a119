import type { ApolloLink } from '@apollo/client';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { createSocket } from './socket';

/** The link of all subscriptions of this tab. */
export function createSocketLink(): ApolloLink {
  return new GraphQLWsLink(createSocket());
}
