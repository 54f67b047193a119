'use client';
import { ArrowUp, CloudOff } from 'lucide-react';
import dynamic from 'next/dynamic';
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useLocale } from '@/lib/locale';
import { useViewer } from '@/session';
import { Button } from '@/ui/button';
import { ErrorState } from '@/ui/failed-states';
import type { ChatApi } from './chat-api';
import { Composer, type ComposerHandle, type Written } from './composer';
import { MessageList, MessageSkeleton } from './message-list';
import { plainText } from './model/markdown';
import { lastOwn } from './model/messages';
import { type OutgoingMessage, stillOnTheWay } from './model/outbox';
import { rowsOf } from './model/rows';
import { can, type Candidate, type ChatChannel, type ChatMessage, type Named, type Side } from './model/types';
import { useOnline, useOutbox } from './state/outbox-of';
import { type MessageDialog, useMessageCommands } from './state/use-message-commands';
import { type Place, useMessages } from './state/use-messages';
import { useReadMark } from './state/use-read-mark';

const MessageDialogs = dynamic(() => import('./message-dialogs').then((module) => module.MessageDialogs), { ssr: false });

export interface ConversationProps {
  api: ChatApi;
  channel: ChatChannel;
  /** A client looks. */
  client: boolean;
  /** The client's people who read the channel, for whoever speaks to them. */
  clients: readonly Named[];
  /** Only the answers to this message. */
  root?: ChatMessage | null;
  /** Where to look; a new object goes there. */
  place: Place;
  /** Opens a thread; null inside one. */
  onThread: ((threadId: string) => void) | null;
  onTyping: (side: Side) => void;
  /** After something was sent. */
  onSent: () => void;
  linkOf: (message: ChatMessage) => string;
  /** Above the first message. */
  beginning?: ReactNode;
  /** Between messages and composer: who writes, who has read. */
  foot?: (last: ChatMessage | null) => ReactNode;
  onMarkRead?: (sequence: number) => void;
  /** The channel is the page: one can write at once. */
  page?: boolean;
}

/** What the composer says when one may not speak; null when one may. */
function silence(channel: ChatChannel, client: boolean): string | null {
  if ((!client && can(channel.viewerCan, 'post')) || ((client || channel.twoSided) && can(channel.viewerCan, 'postToClient'))) return null;
  const reason = channel.viewerCan.find(({ move }) => move === (client ? 'postToClient' : 'post'))?.reason;
  return client ? 'This conversation is closed. You can still read it.' : (reason ?? 'You can read here, but not write.');
}

