'use client';
import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useEffect, useRef } from 'react';
import type { FollowOptions } from './follow';
import type { StreamEvent } from './resumable';

export interface ResumableSubscriptionOptions<TData, Event extends StreamEvent> extends FollowOptions<TData, Event> {
  /** Position of the state already loaded, if the query gives it; else the stream begins now. */
  after?: string | null;
  /** Do not subscribe (yet). */
  skip?: boolean;
}

const AGAIN_MS = 3_000;

/**
 * A subscription that survives drops and server restarts: the document takes `$after: String` and its events carry `position`.
 * Variables are compared by value; changing them starts a new stream. What is live comes after the first paint: its code and the
 * document are fetched then, so `loadDocument` is an import, the same function at every call.
 */
export function useResumableSubscription<TData, TVariables extends OperationVariables & { after?: string | null }, Event extends StreamEvent>(
  loadDocument: () => Promise<TypedDocumentNode<TData, TVariables>>,
  variables: Omit<TVariables, 'after'>,
  options: ResumableSubscriptionOptions<TData, Event>,
): void {
  const client = useApolloClient();
  const handlers = useRef(options);
  useEffect(() => {
    handlers.current = options;
  });
  const key = JSON.stringify(variables);
  const { skip = false, after = null } = options;
  const start = useRef(after);
  useEffect(() => {
    start.current = after;
  }, [after]);
  useEffect(() => {
    if (skip) return undefined;
    let over = false;
    let missed = false;
    let close: (() => void) | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const open = async () => {
      try {
        const [{ follow }, document] = await Promise.all([import('./follow'), loadDocument()]);
        if (over) return;
        close = follow<TData, TVariables, Event>(client, document, JSON.parse(key) as Omit<TVariables, 'after'>, start.current, () => handlers.current);
        if (missed && start.current === null) handlers.current.onResync();
      } catch {
        // The network is away: what happens until it is back cannot be told.
        missed = true;
        if (!over) timer = setTimeout(() => void open(), AGAIN_MS);
      }
    };
    void open();
    return () => {
      over = true;
      clearTimeout(timer);
      close?.();
    };
  }, [client, loadDocument, key, skip]);
}
