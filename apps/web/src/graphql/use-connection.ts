'use client';
import { NetworkStatus, type OperationVariables, type TypedDocumentNode } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { useCallback, useMemo } from 'react';
import { type Connection, mergeConnection, replaceIn } from './connection';
import { type Failure, toFailure } from './failure';

/** Rows for a `DataTable` or a board column, and how to get more of them. Fixtures can implement it as well. */
export interface RowSource<Row> {
  rows: readonly Row[];
  /** Null while unknown. */
  total: number | null;
  /** First load: draw the skeleton. */
  loading: boolean;
  /** Rows of other filters are shown while new ones come. */
  refreshing: boolean;
  loadingMore: boolean;
  failure: Failure | null;
  hasMore: boolean;
  loadMore: () => void;
  refetch: () => void;
}

/**
 * Reads a connection page by page into one growing list. The document takes `$after: String`; `select` finds the connection.
 * ```ts
 * const source = useConnection(LeadListDocument, { filter, sort, first: 50 }, (data) => data.leads);
 * ```
 */
export function useConnection<TData, TVariables extends OperationVariables, Row>(
  document: TypedDocumentNode<TData, TVariables>,
  variables: TVariables,
  select: (data: TData) => Connection<Row> | null | undefined,
  { skip = false }: { skip?: boolean } = {},
): RowSource<Row> {
  const query = useQuery(document, { variables, skip, notifyOnNetworkStatusChange: true } as unknown as useQuery.Options<TData, TVariables>);
  const { data, previousData, error, networkStatus, fetchMore, refetch } = query;
  const shown = (data ?? previousData) as TData | undefined;
  const connection = shown ? select(shown) : null;
  const cursor = connection?.pageInfo.endCursor ?? null;
  const loadingMore = networkStatus === NetworkStatus.fetchMore;
  const busy = networkStatus === NetworkStatus.loading || networkStatus === NetworkStatus.setVariables || networkStatus === NetworkStatus.refetch;

  const loadMore = useCallback(() => {
    if (loadingMore || !cursor) return;
    fetchMore({
      variables: { after: cursor } as unknown as Partial<TVariables>,
      updateQuery: (previous: unknown, { fetchMoreResult }: { fetchMoreResult: unknown }) => {
        const earlier = select(previous as TData);
        const later = select(fetchMoreResult as TData);
        return (earlier && later ? replaceIn(previous, earlier, mergeConnection(earlier, later)) : previous) as never;
      },
    }).catch(() => undefined); // the failure is in the query's own state
  }, [cursor, fetchMore, loadingMore, select]);
  const again = useCallback(() => void refetch().catch(() => undefined), [refetch]);

  return useMemo(
    () => ({
      rows: connection?.nodes ?? [],
      total: connection?.totalCount ?? null,
      loading: busy && !connection,
      refreshing: busy && connection !== null && connection !== undefined,
      loadingMore,
      failure: error ? toFailure(error) : null,
      hasMore: connection?.pageInfo.hasNextPage ?? false,
      loadMore,
      refetch: again,
    }),
    [connection, busy, loadingMore, error, loadMore, again],
  );
}