/** Messages and the composer below them: of a channel, or of one thread. */
export function Conversation({ api, channel, client, clients, root = null, place, onThread, onTyping, onSent, linkOf, beginning, foot, onMarkRead, page = false }: ConversationProps) {
  const viewer = useViewer();
  const me = useMemo(() => ({ id: viewer.id, name: viewer.name }), [viewer.id, viewer.name]);
  const { timeZone } = useLocale();
  const threadId = root?.id ?? null;
  const messages = useMessages(api, channel.id, { threadId, start: place });
  const { store, outgoing } = useOutbox(channel.id, threadId);
  const online = useOnline();
  const composer = useRef<ComposerHandle>(null);
  const [editing, setEditing] = useState<ChatMessage | null>(null);
  const [dialog, setDialog] = useState<MessageDialog | null>(null);
  const [atEnd, setAtEnd] = useState(false);
  const [readThrough] = useState(() => (channel.unread > 0 && threadId === null ? channel.lastReadSequence : null));
  const { open, put } = messages;

  const shownPlace = useRef(place);
  useEffect(() => {
    if (shownPlace.current === place) return;
    shownPlace.current = place;
    open(place);
  }, [place, open]);
  useEffect(() => store.onPosted(put), [store, put]);

  const commands = useMessageCommands({ api, viewer: me, put, edit: setEditing, thread: onThread, ask: setDialog, linkOf, makes: !client });
  const onTheWay = useMemo(() => stillOnTheWay(outgoing, messages.messages, viewer.id), [outgoing, messages.messages, viewer.id]);
  const rows = useMemo(() => rowsOf(messages.messages, messages.hasLater ? [] : onTheWay, { readThrough, viewerId: viewer.id, timeZone }), [messages.messages, messages.hasLater, onTheWay, readThrough, viewer.id, timeZone]);
  const last = messages.hasLater ? null : (messages.messages.at(-1) ?? null);
  const newest = Math.max(messages.through, channel.lastSequence);
  useReadMark(newest, atEnd && !messages.loading && onMarkRead !== undefined, (sequence) => onMarkRead?.(sequence));

  const send = ({ body, side, files }: Written) => {
    store.add({ channelId: channel.id, threadId, side, body, files, linkedSubject: null, linkedId: null, after: messages.through });
    open({ at: 'LATEST' });
    onSent();
  };
  const takeBack = useCallback(
    (entry: OutgoingMessage) => {
      store.discard(entry.key);
      composer.current?.fill(entry.body, entry.side);
    },
    [store],
  );
  const candidates = useCallback((term: string, side: Side): Promise<readonly Candidate[]> => api.candidates(channel.id, side, term), [api, channel.id]);
  const quiet = silence(channel, client);
  const toClient = root?.side === 'INTERNAL' ? 'The client does not see the message that this answers' : (channel.viewerCan.find(({ move, allowed }) => move === 'postToClient' && !allowed)?.reason ?? null);
  const waiting = onTheWay.filter(({ state }) => state !== 'REFUSED').length;
  const label = root ? 'Answers' : `Messages of ${channel.title}`;

  const first = messages.messages[0]?.sequence ?? 0;
  const unreadAbove = readThrough !== null && messages.hasEarlier && first > readThrough + 1;

  return (
    <>
      {unreadAbove ? (
        <Button size="sm" className="absolute top-14 left-1/2 z-10 -translate-x-1/2 rounded-full shadow-pop" icon={<ArrowUp aria-hidden className="size-3.5" />} onClick={() => open({ at: 'SEQUENCE', sequence: readThrough + 1 })}>
          To the first new message
        </Button>
      ) : null}
      {messages.failure && messages.messages.length === 0 ? (
        <ErrorState title="The messages could not be loaded" text={messages.failure.message} reference={messages.failure.requestId} offline={messages.failure.code === 'OFFLINE'} onRetry={() => open(place)} className="flex-1" />
      ) : messages.loading && messages.messages.length === 0 ? (
        <MessageSkeleton />
      ) : rows.length === 0 ? (
        <div className="flex flex-1 flex-col justify-end overflow-y-auto">{beginning}</div>
      ) : (
        <MessageList
          messages={messages} rows={rows} viewer={me} twoSided={channel.twoSided} client={client} commands={commands} label={label} inThread={root !== null} beginning={root ? null : beginning}
          onRetry={store.retry} onTakeBack={takeBack} onAtEnd={setAtEnd} unreadBelow={atEnd ? 0 : channel.unread}
        />
      )}
      <p aria-live="polite" className="sr-only">{last?.author && last.author.id !== viewer.id && last.body ? `${last.author.name}: ${plainText(last.body).slice(0, 200)}` : ''}</p>
      {foot?.(last)}
      {online ? null : (
        <p role="status" className="mx-3 mb-1.5 flex items-center gap-2 rounded-md bg-warning-soft px-2.5 py-1.5 text-xs text-warning-text md:mx-4">
          <CloudOff aria-hidden className="size-3.5 shrink-0" />
          {waiting > 0 ? `You are offline. ${waiting === 1 ? '1 message waits' : `${waiting} messages wait`} here and will go out when the connection is back.` : 'You are offline. What you send will wait here and go out when the connection is back.'}
        </p>
      )}
      {quiet ? (
        <p className="shrink-0 border-t px-4 py-3 text-center text-xs text-muted">{quiet}</p>
      ) : (
        <Composer
          ref={composer} viewerId={viewer.id} draftKey={`throughline.chat-draft.${viewer.id}.${channel.id}.${threadId ?? ''}`}
          placeholder={root ? 'Answer' : client ? `Write to ${viewer.organization.name}` : channel.kind === 'DIRECT' ? `Write to ${channel.title}` : `Write in ${channel.title}`}
          sides={channel.twoSided && !client ? { clients, refusal: toClient } : null} onlySide={client ? 'CLIENT' : 'INTERNAL'}
          candidates={candidates} onSend={send} onTyping={onTyping} autoFocus={(page || root !== null) && place.at === 'LATEST'}
          editing={editing} onCancelEdit={() => setEditing(null)}
          onSave={async (message, body) => {
            if (body === message.body) return null;
            const done = await api.edit(message, body);
            if (done.ok) put(done.message);
            return done.ok ? null : done.reason;
          }}
          onEditLast={() => setEditing(lastOwn(messages.messages.filter((message) => message.threadId === threadId && can(message.viewerCan, 'edit')), viewer.id))}
        />
      )}
      {dialog ? <MessageDialogs api={api} channel={channel} clients={clients} dialog={dialog} onClose={() => setDialog(null)} onDone={put} /> : null}
    </>
  );
}
