'use client';
import { AtSign, BellOff, MessageSquarePlus, Search, SquarePen, UserRound, Users } from 'lucide-react';
import dynamic from 'next/dynamic';
import Link from 'next/link';
import { useParams, useRouter } from 'next/navigation';
import { useMemo, useState } from 'react';
import { cn } from '@/lib/cn';
import { useShortcut } from '@/kit/keys/shortcuts';
import { useCan } from '@/session';
import { Badge } from '@/ui/badge';
import { Button } from '@/ui/button';
import { DropdownMenu } from '@/ui/dropdown-menu';
import { ErrorState } from '@/ui/failed-states';
import { Input } from '@/ui/input';
import { LoadingNotice, Skeleton } from '@/ui/skeleton';
import { EmptyState, ForbiddenState } from '@/ui/states';
import { ChannelIcon } from './channel-icon';
import { badgeText, countOf, nextUnread, sectionsOf } from './model/sections';
import type { ListedChannel } from './model/types';
import { useChannels } from './state/use-channels';

// Fetched when they open.
const NewDirectDialog = dynamic(() => import('./new-direct-dialog').then((module) => module.NewDirectDialog), { ssr: false });
const NewGroupDialog = dynamic(() => import('./new-group-dialog').then((module) => module.NewGroupDialog), { ssr: false });
const BrowseDialog = dynamic(() => import('./browse-dialog').then((module) => module.BrowseDialog), { ssr: false });

/** A channel of the list, with what is unread in it. */
export function ChannelLink({ channel, href, current }: { channel: ListedChannel; href: string; current: boolean }) {
  const count = countOf(channel);
  return (
    <Link
      href={href} aria-current={current ? 'page' : undefined}
      className={cn(
        'flex h-8 items-center gap-2 rounded-md px-2 text-sm transition-colors pointer-coarse:h-11',
        current ? 'bg-raised font-medium text-text shadow-lift ring-1 ring-border' : count > 0 ? 'font-semibold text-text hover:bg-hover' : 'text-muted hover:bg-hover hover:text-text', channel.archivedAt && 'italic',
      )}
    >
      <ChannelIcon kind={channel.kind} title={channel.title} />
      <span className="min-w-0 flex-1 truncate">{channel.title || 'Channel'}</span>
      {channel.notify === 'NONE' ? <><BellOff aria-hidden className="size-3 shrink-0 text-faint" /><span className="sr-only">muted</span></> : null}
      {channel.unreadMentions > 0 && channel.notify !== 'NONE' ? <><AtSign aria-hidden className="size-3.5 shrink-0 text-danger-text" /><span className="sr-only">names you</span></> : null}
      {count > 0 ? <Badge tone="accent" className="tabular shrink-0">{badgeText(count)}<span className="sr-only"> unread</span></Badge> : null}
    </Link>
  );
}

/** The channels somebody talks in, in sections, and how to start another. */
export function ChannelList({ home, client = false }: { home: '/chat' | '/portal/chat'; client?: boolean }) {
  const { channels, loading, failure, refetch } = useChannels();
  const [term, setTerm] = useState('');
  const [dialog, setDialog] = useState<'DIRECT' | 'GROUP' | 'BROWSE' | null>(null);
  const router = useRouter();
  const current = useParams<{ channel?: string }>().channel ?? null;
  const mayCreate = useCan('channel.create') && !client;
  const sections = useMemo(() => sectionsOf(channels.filter(({ archivedAt, id }) => !archivedAt || id === current), term), [channels, term, current]);
  const step = (way: 1 | -1) => {
    const next = nextUnread(sections.flatMap((section) => section.channels), current, way);
    if (next) router.push(`${home}/${next}`);
  };
  useShortcut('Alt+ArrowDown', 'Next channel with something unread', () => step(1), { group: 'Chat', whileTyping: true });
  useShortcut('Alt+ArrowUp', 'Previous channel with something unread', () => step(-1), { group: 'Chat', whileTyping: true });
  if (failure?.code === 'FORBIDDEN') return <ForbiddenState detail={failure.message} />;
  return (
    <nav aria-label="Channels" className="flex min-h-0 flex-1 flex-col">
      <div className="flex h-12 shrink-0 items-center gap-2 px-3">
        <Input type="search" aria-label="Find a channel" placeholder={client ? 'Find a conversation' : 'Find a channel'} leading={<Search aria-hidden />} value={term} onChange={(event) => setTerm(event.target.value)} />
        {mayCreate ? (
          <DropdownMenu
            groups={[
              { id: 'new', items: [
                { id: 'direct', label: 'Direct message…', icon: <UserRound />, onSelect: () => setDialog('DIRECT') },
                { id: 'group', label: 'New group…', icon: <Users />, onSelect: () => setDialog('GROUP') },
              ] },
              { id: 'browse', items: [{ id: 'browse', label: 'All channels…', icon: <Search />, onSelect: () => setDialog('BROWSE') }] },
            ]}
            trigger={<Button variant="ghost" size="icon" aria-label="Start talking" title="Start talking"><SquarePen aria-hidden className="size-4" /></Button>}
          />
        ) : null}
      </div>
      <div className="flex min-h-0 flex-1 flex-col gap-3 overflow-y-auto px-2 pb-3">
        {failure && channels.length === 0 ? <ErrorState title="Your channels could not be loaded" text={failure.message} reference={failure.requestId} offline={failure.code === 'OFFLINE'} onRetry={refetch} /> : null}
        {loading ? <div aria-busy="true" className="flex flex-col gap-3 px-2 pt-2"><LoadingNotice what="channels" />{['w-4/5', 'w-3/5', 'w-2/3', 'w-1/2', 'w-3/4', 'w-2/5'].map((width) => <Skeleton key={width} className={width} />)}</div> : null}
        {!loading && !failure && sections.length === 0 ? (
          term ? <p role="status" className="px-2 py-6 text-center text-xs text-muted">No channel is called “{term}”. <button type="button" className="text-accent-text hover:underline" onClick={() => setTerm('')}>Show all</button></p>
          : <EmptyState icon={<MessageSquarePlus />} className="py-8" title={client ? 'No conversation yet' : 'No channels yet'} text={client ? 'As soon as work for you begins, you can talk to the people who do it here.' : 'Channels come with departments, customers and projects. You can also write to a colleague directly.'} actions={mayCreate ? <Button onClick={() => setDialog('DIRECT')}>Write to somebody</Button> : null} />
        ) : null}
        {sections.map((section) => (
          <section key={section.id} aria-label={section.label} className="flex flex-col gap-0.5">
            {client && sections.length === 1 ? null : <h2 className="px-2 pb-0.5 text-xs text-faint">{client && section.id === 'records' ? 'Your projects' : section.label}</h2>}
            {section.channels.map((channel) => <ChannelLink key={channel.id} channel={channel} href={`${home}/${channel.id}`} current={channel.id === current} />)}
          </section>
        ))}
      </div>
      {dialog === 'DIRECT' ? <NewDirectDialog home={home} onClose={() => setDialog(null)} /> : null}
      {dialog === 'GROUP' ? <NewGroupDialog home={home} onClose={() => setDialog(null)} /> : null}
      {dialog === 'BROWSE' ? <BrowseDialog home={home} onClose={() => setDialog(null)} /> : null}
    </nav>
  );
}
