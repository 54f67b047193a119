'use client';
import { useQuery } from '@apollo/client/react';
import { useCallback, useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import { MyChannelsDocument } from '@/gql/chat/my-channels';
import { type Failure, toFailure, useRecordChanges } from '@/graphql';
import { once } from '../model/once';
import type { ListedChannel } from '../model/types';
import { listed } from './use-channel';

export interface Channels {
  channels: readonly ListedChannel[];
  loading: boolean;
  failure: Failure | null;
  refetch: () => void;
}

const never = () => () => undefined;
const NOTHING: Channels = { channels: [], loading: true, failure: null, refetch: () => undefined };

/** The viewer's channels with what is unread in each, from the cache; kept up to date by `useLiveChannels` in the shell. */
export function useChannels(): Channels {
  const { data, loading, error, refetch } = useQuery(MyChannelsDocument);
  const again = useCallback(() => void refetch().catch(() => undefined), [refetch]);
  const channels = useMemo(() => (data?.myChannels ?? []).map(listed), [data]);
  // The watch in the shell may have asked before this part of the page came to life: it begins as the server drew it.
  const alive = useSyncExternalStore(never, () => true, () => false);
  if (!alive) return NOTHING;
  return { channels, loading: loading && !data, failure: error && !data ? toFailure(error) : null, refetch: again };
}

/** At most so often the list is asked for anew, however much is said. */
const PAUSE_MS = 1_000;

/** The channels, asked for anew when something was said, read elsewhere or changed. Once per shell. */
export function useLiveChannels(): Channels {
  const loaded = useChannels();
  const { refetch } = loaded;
  const latest = useRef(refetch);
  useEffect(() => {
    latest.current = refetch;
  });
  const soon = useMemo(() => once(PAUSE_MS, () => latest.current()), []);
  useEffect(() => () => soon.cancel(), [soon]);
  useRecordChanges({ subjects: ['message', 'channel', 'channelReader'], onChange: soon.run, onResync: soon.run });
  return loaded;
}
