'use client';
import dynamic from 'next/dynamic';
import { useCallback, useMemo, useState } from 'react';
import { ChannelHeader, type SidePanel } from './channel-header';
import { useChatApi } from './chat-api';
import { Conversation } from './conversation';
import { FootLine } from './foot-line';
import { readingsOf } from './model/readings';
import type { ChatChannel, ChatMessage } from './model/types';
import { recordWord } from './record-link';
import { useChannelActions } from './state/use-channel-actions';
import { useChannelPresence } from './state/use-channel-presence';
import { useClients } from './state/use-clients';
import type { Place } from './state/use-messages';

// Fetched when they open.
const ThreadPanel = dynamic(() => import('./thread-panel').then((module) => module.ThreadPanel), { ssr: false });
const PinsPanel = dynamic(() => import('./pins-panel').then((module) => module.PinsPanel), { ssr: false });
const PeoplePanel = dynamic(() => import('./people-panel').then((module) => module.PeoplePanel), { ssr: false });
const SearchPanel = dynamic(() => import('./search-panel').then((module) => module.SearchPanel), { ssr: false });
const ChannelSettingsDialog = dynamic(() => import('./channel-settings-dialog').then((module) => module.ChannelSettingsDialog), { ssr: false });

export interface ChannelViewProps {
  channel: ChatChannel;
  onChanged: () => void;
  /** A client looks. */
  client?: boolean;
  /** On a page of its own, or beside a record. */
  page?: boolean;
  /** The page that lists channels. */
  home: '/chat' | '/portal/chat';
  /** A message to open at: its place, and its thread. */
  start?: { sequence: number; threadId: string | null } | null;
}

/** A channel: its head, its messages with the composer, and at the side a thread, pins, people or a search. */
export function ChannelView({ channel: loaded, onChanged, client = false, page = false, home, start = null }: ChannelViewProps) {
  const api = useChatApi();
  const [panel, setPanel] = useState<SidePanel | null>(start?.threadId ? { kind: 'THREAD', threadId: start.threadId } : null);
  const [place, setPlace] = useState<Place>(start && !start.threadId ? { at: 'SEQUENCE', sequence: start.sequence } : { at: 'LATEST' });
  const [settings, setSettings] = useState(false);
  const { here, typing, moved, onTyping, onSent } = useChannelPresence(loaded.id);
  const channel = useMemo(() => ({ ...loaded, readers: readingsOf(loaded.readers, moved) }), [loaded, moved]);
  const { preferences, markRead } = useChannelActions(channel, onChanged);
  const clients = useClients(api, channel.id, channel.twoSided && !client);
  const linkOf = useCallback((message: ChatMessage) => `${home}/${channel.id}?message=${message.id}`, [home, channel.id]);
  const openThread = useCallback((threadId: string) => setPanel({ kind: 'THREAD', threadId }), []);
  const show = useCallback((message: ChatMessage) => {
    if (message.threadId) setPanel({ kind: 'THREAD', threadId: message.threadId });
    else setPlace({ at: 'SEQUENCE', sequence: message.sequence });
  }, []);
  const close = () => setPanel(null);
  const shared = { api, channel, client, clients, linkOf };
  return (
    <div className="relative flex min-h-0 min-w-0 flex-1">
      <section aria-label={channel.title || 'Channel'} className="relative flex min-h-0 min-w-0 flex-1 flex-col">
        <ChannelHeader channel={channel} client={client} page={page} backHref={home} panel={panel} onPanel={setPanel} onDate={(date) => setPlace({ at: 'DATE', date })} onPreferences={preferences} onSettings={() => setSettings(true)} />
        <Conversation
          key={channel.id} {...shared} page={page} place={place} onThread={openThread} onTyping={onTyping} onSent={onSent} onMarkRead={markRead} beginning={<Beginning channel={channel} client={client} />}
          foot={(last) => <FootLine last={last} channel={channel} client={client} here={here} typing={typing} />}
        />
      </section>
      {panel?.kind === 'THREAD' ? <ThreadPanel key={panel.threadId} {...shared} threadId={panel.threadId} onClose={close} onTyping={onTyping} onSent={onSent} /> : null}
      {panel?.kind === 'PINS' ? <PinsPanel api={api} channel={channel} client={client} onShow={show} onClose={close} /> : null}
      {panel?.kind === 'PEOPLE' ? <PeoplePanel channel={channel} here={here} onChanged={onChanged} onClose={close} /> : null}
      {panel?.kind === 'SEARCH' ? <SearchPanel api={api} channel={channel} client={client} home={home} onShow={show} onClose={close} /> : null}
      {settings ? <ChannelSettingsDialog channel={channel} onChanged={onChanged} onClose={() => setSettings(false)} /> : null}
    </div>
  );
}

/** Above the first message: what this channel is, and who reads it. */
function Beginning({ channel, client }: { channel: ChatChannel; client: boolean }) {
  const words = client
    ? 'Write here whenever you have a question or something to show us.'
    : channel.kind === 'DIRECT' ? `Only you and ${channel.title} read this.`
    : channel.kind === 'PRIVATE' || channel.kind === 'GROUP' ? 'Only the people of this channel read it.'
    : channel.kind === 'DEPARTMENT' ? 'Everybody of the department reads this.'
    : `Everybody who sees the ${recordWord(channel.recordSubject ?? '')} reads this.${channel.twoSided ? ' Its client reads only what is said to them.' : ''}`;
  return (
    <div className="px-4 pt-8 pb-3">
      <p className="text-lg font-semibold">{channel.title}</p>
      <p className="max-w-prose text-sm text-muted">This is the beginning. {words}</p>
    </div>
  );
}
