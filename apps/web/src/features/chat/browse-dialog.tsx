'use client';
import { useApolloClient } from '@apollo/client/react';
import { Search } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { BrowseChannelsDocument } from '@/gql/chat/channels';
import { toFailure } from '@/graphql/failure';
import { Button } from '@/ui/button';
import { Checkbox } from '@/ui/checkbox';
import { DateText } from '@/ui/date-text';
import { Dialog } from '@/ui/dialog';
import { Input } from '@/ui/input';
import { Skeleton } from '@/ui/skeleton';
import { ChannelIcon, kindWord } from './channel-icon';
import type { ListedChannel } from './model/types';
import { listed } from './state/use-channel';

const PAUSE_MS = 200;

/** Every channel somebody may see, also those of records they have nothing to do with, and archived ones. */
export function BrowseDialog({ home, onClose }: { home: string; onClose: () => void }) {
  const client = useApolloClient();
  const router = useRouter();
  const [term, setTerm] = useState('');
  const [archived, setArchived] = useState(false);
  const [found, setFound] = useState<readonly ListedChannel[] | null>(null);
  const [more, setMore] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  useEffect(() => {
    let gone = false;
    const timer = setTimeout(() => {
      client.query({ query: BrowseChannelsDocument, variables: { search: term.trim() || null, filter: { archived: { eq: archived } } }, fetchPolicy: 'network-only' }).then(
        ({ data }) => {
          if (gone) return;
          setFound((data?.channels.nodes ?? []).map(listed));
          setMore(data?.channels.pageInfo.hasNextPage ?? false);
          setFailure(null);
        },
        (error: unknown) => !gone && setFailure(toFailure(error).message),
      );
    }, PAUSE_MS);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [client, term, archived]);
  const go = (id: string) => {
    onClose();
    router.push(`${home}/${id}`);
  };
  return (
    <Dialog open onOpenChange={onClose} title="All channels" description="Everything you may read, the latest first." size="lg" footer={<Button onClick={onClose}>Close</Button>}>
      <div className="flex flex-col gap-3">
        <div className="flex flex-wrap items-center gap-3">
          <Input autoFocus type="search" aria-label="Find a channel" placeholder="Name or topic" leading={<Search aria-hidden />} value={term} onChange={(event) => setTerm(event.target.value)} className="min-w-48" />
          <label className="flex items-center gap-2 text-sm"><Checkbox checked={archived} onCheckedChange={(on) => setArchived(on === true)} />Archived ones</label>
        </div>
        {failure ? <p role="alert" className="text-sm text-danger-text">{failure}</p> : null}
        {found === null && !failure ? <div aria-busy="true" className="flex flex-col gap-3">{[0, 1, 2, 3].map((line) => <Skeleton key={line} className="h-8 w-full" />)}</div> : null}
        {found?.length === 0 ? <p role="status" className="py-6 text-center text-sm text-muted">{term ? `No channel fits “${term}”.` : archived ? 'Nothing is archived.' : 'There is no channel yet.'}</p> : null}
        <ul className="flex max-h-96 flex-col overflow-y-auto">
          {found?.map((channel) => (
            <li key={channel.id}>
              <button type="button" onClick={() => go(channel.id)} className="ring-inside flex min-h-11 w-full items-center gap-2.5 rounded-md px-2 text-left hover:bg-hover">
                <ChannelIcon kind={channel.kind} title={channel.title} />
                <span className="min-w-0 flex-1"><span className="block truncate text-sm font-medium">{channel.title}</span><span className="block truncate text-xs text-muted">{[kindWord[channel.kind], channel.topic].filter(Boolean).join(' · ')}</span></span>
                <DateText value={channel.lastMessageAt} format="relative" fallback="" className="shrink-0 text-xs text-muted" />
              </button>
            </li>
          ))}
        </ul>
        {more ? <p className="text-xs text-muted">There are more. Type a part of the name to narrow them.</p> : null}
      </div>
    </Dialog>
  );
}
