'use client';
import { usePathname, useSearchParams } from 'next/navigation';
import { useCallback, useMemo } from 'react';
import { type FilterDef, type FilterValues, RESERVED } from './filters';

export interface Sort {
  /** The server's name of the sort field. */
  field: string;
  direction: 'ASC' | 'DESC';
}

/** What a list shows, kept in the URL: shareable, and back and forward work. */
export interface ListState {
  filters: FilterValues;
  search: string;
  sort: Sort | null;
  /** Id of the record in the peek panel. */
  peek: string | null;
  /** Begin after this cursor (a link into the middle of a long list). */
  after: string | null;
  /** Whether anything but the sort narrows the list: tells "nothing yet" from "nothing found". */
  narrowed: boolean;
  setFilter: (id: string, values: readonly string[]) => void;
  setSearch: (text: string) => void;
  setSort: (sort: Sort | null) => void;
  setPeek: (id: string | null) => void;
  /** Removes filters, search and cursor; keeps the sort. */
  clear: () => void;
  /** Replaces everything at once (a saved view): a query string without `?`. */
  apply: (query: string) => void;
  /** The current state as such a query string. */
  query: string;
}

/** `createdAt` ascending, `-createdAt` descending. */
function parseSort(raw: string | null): Sort | null {
  if (!raw) return null;
  return raw.startsWith('-') ? { field: raw.slice(1), direction: 'DESC' } : { field: raw, direction: 'ASC' };
}

function splitList(raw: string | null): string[] {
  return raw ? raw.split(',').filter(Boolean).map(decodeURIComponent) : [];
}

/**
 * The state of one list, in the page's search parameters. Unknown parameters are left alone. Typing in the search and opening the peek
 * replace the history entry, other changes add one. `sort` is the sort without a choice: `createdAt`, or `-createdAt` for descending.
 * @throws Error when a filter's id is a reserved parameter name (a mistake in the code, not of the person)
 */
export function useListState(filters: readonly FilterDef[], { sort: defaultSort = null }: { sort?: string | null } = {}): ListState {
  const params = useSearchParams();
  const pathname = usePathname();
  const reserved = filters.find((filter) => RESERVED.has(filter.id));
  if (reserved) throw new Error(`Filter id "${reserved.id}" is reserved`);

  const go = useCallback(
    (change: (next: URLSearchParams) => void, replace = false) => {
      const next = new URLSearchParams(window.location.search);
      change(next);
      const url = next.size > 0 ? `${pathname}?${next}` : pathname;
      // The URL alone changes: no round trip for a server component, Next follows both methods.
      if (replace) window.history.replaceState(null, '', url);
      else window.history.pushState(null, '', url);
    },
    [pathname],
  );

  return useMemo(() => {
    const values: Record<string, readonly string[]> = {};
    for (const { id } of filters) {
      const chosen = splitList(params.get(id));
      if (chosen.length > 0) values[id] = chosen;
    }
    const search = params.get('q') ?? '';
    const put = (next: URLSearchParams, key: string, value: string | null) => (value ? next.set(key, value) : next.delete(key));
    return {
      filters: values,
      search,
      sort: parseSort(params.get('sort') ?? defaultSort),
      peek: params.get('peek'),
      after: params.get('after'),
      narrowed: search !== '' || Object.keys(values).length > 0 || params.get('after') !== null,
      query: params.toString(),
      setFilter: (id, chosen) =>
        go((next) => {
          put(next, id, chosen.map(encodeURIComponent).join(',') || null);
          next.delete('after');
        }),
      setSearch: (text) =>
        go((next) => {
          put(next, 'q', text.trim() || null);
          next.delete('after');
        }, true),
      setSort: (sort) =>
        go((next) => {
          put(next, 'sort', sort ? `${sort.direction === 'DESC' ? '-' : ''}${sort.field}` : null);
          next.delete('after');
        }),
      setPeek: (id) => go((next) => put(next, 'peek', id), true),
      clear: () =>
        go((next) => {
          for (const { id } of filters) next.delete(id);
          next.delete('q');
          next.delete('after');
        }),
      apply: (query) =>
        go((next) => {
          for (const key of [...next.keys()]) next.delete(key);
          for (const [key, value] of new URLSearchParams(query)) next.set(key, value);
        }),
    };
  }, [params, filters, go, defaultSort]);
}
