import type { ApolloClient, OperationVariables, TypedDocumentNode } from '@apollo/client';
import { resumable, type StreamEvent } from './resumable';

/** What a stream tells, and to whom. */
export interface FollowOptions<TData, Event extends StreamEvent> {
  /** Takes the event out of the answer: `(data) => data.projectEvents`. */
  select: (data: TData) => Event;
  /** Each permitted event once, in order. */
  onEvent: (event: Event) => void;
  /** Load afresh: what was missed cannot be told event by event. */
  onResync: () => void;
}

/** Opens a resumable subscription; `options` is asked at every event. @returns how to close it */
export function follow<TData, TVariables extends OperationVariables & { after?: string | null }, Event extends StreamEvent>(
  client: ApolloClient,
  document: TypedDocumentNode<TData, TVariables>,
  variables: Omit<TVariables, 'after'>,
  after: string | null,
  options: () => FollowOptions<TData, Event>,
): () => void {
  const stream = resumable<Event>({
    after,
    onEvent: (event) => options().onEvent(event),
    onResync: () => options().onResync(),
    open: (position, sink) => {
      const subscription = client
        .subscribe({ query: document, variables: { ...variables, after: position } as TVariables, fetchPolicy: 'no-cache' })
        .subscribe({
          next: (result) => (result.data ? sink.next(options().select(result.data as TData)) : sink.end(result.error)),
          error: (error: unknown) => sink.end(error),
          complete: () => sink.end(null),
        });
      return () => subscription.unsubscribe();
    },
  });
  return () => stream.close();
}
