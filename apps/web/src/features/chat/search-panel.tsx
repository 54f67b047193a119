'use client';
import { Search } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { type Failure, toFailure } from '@/graphql/failure';
import { Button } from '@/ui/button';
import { Checkbox } from '@/ui/checkbox';
import { Combobox } from '@/ui/combobox';
import { ErrorState, NothingFoundState } from '@/ui/failed-states';
import { Input } from '@/ui/input';
import { Segmented } from '@/ui/segmented';
import type { Option } from '@/ui/select';
import { EmptyState } from '@/ui/states';
import { usePeoplePicker } from '../shared/pickers';
import type { ChatApi } from './chat-api';
import { FoundMessage } from './found-message';
import { MessageSkeleton } from './message-list';
import type { ChatChannel, ChatMessage } from './model/types';
import { SideColumn } from './side-column';
import { useChannels } from './state/use-channels';

export interface SearchPanelProps {
  api: ChatApi;
  channel: ChatChannel;
  client: boolean;
  home: string;
  onShow: (message: ChatMessage) => void;
  onClose: () => void;
}

interface Asked {
  search: string;
  everywhere: boolean;
  author: Option | null;
  from: string;
  to: string;
  hasFile: boolean;
}

const NOTHING: Asked = { search: '', everywhere: false, author: null, from: '', to: '', hasFile: false };
const PAUSE_MS = 250;

/** The beginning of a day in this person's zone; with `days`, that many later. */
const dayAsMoment = (day: string, days = 0): string | null => {
  if (!day) return null;
  const date = new Date(`${day}T00:00:00`);
  date.setDate(date.getDate() + days);
  return date.toISOString();
};

/** Finds messages by words, person, day and file; here or in every channel. */
export function SearchPanel({ api, channel, client, home, onShow, onClose }: SearchPanelProps) {
  const router = useRouter();
  const people = usePeoplePicker();
  const { channels } = useChannels();
  const [asked, setAsked] = useState(NOTHING);
  const [found, setFound] = useState<{ nodes: readonly ChatMessage[]; after: string | null } | null>(null);
  const [state, setState] = useState<'IDLE' | 'BUSY' | 'MORE'>('IDLE');
  const [failure, setFailure] = useState<Failure | null>(null);
  const settled = useDeferredValue(asked);
  const wants = settled.search.trim() !== '' || settled.author !== null || settled.from !== '' || settled.to !== '' || settled.hasFile;
  const variables = useMemo(
    () => ({ search: settled.search.trim() || null, channelId: settled.everywhere ? null : channel.id, authorId: settled.author?.value ?? null, from: dayAsMoment(settled.from), to: dayAsMoment(settled.to, 1), hasFile: settled.hasFile || null }),
    [settled, channel.id],
  );
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let gone = false;
    const timer = setTimeout(() => {
      setFailure(null);
      if (!wants) {
        setFound(null);
        setState('IDLE');
        return;
      }
      setState('BUSY');
      api.search({ ...variables, after: null }).then(
        (page) => {
          if (gone) return;
          setFound(page);
          setState('IDLE');
        },
        (error: unknown) => {
          if (gone) return;
          setFailure(toFailure(error));
          setState('IDLE');
        },
      );
    }, PAUSE_MS);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [api, variables, wants, attempt]);
  const more = () => {
    if (!found?.after) return;
    setState('MORE');
    api.search({ ...variables, after: found.after }).then(
      (page) => {
        setFound({ nodes: [...found.nodes, ...page.nodes.filter(({ id }) => !found.nodes.some((known) => known.id === id))], after: page.after });
        setState('IDLE');
      },
      (error: unknown) => {
        setFailure(toFailure(error));
        setState('IDLE');
      },
    );
  };
  const set = (fields: Partial<Asked>) => setAsked((now) => ({ ...now, ...fields }));
  const placeOf = (message: ChatMessage) => (asked.everywhere ? channels.find(({ id }) => id === message.channelId)?.title : undefined);
  const day = (label: string, name: 'from' | 'to') => (
    <label className="flex min-w-0 flex-1 flex-col gap-0.5 text-xs text-muted">
      {label}
      <Input type="date" value={asked[name]} onChange={(event) => set({ [name]: event.target.value })} />
    </label>
  );
  return (
    <SideColumn title="Search messages" onClose={onClose}>
      <div className="flex shrink-0 flex-col gap-2 border-b p-3">
        <Input autoFocus type="search" aria-label="Words to look for" placeholder="Words to look for" leading={<Search aria-hidden />} value={asked.search} onChange={(event) => set({ search: event.target.value })} />
        <Segmented label="Where to look" value={asked.everywhere ? 'ALL' : 'HERE'} onValueChange={(where) => set({ everywhere: where === 'ALL' })} options={[{ value: 'HERE', label: client ? 'In this conversation' : 'In this channel' }, { value: 'ALL', label: 'Everywhere' }]} />
        {client ? null : <Combobox aria-label="Written by" placeholder="Written by anybody" value={asked.author} onValueChange={(author) => set({ author })} options={people.load} />}
        <div className="flex gap-2">{day('From', 'from')}{day('To', 'to')}</div>
        <label className="flex items-center gap-2 text-sm"><Checkbox checked={asked.hasFile} onCheckedChange={(on) => set({ hasFile: on === true })} />With a file</label>
      </div>
      <div className="flex min-h-0 flex-1 flex-col overflow-y-auto">
        {failure ? <ErrorState title="The search failed" text={failure.message} reference={failure.requestId} offline={failure.code === 'OFFLINE'} onRetry={() => setAttempt(attempt + 1)} />
          : state === 'BUSY' && !found ? <MessageSkeleton />
          : !found ? <EmptyState icon={<Search />} title="Find what was said" text="By a word or its beginning, by who wrote it, by day, or by what came with a file." />
          : found.nodes.length === 0 ? <NothingFoundState what="messages" onClear={() => setAsked({ ...NOTHING, everywhere: true })} />
          : (
            <>
              <ul aria-label="Found messages" className="flex flex-col divide-y">
                {found.nodes.map((message) => <li key={message.id}><FoundMessage message={message} place={placeOf(message)} marks={channel.twoSided && !client} onShow={() => (message.channelId === channel.id ? onShow(message) : router.push(`${home}/${message.channelId}?message=${message.id}`))} /></li>)}
              </ul>
              {found.after ? <Button className="m-3 self-center" busy={state === 'MORE'} onClick={more}>Earlier ones</Button> : null}
            </>
          )}
      </div>
    </SideColumn>
  );
}
