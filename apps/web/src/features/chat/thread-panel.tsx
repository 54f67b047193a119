'use client';
import dynamic from 'next/dynamic';
import { useEffect, useState } from 'react';
import { toFailure, useRecordChanges } from '@/graphql';
import { useViewer } from '@/session';
import { ErrorState } from '@/ui/failed-states';
import { NotFoundState } from '@/ui/states';
import type { ChatApi } from './chat-api';
import { Conversation } from './conversation';
import { MessageSkeleton } from './message-list';
import { MessageRow } from './message-row';
import type { ChatChannel, ChatMessage, Named, Side } from './model/types';
import { SideColumn } from './side-column';
import { type MessageDialog, useMessageCommands } from './state/use-message-commands';
import type { Place } from './state/use-messages';

const MessageDialogs = dynamic(() => import('./message-dialogs').then((module) => module.MessageDialogs), { ssr: false });

export interface ThreadPanelProps {
  api: ChatApi;
  channel: ChatChannel;
  client: boolean;
  clients: readonly Named[];
  threadId: string;
  linkOf: (message: ChatMessage) => string;
  onTyping: (side: Side) => void;
  onSent: () => void;
  onClose: () => void;
}

const LATEST: Place = { at: 'LATEST' };

/** A message and its answers, beside the channel. */
export function ThreadPanel({ api, channel, client, clients, threadId, linkOf, onTyping, onSent, onClose }: ThreadPanelProps) {
  const viewer = useViewer();
  const [root, setRoot] = useState<ChatMessage | null | undefined>(undefined);
  const [failure, setFailure] = useState<string | null>(null);
  const [dialog, setDialog] = useState<MessageDialog | null>(null);
  const load = () => {
    setFailure(null);
    api.message(threadId).then(setRoot, (error: unknown) => setFailure(toFailure(error).message));
  };
  useEffect(() => {
    let gone = false;
    api.message(threadId).then((message) => !gone && setRoot(message), (error: unknown) => !gone && setFailure(toFailure(error).message));
    return () => {
      gone = true;
    };
  }, [api, threadId]);
  // Edited, deleted, shown to the client, reacted to by others while the thread is open.
  useRecordChanges({ recordId: channel.id, onChange: ({ subject, id, type }) => subject === 'message' && id === threadId && (type === 'REMOVED' ? setRoot(null) : load()), onResync: load });
  const commands = useMessageCommands({ api, viewer, put: setRoot, edit: () => undefined, thread: null, ask: setDialog, linkOf, makes: false });
  return (
    <SideColumn title="Thread" onClose={onClose}>
      {failure ? <ErrorState text={failure} onRetry={load} /> : root === undefined ? <MessageSkeleton /> : root === null ? <NotFoundState what="message" /> : (
        <>
          <div className="max-h-60 shrink-0 overflow-y-auto border-b pt-3 pb-2" tabIndex={0} role="region" aria-label="The message that is answered">
            <MessageRow message={{ ...root, replyCount: 0, viewerCan: root.viewerCan.filter(({ move }) => move === 'react' || move === 'pin') }} head twoSided={channel.twoSided} client={client} viewerId={viewer.id} commands={commands} />
          </div>
          <Conversation api={api} channel={channel} client={client} clients={clients} root={root} place={LATEST} onThread={null} onTyping={onTyping} onSent={onSent} linkOf={linkOf} beginning={<p className="px-4 py-3 text-xs text-muted">Nobody has answered yet.</p>} />
        </>
      )}
      {dialog ? <MessageDialogs api={api} channel={channel} clients={clients} dialog={dialog} onClose={() => setDialog(null)} onDone={setRoot} /> : null}
    </SideColumn>
  );
}
