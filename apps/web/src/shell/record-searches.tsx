'use client';
import { useApolloClient } from '@apollo/client/react';
import { useMemo } from 'react';
import { usePaletteSearch } from '@/kit/palette/actions';
import { usePermissionTest } from '@/session';
import { type SearchSource, searchSources } from './searches';

function RecordSearch({ source }: { source: SearchSource }) {
  const client = useApolloClient();
  const search = useMemo(() => (term: string, signal: AbortSignal) => source.search(client, term, signal), [client, source]);
  usePaletteSearch({ id: source.id, group: source.group, search });
  return null;
}

/** The palette's searches over records, as far as the viewer may read them. */
export function RecordSearches() {
  const may = usePermissionTest();
  return searchSources.filter((source) => may(source.permission)).map((source) => <RecordSearch key={source.id} source={source} />);
}
