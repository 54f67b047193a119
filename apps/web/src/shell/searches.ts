import type { ApolloClient } from '@apollo/client';
import type { PaletteSearch } from '@/kit/palette/actions';

/** A record search of the palette: who may use it, and how it asks. Features add theirs here. */
export interface SearchSource {
  id: string;
  group: string;
  permission?: string;
  search: (client: ApolloClient, ...rest: Parameters<PaletteSearch['search']>) => ReturnType<PaletteSearch['search']>;
}

export const searchSources: readonly SearchSource[] = [];
