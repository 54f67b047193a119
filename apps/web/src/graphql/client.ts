import { ApolloClient, ApolloLink, HttpLink } from '@apollo/client';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { OperationTypeNode } from 'graphql';
import { createCache } from './cache';
import { retryLink, sessionLink } from './links';
import { createSocket } from './socket';

export interface ClientSettings {
  /** Called when the session is over and could not be renewed. */
  onSignedOut: () => void;
}

/** The Apollo Client of one browser tab (or of one server rendering, where it never sends anything). */
export function createApolloClient({ onSignedOut }: ClientSettings): ApolloClient {
  const onServer = typeof window === 'undefined';
  const http = ApolloLink.from([
    retryLink(),
    sessionLink(onSignedOut),
    new HttpLink({ uri: '/graphql', credentials: 'same-origin', headers: { 'apollo-require-preflight': 'true' } }),
  ]);
  const link = onServer
    ? http
    : ApolloLink.split((operation) => operation.operationType === OperationTypeNode.SUBSCRIPTION, new GraphQLWsLink(createSocket()), http);
  return new ApolloClient({
    link,
    cache: createCache(),
    ssrMode: onServer,
    // Nothing reads the library's name; without it a request holds only what it asks.
    enhancedClientAwareness: { transport: false },
    devtools: { enabled: process.env.NODE_ENV === 'development' },
    defaultOptions: { watchQuery: { fetchPolicy: 'cache-and-network', nextFetchPolicy: 'cache-first' } },
  });
}
