'use client';
import { useEffect, useSyncExternalStore } from 'react';

/** Who edits the record of the page: the fields say when they are open, the page's presence says who else has one open. A tiny store outside React. */
let open = 0;
let others: readonly string[] = [];
const NOBODY: readonly string[] = [];
const watchers = new Set<() => void>();

function tell(): void {
  for (const watcher of watchers) watcher();
}

export const editPresence = {
  /** Whether a field of this page is open. */
  editing: (): boolean => open > 0,
  others: (): readonly string[] => others,
  setOthers(names: readonly string[]): void {
    if (names.join() === others.join()) return;
    others = names.length > 0 ? names : NOBODY;
    tell();
  },
  subscribe(watcher: () => void): () => void {
    watchers.add(watcher);
    return () => watchers.delete(watcher);
  },
};

/**
 * Says while a field is open.
 *
 * @returns the names of others who edit the record at this moment
 */
export function useEditPresence(editing: boolean): readonly string[] {
  useEffect(() => {
    if (!editing) return undefined;
    open++;
    tell();
    return () => {
      open--;
      tell();
    };
  }, [editing]);
  return useSyncExternalStore(editPresence.subscribe, editPresence.others, () => NOBODY);
}
