'use client';
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { type PaletteAction, paletteStore } from './actions';
import { arranged } from './arrange';

interface Found {
  /** What the searches are asked for. */
  asked: string;
  /** What these are the results of. */
  term: string;
  results: readonly PaletteAction[];
  /** So many searches have not answered yet. */
  waiting: number;
}

const NOTHING: Found = { asked: '', term: '', results: [], waiting: 0 };

/** Groups to draw for a term: actions at once, record searches as they answer (each by itself, failures left out). */
export function usePaletteResults(term: string) {
  const { actions, searches } = useSyncExternalStore(paletteStore.subscribe, paletteStore.get, paletteStore.getServer);
  const [found, setFound] = useState(NOTHING);
  useEffect(() => {
    if (term.length < 2 || searches.length === 0) return undefined;
    const abort = new AbortController();
    const timer = setTimeout(() => {
      setFound((now) => ({ ...now, asked: term, waiting: searches.length }));
      let fresh = true;
      for (const entry of searches) {
        const take = (results: readonly PaletteAction[]) => {
          if (abort.signal.aborted) return;
          const first = fresh;
          fresh = false;
          setFound((now) => ({ asked: term, term, results: [...(first ? [] : now.results), ...results.map((each) => ({ ...each, group: entry.group }))], waiting: now.waiting - 1 }));
        };
        entry.search(term, abort.signal).then(take, () => take([]));
      }
    }, 120);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [term, searches]);
  const searched = term.length >= 2 && searches.length > 0;
  const waiting = searched && (found.asked !== term || found.waiting > 0);
  const groups = useMemo(() => arranged(term, actions, searched ? found : NOTHING, waiting), [term, actions, searched, found, waiting]);
  return { groups, waiting };
}
