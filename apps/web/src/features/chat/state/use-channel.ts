'use client';
import { useQuery } from '@apollo/client/react';
import { useCallback, useMemo } from 'react';
import { ChatChannelDocument, type ChatChannelFactsFragment, type ChatListedFragment } from '@/gql/chat/channels';
import { type Failure, toFailure, useRecordChanges } from '@/graphql';
import type { ChatChannel, ListedChannel } from '../model/types';

/** A channel of the list as the pure parts know it. */
export const listed = (channel: ChatListedFragment): ListedChannel => ({ ...channel, lastSequence: Number(channel.lastSequence), lastReadSequence: Number(channel.lastReadSequence) });

/** A channel with its people. */
export const adaptedChannel = (channel: ChatChannelFactsFragment): ChatChannel => ({
  ...channel,
  ...listed(channel),
  readers: channel.readers.map((reader) => ({ ...reader, lastReadSequence: Number(reader.lastReadSequence) })),
});

export interface LoadedChannel {
  channel: ChatChannel | null;
  loading: boolean;
  failure: Failure | null;
  refetch: () => void;
}

/** A channel by its id, kept up to date. */
export function useChannel(id: string): LoadedChannel {
  const { data, loading, error, refetch } = useQuery(ChatChannelDocument, { variables: { id } });
  const again = useCallback(() => void refetch().catch(() => undefined), [refetch]);
  useRecordChanges({ recordId: id, onChange: ({ subject }) => (subject === 'channel' || subject === 'message' || subject === 'channelReader') && again(), onResync: again });
  const channel = useMemo(() => (data?.channel ? adaptedChannel(data.channel) : null), [data]);
  return { channel, loading: loading && !channel, failure: error && !channel ? toFailure(error) : null, refetch: again };
}
