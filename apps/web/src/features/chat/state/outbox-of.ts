'use client';
import type { ApolloClient } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useMemo, useSyncExternalStore } from 'react';
import { backoff } from '@/graphql/resumable';
import { useViewer } from '@/session';
import { postMessage } from '../chat-api';
import type { Outbox } from '../model/outbox';
import { createOutbox, type OutboxStore } from './outbox-store';

let open: { viewerId: string; store: OutboxStore } | null = null;

/** The one outbox of this tab and person, kept in this browser. */
export function outboxOf(viewerId: string, client: ApolloClient): OutboxStore {
  if (open?.viewerId === viewerId) return open.store;
  open?.store.close();
  const key = `throughline.chat-outbox.${viewerId}`;
  const store = createOutbox({
    key,
    storage: window.localStorage,
    send: (message) => postMessage(client, message),
    isOnline: () => navigator.onLine,
    exclusively: (work) => ('locks' in navigator ? navigator.locks.request(key, work) : work()),
    later: (attempt, run) => {
      const timer = setTimeout(run, backoff(attempt));
      return () => clearTimeout(timer);
    },
    newKey: () => crypto.randomUUID(),
    now: () => new Date().toISOString(),
  });
  window.addEventListener('online', store.flush);
  window.addEventListener('storage', (event) => event.key === key && store.reread());
  open = { viewerId, store };
  store.flush();
  return store;
}

const NONE: Outbox = [];

/** The viewer's messages on their way to a channel or thread, and how to add to them. */
export function useOutbox(channelId: string, threadId: string | null): { store: OutboxStore; outgoing: Outbox } {
  const client = useApolloClient();
  const viewer = useViewer();
  const store = useMemo(() => outboxOf(viewer.id, client), [viewer.id, client]);
  const all = useSyncExternalStore(store.subscribe, store.get, () => NONE);
  const outgoing = useMemo(() => all.filter((entry) => entry.channelId === channelId && entry.threadId === threadId), [all, channelId, threadId]);
  return { store, outgoing };
}

const subscribeOnline = (notify: () => void) => {
  window.addEventListener('online', notify);
  window.addEventListener('offline', notify);
  return () => {
    window.removeEventListener('online', notify);
    window.removeEventListener('offline', notify);
  };
};

/** Whether the browser has a network. */
export const useOnline = (): boolean => useSyncExternalStore(subscribeOnline, () => navigator.onLine, () => true);
