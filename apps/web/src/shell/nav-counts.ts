'use client';
import { useSyncExternalStore } from 'react';

/** Figures beside entries of the navigation (unread messages, unread notifications), set by whoever counts; a tiny store outside React. */
const counts = new Map<string, number>();
const watchers = new Set<() => void>();

/** @param id of the navigation entry; 0 draws nothing */
export function setNavCount(id: string, count: number): void {
  if ((counts.get(id) ?? 0) === count) return;
  counts.set(id, count);
  for (const watcher of watchers) watcher();
}

function subscribe(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

/** What stands beside an entry now. */
export const useNavCount = (id: string): number => useSyncExternalStore(subscribe, () => counts.get(id) ?? 0, () => 0);

/** Whether something stands beside any of these entries. */
export const useAnyNavCount = (ids: readonly string[]): boolean => useSyncExternalStore(subscribe, () => ids.some((id) => (counts.get(id) ?? 0) > 0), () => false);

/** Under which the unread messages on a record are counted. */
export const recordCount = (recordId: string): string => `chat ${recordId}`;
