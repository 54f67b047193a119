'use client';
import { useApolloClient } from '@apollo/client/react';
import { useCallback, useMemo, useState } from 'react';
import { searchSources } from '@/shell/searches';
import type { Option, OptionLoader } from '@/ui';

/** Where records of a kind are searched; others can be named by the address they are opened with (`?record=`). */
const SEARCHED: Readonly<Record<string, string>> = { lead: '/leads', deal: '/deals', customer: '/customers', ticket: '/tickets', project: '/projects' };

/**
 * How a record of a kind of record is chosen.
 *
 * @returns null for kinds that nothing searches
 */
export function useRecordOptions(subject: string | null, recordId: string | null): { load: OptionLoader; chosen: Option | null } | null {
  const client = useApolloClient();
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map());
  const source = subject ? searchSources.find(({ id }) => id === SEARCHED[subject]) : undefined;
  const load = useCallback<OptionLoader>(
    async (term) => {
      if (!source) return [];
      const found = await source.search(client, term, new AbortController().signal);
      const options = found.map(({ id, label }) => ({ value: id.slice(id.lastIndexOf('/') + 1), label }));
      setNames((before) => new Map([...before, ...options.map(({ value, label }) => [value, label] as const)]));
      return options;
    },
    [client, source],
  );
  return useMemo(() => {
    if (!source && !recordId) return null;
    return { load, chosen: recordId ? { value: recordId, label: names.get(recordId) ?? 'The record you came from' } : null };
  }, [source, recordId, load, names]);
}
