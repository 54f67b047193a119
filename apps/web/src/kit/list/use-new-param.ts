'use client';
import { useSearchParams } from 'next/navigation';
import { useCallback } from 'react';

/** Whether the create form of a list is open: `?new=1`, so that the palette, `C` and links can open it. */
export function useNewParam(): [boolean, (open: boolean) => void] {
  const open = useSearchParams().get('new') === '1';
  const set = useCallback((next: boolean) => {
    const params = new URLSearchParams(window.location.search);
    if (next) params.set('new', '1');
    else params.delete('new');
    window.history.replaceState(null, '', params.size > 0 ? `?${params}` : window.location.pathname);
  }, []);
  return [open, set];
}
