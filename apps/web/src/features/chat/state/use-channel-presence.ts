'use client';
import { useApolloClient } from '@apollo/client/react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ChannelPresenceSubscription } from '@/gql/chat/chat';
import { AnnounceHereDocument } from '@/gql/presence/presence';
import { useLiveState } from '@/graphql/use-live-state';
import type { PersonHere } from '../../presence/use-record-presence';
import { type Moved, withMoved } from '../model/readings';
import type { Side } from '../model/types';

const loadDocument = () => import('@/gql/chat/chat').then((module) => module.ChannelPresenceDocument);
const NONE: Moved = new Map();

const TYPING_MS = 3_000;
const VIEWING_MS = 20_000;

export interface ChannelPresence {
  here: readonly PersonHere[];
  typing: readonly PersonHere[];
  /** Reading marks that were told since the channel was opened. */
  moved: Moved;
  onTyping: (side: Side) => void;
  onSent: () => void;
}

/** Who else is at a channel, who is writing and who reads on, and telling the others about oneself. */
export function useChannelPresence(channelId: string): ChannelPresence {
  const client = useApolloClient();
  const [marks, setMarks] = useState<{ channelId: string; moved: Moved }>({ channelId, moved: NONE });
  const onData = useCallback(
    ({ presence: { readers } }: ChannelPresenceSubscription) => {
      if (readers) setMarks((before) => ({ channelId, moved: withMoved(before.channelId === channelId ? before.moved : NONE, readers) }));
    },
    [channelId],
  );
  const data = useLiveState(loadDocument, { recordId: channelId }, { onData });
  const announce = useCallback(
    (mode: 'VIEWING' | 'TYPING' | 'GONE', side?: Side) =>
      void client.mutate({ mutation: AnnounceHereDocument, variables: { input: { subject: 'channel', recordId: channelId, mode, side: side ?? null } }, fetchPolicy: 'no-cache' }).catch(() => undefined),
    [client, channelId],
  );
  useEffect(() => {
    const tell = () => announce(document.visibilityState === 'visible' ? 'VIEWING' : 'GONE');
    tell();
    const timer = setInterval(() => document.visibilityState === 'visible' && announce('VIEWING'), VIEWING_MS);
    document.addEventListener('visibilitychange', tell);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', tell);
      announce('GONE');
    };
  }, [announce]);
  const told = useRef(0);
  const onTyping = useCallback(
    (side: Side) => {
      if (Date.now() - told.current < TYPING_MS) return;
      told.current = Date.now();
      announce('TYPING', side);
    },
    [announce],
  );
  const onSent = useCallback(() => {
    told.current = 0;
    announce('VIEWING');
  }, [announce]);
  const here = useMemo(() => data?.presence.here ?? [], [data]);
  const typing = useMemo(() => here.filter(({ mode }) => mode === 'TYPING'), [here]);
  return { here, typing, moved: marks.channelId === channelId ? marks.moved : NONE, onTyping, onSent };
}
