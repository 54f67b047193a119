'use client';
import { useApolloClient } from '@apollo/client/react';
import { useMemo } from 'react';
import type { Picker } from '../shared/pickers';

/** Tags by their word, for filters: lists are narrowed by the word that records hold. Its operations come when it is first asked. */
export function useTagPicker(): Picker {
  const client = useApolloClient();
  return useMemo(() => ({
    load: async (term) => {
      const { FindTagsDocument, TagLooksDocument } = await import('@/gql/tags/tags');
      const { data } = await (term ? client.query({ query: FindTagsDocument, variables: { search: term }, fetchPolicy: 'network-only' }) : client.query({ query: TagLooksDocument, fetchPolicy: 'network-only' }));
      return (data?.tags.nodes ?? []).map(({ name, category }) => ({ value: name, label: name, hint: category ?? undefined }));
    },
    resolve: (words) => Promise.resolve(words.map((word) => ({ value: word, label: word }))),
  }), [client]);
}
