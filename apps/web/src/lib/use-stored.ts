'use client';
import { useCallback, useSyncExternalStore } from 'react';

const listeners = new Map<string, Set<() => void>>();

function read(key: string): string | null {
  try {
    return window.localStorage.getItem(key);
  } catch {
    return null; // storage switched off: the choice lasts as long as the page
  }
}

function notify(key: string): void {
  for (const listener of listeners.get(key) ?? []) listener();
}

/**
 * A small choice of this browser (columns shown, density, collapsed sidebar), shared by all components that name the same key
 * and by other tabs. Holds a string; `parse` must accept anything, since storage may hold an old shape.
 */
export function useStored<T>(key: string, fallback: T, parse: (raw: string) => T | undefined): [T, (next: T) => void] {
  const subscribe = useCallback(
    (listener: () => void) => {
      const set = listeners.get(key) ?? new Set();
      set.add(listener);
      listeners.set(key, set);
      const onStorage = (event: StorageEvent) => {
        if (event.key === key) listener();
      };
      window.addEventListener('storage', onStorage);
      return () => {
        set.delete(listener);
        window.removeEventListener('storage', onStorage);
      };
    },
    [key],
  );
  const raw = useSyncExternalStore(subscribe, () => read(key), () => null);
  const set = useCallback(
    (next: T) => {
      try {
        window.localStorage.setItem(key, typeof next === 'string' ? next : JSON.stringify(next));
      } catch {
        // see read()
      }
      notify(key);
    },
    [key],
  );
  const value = raw === null ? fallback : (parse(raw) ?? fallback);
  return [value, set];
}

/** Parser for a list of strings kept by `useStored`. */
export function parseStrings(raw: string): string[] | undefined {
  try {
    const value: unknown = JSON.parse(raw);
    return Array.isArray(value) ? value.filter((entry): entry is string => typeof entry === 'string') : undefined;
  } catch {
    return undefined;
  }
}
