import { ApolloClient, ApolloLink, HttpLink } from '@apollo/client';
import { OperationTypeNode } from 'graphql';
import { from, mergeMap } from 'rxjs';
import { createCache } from './cache';
import { retryLink, sessionLink } from './links';

export interface ClientSettings {
  /** Called when the session is over and could not be renewed. */
  onSignedOut: () => void;
}

/** Subscriptions go by a WebSocket whose code and connection come with the first of them. */
function liveLink(): ApolloLink {
  let link: Promise<ApolloLink> | null = null;
  return new ApolloLink((operation) => {
    // A failed fetch must not stay for good.
    link ??= import('./socket-link').then(({ createSocketLink }) => createSocketLink()).catch((error: unknown) => {
      link = null;
      throw error;
    });
    return from(link).pipe(mergeMap((socket) => socket.request(operation, () => from([]))));
  });
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
    : ApolloLink.split((operation) => operation.operationType === OperationTypeNode.SUBSCRIPTION, liveLink(), http);
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
