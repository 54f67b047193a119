'use client';
import { Archive, ArrowLeft, Bell, BellOff, BellRing, Calendar, ExternalLink, MoreHorizontal, Pin, Search, Star, Users } from 'lucide-react';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import type { ReactNode } from 'react';
import { cn } from '@/lib/cn';
import { useLocale } from '@/lib/locale';
import { Button } from '@/ui/button';
import { DropdownMenu, type MenuItem } from '@/ui/dropdown-menu';
import { Popover } from '@/ui/popover';
import { Tooltip } from '@/ui/tooltip';
import { VisibilityMark } from '@/ui/visibility-mark';
import { ChannelIcon } from './channel-icon';
import { dayIn } from './model/rows';
import { can, type ChatChannel } from './model/types';
import { recordHref, recordWord } from './record-link';

export type SidePanel = { kind: 'SEARCH' | 'PINS' | 'PEOPLE' } | { kind: 'THREAD'; threadId: string };

export interface Preferences {
  notify?: ChatChannel['notify'];
  starred?: boolean;
  following?: boolean;
}

export interface ChannelHeaderProps {
  channel: ChatChannel;
  client: boolean;
  /** Heads a page of its own: with heading and the way back on a phone. */
  page: boolean;
  backHref: string;
  panel: SidePanel | null;
  onPanel: (panel: SidePanel | null) => void;
  onDate: (date: string) => void;
  onPreferences: (preferences: Preferences) => void;
  onSettings: () => void;
  /** Presence, right of the name. */
  marks?: ReactNode;
}

const NOTIFY = [
  ['ALL', 'Everything', <BellRing key="all" />],
  ['MENTIONS', 'Only when I am named', <Bell key="mentions" />],
  ['NONE', 'Nothing (muted)', <BellOff key="none" />],
] as const;

/** The head of a channel: what it is, who is there, and where to look in it. */
export function ChannelHeader({ channel, client, page, backHref, panel, onPanel, onDate, onPreferences, onSettings, marks }: ChannelHeaderProps) {
  const router = useRouter();
  const { timeZone } = useLocale();
  const Title = page ? 'h1' : 'h2';
  const href = !client && channel.recordSubject && channel.recordId ? recordHref(channel.recordSubject, channel.recordId) : null;
  const toggle = (kind: 'SEARCH' | 'PINS' | 'PEOPLE', label: string, icon: ReactNode) => (
    <Tooltip label={label}>
      <Button variant="ghost" size="icon-sm" aria-label={label} aria-pressed={panel?.kind === kind} className={cn(panel?.kind === kind && 'bg-hover text-text')} onClick={() => onPanel(panel?.kind === kind ? null : { kind })}>{icon}</Button>
    </Tooltip>
  );
  const mute: MenuItem[] = NOTIFY.map(([notify, label, icon]) => ({ id: notify, label, icon, checked: channel.notify === notify, onSelect: () => onPreferences({ notify }) }));
  const more: MenuItem[] = [
    { id: 'star', label: channel.starred ? 'Keep on top no longer' : 'Keep on top', onSelect: () => onPreferences({ starred: !channel.starred }) },
    ...(href && page ? [{ id: 'open', label: `Open the ${recordWord(channel.recordSubject ?? '')}`, onSelect: () => router.push(href) }] : []),
    { id: 'follow', label: channel.following ? 'Take off my list' : 'Keep on my list', onSelect: () => onPreferences({ following: !channel.following }) },
    ...(client ? [] : [{ id: 'settings', label: 'Settings of this channel…', onSelect: onSettings }]),
  ];
  return (
    <header className="flex min-h-12 shrink-0 flex-wrap items-center gap-x-2 gap-y-1 border-b px-3 py-1.5">
      {page ? <Button asChild variant="ghost" size="icon-sm" className="md:hidden"><Link href={backHref} aria-label="All channels"><ArrowLeft aria-hidden className="size-4" /></Link></Button> : null}
      <ChannelIcon kind={channel.kind} title={channel.title} className="max-sm:hidden" />
      <div className="min-w-0 flex-1">
        <div className="flex min-w-0 items-center gap-2">
          <Title className="truncate text-base font-semibold">{channel.title || 'Channel'}</Title>
          {channel.twoSided && !client ? <VisibilityMark audience="client" label="Client takes part" compact className="max-sm:hidden" /> : null}
          {channel.archivedAt ? <span className="inline-flex items-center gap-1 text-xs text-muted"><Archive aria-hidden className="size-3" />Archived</span> : null}
          {marks}
        </div>
        {channel.topic ? <p className="truncate text-xs text-muted">{channel.topic}</p> : null}
      </div>
      <div className="flex items-center">
        {href && page ? <Tooltip label={`Open the ${recordWord(channel.recordSubject ?? '')}`}><Button asChild variant="ghost" size="icon-sm" className="max-sm:hidden"><Link href={href} aria-label={`Open the ${recordWord(channel.recordSubject ?? '')}`}><ExternalLink aria-hidden className="size-4" /></Link></Button></Tooltip> : null}
        {toggle('SEARCH', 'Search messages', <Search aria-hidden className="size-4" />)}
        {toggle('PINS', 'Pinned messages', <Pin aria-hidden className="size-4" />)}
        {client ? null : toggle('PEOPLE', 'People', <Users aria-hidden className="size-4" />)}
        <Popover
          label="Go to a day" align="end" className="w-60"
          trigger={<Button variant="ghost" size="icon-sm" aria-label="Go to a day" title="Go to a day"><Calendar aria-hidden className="size-4" /></Button>}
        >
          {(close) => (
            // Sent, not taken while it is typed: a year typed by key is a date of the year 2 first.
            <form
              className="flex flex-col gap-2"
              onSubmit={(event) => {
                event.preventDefault();
                const day = new FormData(event.currentTarget).get('day');
                if (typeof day !== 'string' || !day) return;
                onDate(day);
                close();
              }}
            >
              <label className="flex flex-col gap-1 text-xs font-medium text-muted">
                Show messages from
                <input name="day" type="date" required autoFocus max={dayIn(timeZone)(new Date().toISOString())} className="h-9 rounded-md border border-border-strong bg-raised px-2 text-sm text-text" />
              </label>
              <Button type="submit" size="sm" className="self-end">Go to this day</Button>
            </form>
          )}
        </Popover>
        <Tooltip label={channel.starred ? 'Keep on top no longer' : 'Keep on top'}>
          <Button variant="ghost" size="icon-sm" className="max-sm:hidden" aria-label="Keep on top" aria-pressed={channel.starred} onClick={() => onPreferences({ starred: !channel.starred })}><Star aria-hidden className={cn('size-4', channel.starred && 'fill-warning text-warning')} /></Button>
        </Tooltip>
        <DropdownMenu
          groups={[{ id: 'notify', label: 'Tell me of', items: mute }, { id: 'more', items: more }]}
          trigger={<Button variant="ghost" size="icon-sm" aria-label="More for this channel"><MoreHorizontal aria-hidden className="size-4" /></Button>}
        />
      </div>
      {can(channel.viewerCan, 'post') || can(channel.viewerCan, 'postToClient') || !channel.archivedAt ? null : <p className="w-full text-xs text-muted">What was said stays readable; nobody can speak here any more.</p>}
    </header>
  );
}
