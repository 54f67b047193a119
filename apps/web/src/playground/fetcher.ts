import type { ExecutionResult } from 'graphql';
import { createClient } from 'graphql-ws';
import { refreshSession } from '@/graphql/refresh';

interface Params {
  query: string;
  operationName?: string | null;
  variables?: Record<string, unknown> | null;
}

type Answer = ExecutionResult<Record<string, unknown>, Record<string, unknown>>;

async function post(params: Params, headers: Record<string, string> | undefined): Promise<Answer> {
  const response = await fetch('/graphql', {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json', 'apollo-require-preflight': 'true', ...headers },
    body: JSON.stringify(params),
  });
  return (await response.json()) as Answer;
}

/** How GraphiQL reaches the API: the same origin and cookie as the application, one renewal of the session, subscriptions by WebSocket. */
export function createFetcher() {
  const socket = createClient({ url: () => `${window.location.protocol === 'https:' ? 'wss' : 'ws'}://${window.location.host}/graphql`, lazy: true });
  return async (params: Params, options?: { headers?: Record<string, string> }): Promise<Answer | AsyncIterableIterator<Answer>> => {
    if (/^\s*(#[^\n]*\n\s*)*subscription\b/.test(params.query)) {
      return socket.iterate<Record<string, unknown>, Record<string, unknown>>({ query: params.query, operationName: params.operationName, variables: params.variables }) as AsyncIterableIterator<Answer>;
    }
    const first = await post(params, options?.headers);
    const signedOut = first.errors?.some((error) => error.extensions?.code === 'UNAUTHENTICATED');
    return signedOut && (await refreshSession().catch(() => false)) ? post(params, options?.headers) : first;
  };
}
