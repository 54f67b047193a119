'use client';
import { useParams } from 'next/navigation';
import type { ReactNode } from 'react';
import { cn } from '@/lib/cn';
import { ChannelList } from './channel-list';

/** The chat page: channels at the left, the chosen one beside them; on a phone one of the two. */
export function ChatFrame({ home, client = false, children }: { home: '/chat' | '/portal/chat'; client?: boolean; children: ReactNode }) {
  const chosen = useParams<{ channel?: string }>().channel !== undefined;
  return (
    <div className={cn('flex min-h-0 flex-1', client && 'h-[calc(100dvh-7rem)] overflow-hidden rounded-xl border bg-surface max-sm:-mx-4 max-sm:-my-4 max-sm:h-[calc(100dvh-3.5rem)] max-sm:rounded-none max-sm:border-0')}>
      <div className={cn('flex w-full min-w-0 flex-col bg-sunken md:w-64 md:shrink-0 md:border-r lg:w-72', chosen && 'max-md:hidden')}>
        {chosen ? null : <h1 className="px-4 pt-3 text-lg font-semibold tracking-tight">{client ? 'Messages' : 'Chat'}</h1>}
        <ChannelList home={home} client={client} />
      </div>
      <div className={cn('flex min-w-0 flex-1 flex-col', !chosen && 'max-md:hidden')}>{children}</div>
    </div>
  );
}
