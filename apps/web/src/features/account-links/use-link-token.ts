'use client';
import { useSyncExternalStore } from 'react';

const subscribe = (changed: () => void) => {
  window.addEventListener('hashchange', changed);
  return () => window.removeEventListener('hashchange', changed);
};

/**
 * The token of a mailed link: what stands behind the #, which no server, log or referrer ever sees.
 * Undefined until the page is alive; null without one.
 */
export function useLinkToken(): string | null | undefined {
  return useSyncExternalStore<string | null | undefined>(
    subscribe,
    () => window.location.hash.slice(1) || null,
    () => undefined,
  );
}
