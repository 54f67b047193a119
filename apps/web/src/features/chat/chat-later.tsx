'use client';
import dynamic from 'next/dynamic';
import { useCan } from '@/session';

const ChatWatch = dynamic(() => import('./chat-watch').then((module) => module.ChatWatch), { ssr: false });

/** Chat on every page of a shell: unread figures, waiting messages, palette. For whoever may read channels; fetched after the page. */
export function ChatLater({ home }: { home: '/chat' | '/portal/chat' }) {
  return useCan('channel.read') ? <ChatWatch home={home} /> : null;
}
