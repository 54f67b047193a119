'use client';
import { lazy, Suspense } from 'react';
import { useHydrated } from '@/lib/use-hydrated';
import { useCan } from '@/session';

// Not next/dynamic: its own weight would count in the portal's first load.
const ChatWatch = lazy(() => import('./chat-watch').then((module) => ({ default: module.ChatWatch })));

/** Chat on every page of a shell: unread figures, waiting messages, palette. For whoever may read channels; fetched after the page. */
export function ChatLater({ home }: { home: '/chat' | '/portal/chat' }) {
  const here = useHydrated();
  const may = useCan('channel.read');
  return here && may ? <Suspense fallback={null}><ChatWatch home={home} /></Suspense> : null;
}
