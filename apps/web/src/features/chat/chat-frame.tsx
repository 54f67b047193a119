'use client';
import dynamic from 'next/dynamic';
import { useParams } from 'next/navigation';
import type { ReactNode } from 'react';
import { cn } from '@/lib/cn';
import { LoadingNotice, Skeleton } from '@/ui/skeleton';

function ListWaiting() {
  return <div aria-busy="true" className="flex flex-col gap-3 px-4 pt-16"><LoadingNotice what="channels" />{['w-4/5', 'w-3/5', 'w-2/3', 'w-1/2', 'w-3/4', 'w-2/5'].map((width) => <Skeleton key={width} className={width} />)}</div>;
}

const ChannelList = dynamic(() => import('./channel-list').then((module) => module.ChannelList), { ssr: false, loading: ListWaiting });

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
