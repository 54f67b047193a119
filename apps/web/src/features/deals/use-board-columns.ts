'use client';
import { useApolloClient } from '@apollo/client/react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { type DealBoardQuery, DealBoardDocument, type DealCardFragment, DealColumnDocument, type DealColumnQuery } from '@/gql/deals/deals';
import { type Failure, toFailure } from '@/graphql';
import type { Pipeline } from './use-pipeline';

const PAGE = 25;
/** The most that one question may ask for. */
const MOST = 200;

/** The loaded part of one column. */
export interface ColumnState {
  cards: readonly DealCardFragment[];
  total: number | null;
  after: string | null;
  hasMore: boolean;
  loading: boolean;
}

type Columns = Readonly<Record<string, ColumnState>>;

const EMPTY: ColumnState = { cards: [], total: null, after: null, hasMore: false, loading: true };
const NO_SUMS: DealBoardQuery['dealStageTotals'] = [];

/**
 * Loads the whole board with one question and then column by column, a page at a time, so that thousands of deals stay
 * smooth; `reload` asks again for what is shown, when somebody moved cards.
 */
export function useBoardColumns(pipeline: Pipeline | null, filter: { ownerId: string | null; search: string | null }) {
  const client = useApolloClient();
  const [columns, setColumns] = useState<Columns>({});
  const [sums, setSums] = useState(NO_SUMS);
  const [failure, setFailure] = useState<Failure | null>(null);
  const round = useRef(0);
  const pipelineId = pipeline?.id;
  const ownerId = filter.ownerId ?? undefined;
  const search = filter.search || undefined;

  const shown = useRef(columns);
  useEffect(() => {
    shown.current = columns;
  }, [columns]);

  const reload = useCallback(async () => {
    if (!pipelineId) return;
    round.current += 1;
    const mine = round.current;
    const first = Math.min(MOST, Math.max(PAGE, ...Object.values(shown.current).map(({ cards }) => cards.length)));
    try {
      const { data } = await client.query({ query: DealBoardDocument, variables: { pipelineId, ownerId, search, first }, fetchPolicy: 'network-only' });
      if (mine !== round.current || !data) return;
      setColumns(Object.fromEntries((data.pipeline?.stages ?? []).map(({ id, deals }) => [id, columnOf(deals, [])])));
      setSums(data.dealStageTotals);
      setFailure(null);
    } catch (error) {
      if (mine === round.current) setFailure(toFailure(error));
    }
  }, [client, pipelineId, ownerId, search]);
  useEffect(() => void reload(), [reload]);

  const loadMore = async (stageId: string) => {
    const column = shown.current[stageId];
    if (!column?.hasMore) return;
    const mine = round.current;
    try {
      const { data } = await client.query({ query: DealColumnDocument, variables: { stageId, ownerId, search, first: PAGE, after: column.after }, fetchPolicy: 'network-only' });
      if (mine === round.current && data) setColumns((now) => ({ ...now, [stageId]: columnOf(data.deals, now[stageId]?.cards ?? []) }));
    } catch (error) {
      if (mine === round.current) setFailure(toFailure(error));
    }
  };

  return {
    failure,
    sums,
    reload: () => void reload(),
    column: (stageId: string): ColumnState => columns[stageId] ?? EMPTY,
    loadMore: (stageId: string) => void loadMore(stageId),
  };
}

function columnOf({ nodes, totalCount, pageInfo }: DealColumnQuery['deals'], earlier: readonly DealCardFragment[]): ColumnState {
  return { cards: [...earlier, ...nodes], total: totalCount, after: pageInfo.endCursor, hasMore: pageInfo.hasNextPage, loading: false };
}
