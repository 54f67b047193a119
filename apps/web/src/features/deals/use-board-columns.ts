'use client';
import { useApolloClient } from '@apollo/client/react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { type DealCardFragment, DealColumnDocument } from '@/gql/deals/deals';
import { type Failure, toFailure } from '@/graphql';
import type { Stage } from './use-pipeline';

const PAGE = 25;

/** The loaded part of one column. */
export interface ColumnState {
  cards: readonly DealCardFragment[];
  total: number | null;
  after: string | null;
  hasMore: boolean;
  loading: boolean;
}

const EMPTY: ColumnState = { cards: [], total: null, after: null, hasMore: false, loading: true };

/**
 * Loads the board column by column, a page at a time, so that thousands of deals stay smooth; `reload` asks again for what
 * is shown, when somebody moved cards.
 */
export function useBoardColumns(stages: readonly Stage[], filter: { ownerId: string | null; search: string | null }) {
  const client = useApolloClient();
  const [columns, setColumns] = useState<Readonly<Record<string, ColumnState>>>({});
  const [failure, setFailure] = useState<Failure | null>(null);
  const round = useRef(0);
  const { ownerId, search } = filter;

  const load = useCallback(
    async (stageId: string, after: string | null, first: number) => {
      const mine = round.current;
      try {
        const { data } = await client.query({ query: DealColumnDocument, variables: { stageId, ownerId: ownerId ?? undefined, search: search || undefined, first, after }, fetchPolicy: 'network-only' });
        if (mine !== round.current || !data) return;
        const page = data.deals;
        setColumns((now) => {
          const earlier = after ? (now[stageId]?.cards ?? []) : [];
          return { ...now, [stageId]: { cards: [...earlier, ...page.nodes], total: page.totalCount, after: page.pageInfo.endCursor, hasMore: page.pageInfo.hasNextPage, loading: false } };
        });
        setFailure(null);
      } catch (error) {
        if (mine === round.current) setFailure(toFailure(error));
      }
    },
    [client, ownerId, search],
  );

  const shown = useRef(columns);
  useEffect(() => {
    shown.current = columns;
  }, [columns]);
  const ids = stages.map((stage) => stage.id).join(',');
  const reload = useCallback(() => {
    round.current += 1;
    for (const id of ids ? ids.split(',') : []) void load(id, null, Math.min(200, Math.max(PAGE, shown.current[id]?.cards.length ?? 0)));
  }, [ids, load]);
  useEffect(reload, [reload]);

  return {
    failure,
    reload,
    column: (stageId: string): ColumnState => columns[stageId] ?? EMPTY,
    loadMore: (stageId: string) => {
      const column = columns[stageId];
      if (column?.hasMore) void load(stageId, column.after, PAGE);
    },
  };
}
