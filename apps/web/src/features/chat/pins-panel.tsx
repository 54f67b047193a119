'use client';
import { Pin } from 'lucide-react';
import { useEffect, useState } from 'react';
import { toFailure, useRecordChanges } from '@/graphql';
import { ErrorState } from '@/ui/failed-states';
import { EmptyState } from '@/ui/states';
import type { ChatApi } from './chat-api';
import { FoundMessage } from './found-message';
import { MessageSkeleton } from './message-list';
import type { ChatChannel, ChatMessage } from './model/types';
import { SideColumn } from './side-column';

const PINNING = new Set(['message.pinned', 'message.edited', 'message.published', 'message.deleted']);

/** What was pinned to the channel, kept up to date; a click goes to the message. */
export function PinsPanel({ api, channel, client, onShow, onClose }: { api: ChatApi; channel: ChatChannel; client: boolean; onShow: (message: ChatMessage) => void; onClose: () => void }) {
  const [pins, setPins] = useState<readonly ChatMessage[] | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let gone = false;
    api.page({ channelId: channel.id, pinned: true, first: 100 }).then(
      ({ nodes }) => !gone && setPins([...nodes].reverse()),
      (error: unknown) => !gone && setFailure(toFailure(error).message),
    );
    return () => {
      gone = true;
    };
  }, [api, channel.id, attempt]);
  const again = () => setAttempt((now) => now + 1);
  useRecordChanges({ recordId: channel.id, onChange: ({ subject, kind, type }) => subject === 'message' && (type === 'REMOVED' || (kind && PINNING.has(kind))) && again(), onResync: again });
  return (
    <SideColumn title="Pinned" onClose={onClose}>
      {failure ? <ErrorState text={failure} onRetry={() => { setFailure(null); again(); }} /> : pins === null ? <MessageSkeleton /> : pins.length === 0 ? (
        <EmptyState icon={<Pin />} title="Nothing pinned yet" text="Pin what everybody should find again: decisions, links, the plan. It is in the menu of every message." />
      ) : (
        <ul className="flex min-h-0 flex-1 flex-col divide-y overflow-y-auto">
          {pins.map((message) => <li key={message.id}><FoundMessage message={message} marks={channel.twoSided && !client} onShow={() => onShow(message)} /></li>)}
        </ul>
      )}
    </SideColumn>
  );
}
