import 'server-only';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { print } from 'graphql';
import { headers } from 'next/headers';

/** What a server component got: data, or null when it must be asked again in the browser. */
export interface ServerAnswer<TData> {
  data: TData | null;
  /** `extensions.code` of the first error; UNAUTHENTICATED means the browser has to renew the session first. */
  code: string | null;
}

/**
 * Asks the API on behalf of the visitor: their cookie and their address (believed because of the launcher's secret) go along.
 * Never renews a session: only the browser does, and then the client component asks again. Never throws for an unreachable API.
 */
export async function serverQuery<TData, TVariables extends object>(document: TypedDocumentNode<TData, TVariables>, variables: TVariables): Promise<ServerAnswer<TData>> {
  const incoming = await headers();
  const origin = process.env.API_ORIGIN;
  const cookie = incoming.get('cookie');
  if (!origin) return { data: null, code: 'OFFLINE' };
  const forward: Record<string, string> = { 'content-type': 'application/json', 'apollo-require-preflight': 'true' };
  if (cookie) forward.cookie = cookie;
  const address = incoming.get('x-forwarded-for');
  if (address) forward['x-forwarded-for'] = address;
  const agent = incoming.get('user-agent');
  if (agent) forward['user-agent'] = agent;
  if (process.env.LAUNCHER_SECRET) forward['x-launcher-secret'] = process.env.LAUNCHER_SECRET;
  try {
    const response = await fetch(`${origin}/graphql`, {
      method: 'POST',
      headers: forward,
      body: JSON.stringify({ query: print(document), variables }),
      cache: 'no-store',
      signal: AbortSignal.timeout(4_000),
    });
    const body = (await response.json()) as { data?: TData | null; errors?: { extensions?: { code?: string } }[] };
    const code = body.errors?.[0] ? (body.errors[0].extensions?.code ?? 'INTERNAL') : null;
    return { data: code ? null : (body.data ?? null), code };
  } catch {
    return { data: null, code: 'OFFLINE' };
  }
}
