import { ApolloLink, Observable } from '@apollo/client';
import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors';
import { RetryLink } from '@apollo/client/link/retry';
import { OperationTypeNode } from 'graphql';
import { from, mergeMap, type Observable as RxObservable } from 'rxjs';
import { refreshSession } from './refresh';

/** Set in an operation's context to leave UNAUTHENTICATED to the caller (sign-in screens, public pages). */
export interface RequestContext {
  anonymous?: boolean;
  headers?: Record<string, string>;
}

function unauthenticated(result: ApolloLink.Result): boolean {
  return result.errors?.some((error) => error.extensions?.code === 'UNAUTHENTICATED') ?? false;
}

/**
 * On UNAUTHENTICATED renews the session once and repeats the operation; if that does not help, `onSignedOut` is told
 * and the answer goes on to the caller as it is.
 */
export function sessionLink(onSignedOut: () => void): ApolloLink {
  return new ApolloLink((operation, forward) => {
    const context = operation.getContext() as RequestContext;
    if (context.anonymous) return forward(operation);
    const again = (first: ApolloLink.Result): RxObservable<ApolloLink.Result> =>
      from(refreshSession()).pipe(
        mergeMap((renewed) => {
          if (!renewed) {
            onSignedOut();
            return from([first]);
          }
          return forward(operation).pipe(
            mergeMap((second) => {
              if (unauthenticated(second)) onSignedOut();
              return from([second]);
            }),
          );
        }),
      );
    return forward(operation).pipe(mergeMap((result) => (unauthenticated(result) ? again(result) : from([result])))) as Observable<ApolloLink.Result>;
  });
}

function lostConnection(error: unknown): boolean {
  if (CombinedGraphQLErrors.is(error)) return false;
  if (ServerError.is(error)) return error.statusCode >= 502 && error.statusCode <= 504;
  return error instanceof TypeError;
}

/** Repeats after a lost connection with growing, jittered pauses: queries always, mutations only under an idempotency key. */
export function retryLink(): RetryLink {
  return new RetryLink({
    delay: { initial: 300, max: 8_000, jitter: true },
    attempts: (count, operation, error) => {
      if (count > 4 || !lostConnection(error)) return false;
      const headers = (operation.getContext() as RequestContext).headers;
      return operation.operationType === OperationTypeNode.QUERY || Boolean(headers?.['Idempotency-Key']);
    },
  });
}
