'use client';
import { useApolloClient } from '@apollo/client/react';
import { CloudOff, RefreshCw } from 'lucide-react';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { connectionStatus } from '@/graphql/connection-status';
import { notify } from '@/ui/toaster';

function subscribeOnline(notifyChange: () => void): () => void {
  window.addEventListener('online', notifyChange);
  window.addEventListener('offline', notifyChange);
  return () => {
    window.removeEventListener('online', notifyChange);
    window.removeEventListener('offline', notifyChange);
  };
}

const SILENCE_MS = 2_500;

/** Says that the network or the live connection is gone (after a short silence, not for a blink), and that it is back. */
export function ConnectionBanner() {
  const client = useApolloClient();
  const online = useSyncExternalStore(subscribeOnline, () => navigator.onLine, () => true);
  const live = useSyncExternalStore(connectionStatus.subscribe, connectionStatus.get, () => 'idle' as const);
  const down = !online || live === 'lost';
  const [shown, setShown] = useState(false);
  const wasShown = useRef(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(down), down ? SILENCE_MS : 0);
    return () => clearTimeout(timer);
  }, [down]);
  useEffect(() => {
    if (wasShown.current && !shown) {
      notify.success('Connected again', 'What changed meanwhile is being loaded.');
      void client.refetchQueries({ include: 'active' });
    }
    wasShown.current = shown;
  }, [shown, client]);
  if (!shown) return null;
  return (
    <div role="status" className="flex shrink-0 items-center justify-center gap-2 bg-warning-soft px-4 py-1.5 text-xs font-medium text-warning-text">
      {online ? <RefreshCw aria-hidden className="size-3.5 animate-spin" /> : <CloudOff aria-hidden className="size-3.5" />}
      {online ? 'Live updates are interrupted. Connecting again…' : 'You are offline. What you see may be out of date; nothing you saved is lost.'}
    </div>
  );
}
