'use client';
import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useEffect, useRef } from 'react';
import { resumable, type StreamEvent } from './resumable';

export interface ResumableSubscriptionOptions<TData, Event extends StreamEvent> {
  /** Takes the event out of the answer: `(data) => data.projectEvents`. */
  select: (data: TData) => Event;
  /** Each permitted event once, in order. */
  onEvent: (event: Event) => void;
  /** Load afresh: what was missed cannot be told event by event. */
  onResync: () => void;
  /** Position of the state already loaded, if the query gives it; else the stream begins now. */
  after?: string | null;
  /** Do not subscribe (yet). */
  skip?: boolean;
}

/**
 * A subscription that survives drops and server restarts: the document takes `$after: String` and its events carry `position`.
 * Variables are compared by value; changing them starts a new stream.
 */
export function useResumableSubscription<TData, TVariables extends OperationVariables & { after?: string | null }, Event extends StreamEvent>(
  document: TypedDocumentNode<TData, TVariables>,
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
    const stream = resumable<Event>({
      after: start.current,
      onEvent: (event) => handlers.current.onEvent(event),
      onResync: () => handlers.current.onResync(),
      open: (position, sink) => {
        const subscription = client
          .subscribe({ query: document, variables: { ...JSON.parse(key), after: position } as TVariables, fetchPolicy: 'no-cache' })
          .subscribe({
            next: (result) => (result.data ? sink.next(handlers.current.select(result.data as TData)) : sink.end(result.error)),
            error: (error: unknown) => sink.end(error),
            complete: () => sink.end(null),
          });
        return () => subscription.unsubscribe();
      },
    });
    return () => stream.close();
  }, [client, document, key, skip]);
}
