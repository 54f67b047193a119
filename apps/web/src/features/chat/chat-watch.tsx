'use client';
import { useApolloClient } from '@apollo/client/react';
import { useEffect, useMemo } from 'react';
import { type PaletteAction, usePaletteActions } from '@/kit/palette/actions';
import { useViewer } from '@/session';
import { recordCount, setNavCount } from '@/shell/nav-counts';
import { ChatPlaces } from './chat-places';
import { countOf, unreadIn } from './model/sections';
import { outboxOf } from './state/outbox-of';
import { useLiveChannels } from './state/use-channels';

const MARK = /^\(\d+\+?\) /;

/** Keeps a figure before the document's title, whatever page sets it. */
function useTitleCount(count: number): void {
  useEffect(() => {
    const write = () => {
      const plain = document.title.replace(MARK, '');
      const wanted = count > 0 ? `(${count > 99 ? '99+' : count}) ${plain}` : plain;
      if (document.title !== wanted) document.title = wanted;
    };
    write();
    const observer = new MutationObserver(write);
    observer.observe(document.head, { childList: true, subtree: true, characterData: true });
    return () => {
      observer.disconnect();
      document.title = document.title.replace(MARK, '');
    };
  }, [count]);
}

/** Chat on every page: counts what is unread, sends what waits, and puts channels into the palette. Once per shell, fetched after the page. */
export function ChatWatch({ home }: { home: '/chat' | '/portal/chat' }) {
  const client = useApolloClient();
  const viewer = useViewer();
  const { channels } = useLiveChannels();
  const { count } = useMemo(() => unreadIn(channels), [channels]);
  useEffect(() => {
    setNavCount('chat', count);
    for (const channel of channels) if (channel.recordId) setNavCount(recordCount(channel.recordId), countOf(channel));
  }, [channels, count]);
  useTitleCount(count);
  useEffect(() => outboxOf(viewer.id, client).flush(), [viewer.id, client]);
  const actions = useMemo<readonly PaletteAction[]>(
    () => channels.filter(({ archivedAt }) => !archivedAt).map(({ id, title, topic, kind }) => ({ id: `channel-${id}`, label: title || 'Channel', group: 'Channels', keywords: ['chat', 'channel', kind.toLowerCase(), ...(topic ? [topic] : [])], href: `${home}/${id}` })),
    [channels, home],
  );
  usePaletteActions('chat-channels', actions);
  return home === '/chat' ? <ChatPlaces /> : null;
}
