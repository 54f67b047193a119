'use client';
import dynamic from 'next/dynamic';
import { LoadingNotice, Skeleton } from '@/ui/skeleton';

/** In the channel's own shape, until its code is there. */
function ChannelWaiting() {
  return (
    <div aria-busy="true" className="flex min-h-0 flex-1 flex-col">
      <LoadingNotice what="channel" />
      <div className="flex h-12 shrink-0 items-center border-b px-4"><Skeleton className="w-48" /></div>
      <div className="flex flex-1 flex-col justify-end gap-5 p-4">{['w-2/3', 'w-1/2', 'w-3/4'].map((width) => <Skeleton key={width} className={width} />)}</div>
    </div>
  );
}

const ChannelScreen = dynamic(() => import('./channel-screen').then((module) => module.ChannelScreen), { ssr: false, loading: ChannelWaiting });

/** A channel's page; what it is made of comes after the first paint. */
export function ChannelPage(props: { id: string; home: '/chat' | '/portal/chat'; client?: boolean }) {
  return <ChannelScreen key={props.id} {...props} />;
}
