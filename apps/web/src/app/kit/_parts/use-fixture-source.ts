'use client';
import { useCallback, useMemo, useState } from 'react';
import type { RowSource } from '@/graphql/use-connection';
import type { ListState } from '@/kit';
import type { Deal } from './fixtures';

/** Filters, sorts and pages fixtures the way the server would. */
export function useFixtureSource(all: readonly Deal[], list: ListState): RowSource<Deal> {
  const [pages, setPages] = useState(1);
  const [loadingMore, setLoadingMore] = useState(false);
  const matching = useMemo(() => {
    const field = list.sort?.field === 'VALUE' ? 'amountMinor' : list.sort?.field === 'CREATED_AT' ? 'createdAt' : 'name';
    const sign = list.sort?.direction === 'DESC' ? -1 : 1;
    return all
      .filter((deal) => deal.name.toLowerCase().includes(list.search.toLowerCase()))
      .filter((deal) => !list.filters.stage || list.filters.stage.includes(deal.stage))
      .filter((deal) => !list.filters.owner || list.filters.owner.includes(deal.owner ?? ''))
      .toSorted((a, b) => sign * (field === 'amountMinor' ? Number(a.amountMinor) - Number(b.amountMinor) : a[field].localeCompare(b[field])));
  }, [all, list]);
  const rows = useMemo(() => matching.slice(0, pages * 50), [matching, pages]);
  const loadMore = useCallback(() => {
    setLoadingMore(true);
    setTimeout(() => {
      setPages((count) => count + 1);
      setLoadingMore(false);
    }, 300);
  }, []);
  return { rows, total: matching.length, loading: false, refreshing: false, loadingMore, failure: null, hasMore: rows.length < matching.length, loadMore, refetch: () => undefined };
}
