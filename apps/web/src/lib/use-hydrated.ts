'use client';
import { useSyncExternalStore } from 'react';

const never = () => () => undefined;

/** Whether the page has been taken over by the browser: what is drawn only then has no part in the first load. */
export function useHydrated(): boolean {
  return useSyncExternalStore(never, () => true, () => false);
}
