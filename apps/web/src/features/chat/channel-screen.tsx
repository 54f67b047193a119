'use client';
import Link from 'next/link';
import { useSearchParams } from 'next/navigation';
import { useEffect, useState } from 'react';
import { Button } from '@/ui/button';
import { ErrorState } from '@/ui/failed-states';
import { Skeleton } from '@/ui/skeleton';
import { ForbiddenState, NotFoundState } from '@/ui/states';
import { ChannelView } from './channel-view';
import { useChatApi } from './chat-api';
import { MessageSkeleton } from './message-list';
import { useChannel } from './state/use-channel';

type Start = { sequence: number; threadId: string | null };

/** The page of a channel; `?message=<id>` opens it there. */
export function ChannelScreen({ id, home, client = false }: { id: string; home: '/chat' | '/portal/chat'; client?: boolean }) {
  const { channel, failure, refetch } = useChannel(id);
  const api = useChatApi();
  const wanted = useSearchParams().get('message');
  const [found, setFound] = useState<{ id: string; start: Start | null } | null>(null);
  useEffect(() => {
    if (!wanted) return undefined;
    let gone = false;
    const tell = (start: Start | null) => !gone && setFound({ id: wanted, start });
    api.message(wanted).then((message) => tell(message?.channelId === id ? { sequence: message.sequence, threadId: message.threadId } : null), () => tell(null));
    return () => {
      gone = true;
    };
  }, [api, wanted, id]);
  const back = <Button asChild><Link href={home}>{client ? 'All conversations' : 'All channels'}</Link></Button>;
  const what = client ? 'conversation' : 'channel';
  if (failure?.code === 'FORBIDDEN') return <ForbiddenState page detail={failure.message} actions={back} />;
  if (failure?.code === 'NOT_FOUND') return <NotFoundState page what={what} actions={back} />;
  if (failure) return <ErrorState page title={`The ${what} could not be loaded`} text={failure.message} reference={failure.requestId} offline={failure.code === 'OFFLINE'} onRetry={refetch} />;
  if (!channel || (wanted && found?.id !== wanted)) return <div className="flex min-h-0 flex-1 flex-col" aria-busy="true"><div className="flex h-12 items-center border-b px-4"><Skeleton className="w-48" /></div><MessageSkeleton /></div>;
  return <ChannelView key={`${channel.id} ${wanted ?? ''}`} channel={channel} onChanged={refetch} client={client} page home={home} start={wanted ? (found?.start ?? null) : null} />;
}
