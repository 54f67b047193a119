'use client';
import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { ApolloProvider, useApolloClient } from '@apollo/client/react';
import { type ReactNode, useState } from 'react';
import { createApolloClient } from './client';

/** Leaves for the sign-in screen and comes back to this very page afterwards. Public and sign-in pages stay. */
function leaveForSignIn(): void {
  const { pathname, search } = window.location;
  if (/^\/(sign-in|sign-up|start|q|playground|kit)(\/|$)/.test(pathname)) return;
  // Only whoever has to leave needs to know where to.
  void import('./renewal').then(({ signInAddress }) => window.location.assign(signInAddress(pathname + search)));
}

/** Gives the Apollo Client to everything below; one per tab. */
export function GraphQLProvider({ children }: { children: ReactNode }) {
  const [client] = useState(() => createApolloClient({ onSignedOut: leaveForSignIn }));
  return <ApolloProvider client={client}>{children}</ApolloProvider>;
}

export interface SeedProps<TData, TVariables extends OperationVariables> {
  document: TypedDocumentNode<TData, TVariables>;
  variables?: TVariables;
  /** What a server component already loaded (`serverQuery`); null seeds nothing. */
  data: TData | null;
  children: ReactNode;
}

/** Puts a server component's answer into the cache before the children ask for it, so that the first paint is complete. */
export function Seed<TData, TVariables extends OperationVariables>({ document, variables, data, children }: SeedProps<TData, TVariables>) {
  const client = useApolloClient();
  useState(() => {
    if (data) client.writeQuery({ query: document as TypedDocumentNode<unknown, OperationVariables>, variables, data });
    return null;
  });
  return children;
}
