'use client';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { type PaletteAction, paletteStore } from './actions';
import { score } from './score';

function matching(actions: readonly PaletteAction[], term: string): readonly PaletteAction[] {
  if (!term) return actions;
  return actions
    .map((action) => ({ action, best: Math.min(...[action.label, ...(action.keywords ?? [])].map((text) => score(text, term) ?? Number.POSITIVE_INFINITY)) }))
    .filter(({ best }) => Number.isFinite(best))
    .sort((a, b) => a.best - b.best)
    .map(({ action }) => action);
}

function grouped(actions: readonly PaletteAction[]): readonly (readonly [string, readonly PaletteAction[]])[] {
  const groups = new Map<string, PaletteAction[]>();
  for (const action of actions) groups.set(action.group, [...(groups.get(action.group) ?? []), action]);
  return [...groups];
}

/** Groups to draw for a term: actions at once, record searches as they answer (each by itself, failures left out). */
export function usePaletteResults(term: string) {
  const { actions, searches } = useSyncExternalStore(paletteStore.subscribe, paletteStore.get, paletteStore.getServer);
  const [found, setFound] = useState<{ term: string; results: readonly PaletteAction[]; waiting: number }>({ term: '', results: [], waiting: 0 });
  useEffect(() => {
    if (term.length < 2 || searches.length === 0) return undefined;
    const abort = new AbortController();
    const timer = setTimeout(() => {
      setFound((now) => ({ term, results: now.results, waiting: searches.length }));
      let fresh = true;
      for (const entry of searches) {
        const take = (results: readonly PaletteAction[]) => {
          if (abort.signal.aborted) return;
          const first = fresh;
          fresh = false;
          setFound((now) => ({ term, results: [...(first ? [] : now.results), ...results.map((each) => ({ ...each, group: entry.group }))], waiting: now.waiting - 1 }));
        };
        entry.search(term, abort.signal).then(take, () => take([]));
      }
    }, 120);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [term, searches]);
  const records = term.length >= 2 ? found.results : [];
  return { groups: grouped([...matching(actions, term), ...records]), waiting: term.length >= 2 && searches.length > 0 && (found.term !== term || found.waiting > 0) };
}
