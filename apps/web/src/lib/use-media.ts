'use client';
import { useCallback, useSyncExternalStore } from 'react';

/** Whether a media query matches; false while the server draws. */
export function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (notify: () => void) => {
      const list = window.matchMedia(query);
      list.addEventListener('change', notify);
      return () => list.removeEventListener('change', notify);
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => window.matchMedia(query).matches, () => false);
}

/** Narrow enough for cards in place of tables and the bottom bar in place of the sidebar. */
export const useIsPhone = (): boolean => useMedia('(max-width: 47.99rem)');
