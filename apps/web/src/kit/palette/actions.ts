'use client';
import { type ReactNode, useEffect, useRef } from 'react';

/** Something the palette can do. `href` goes somewhere, `run` does something. */
export interface PaletteAction {
  id: string;
  label: string;
  /** Heading it stands under: "Go to", "Create", "This lead". */
  group: string;
  icon?: ReactNode;
  /** Other words it should be found by. */
  keywords?: readonly string[];
  keys?: string;
  href?: string;
  run?: () => void;
}

/** A search over records; several may be registered, each is one group of results. */
export interface PaletteSearch {
  id: string;
  /** Heading of its results: "Leads". */
  group: string;
  search: (term: string, signal: AbortSignal) => Promise<readonly PaletteAction[]>;
}

const actions = new Map<string, readonly PaletteAction[]>();
const searches = new Map<string, PaletteSearch>();
const watchers = new Set<() => void>();
let snapshot: { actions: readonly PaletteAction[]; searches: readonly PaletteSearch[] } = { actions: [], searches: [] };
const EMPTY = snapshot;

function changed(): void {
  snapshot = { actions: [...actions.values()].flat(), searches: [...searches.values()] };
  for (const watcher of watchers) watcher();
}

/** What the palette offers now (`useSyncExternalStore`). */
export const paletteStore = {
  get: () => snapshot,
  getServer: () => EMPTY,
  subscribe(watcher: () => void): () => void {
    watchers.add(watcher);
    return () => watchers.delete(watcher);
  },
};

/** Adds actions while the component lives: a record page adds what can be done to its record. Compared by ids and labels. */
export function usePaletteActions(owner: string, list: readonly PaletteAction[]): void {
  const latest = useRef(list);
  useEffect(() => {
    latest.current = list;
  });
  const shape = list.map((action) => `${action.id}\u0000${action.label}\u0000${action.href ?? ''}`).join('\u0001');
  useEffect(() => {
    // Runs through the ref: the newest closure is called, without registering anew on each drawing.
    actions.set(owner, latest.current.map((action) => (action.run ? { ...action, run: () => latest.current.find((each) => each.id === action.id)?.run?.() } : action)));
    changed();
    return () => {
      actions.delete(owner);
      changed();
    };
  }, [owner, shape]);
}

/** Adds a search over records while the component lives (usually the shell, for the whole stay). Keep `search` stable. */
export function usePaletteSearch(entry: PaletteSearch): void {
  const { id, group, search } = entry;
  useEffect(() => {
    searches.set(id, { id, group, search });
    changed();
    return () => {
      searches.delete(id);
      changed();
    };
  }, [id, group, search]);
}
