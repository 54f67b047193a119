'use client';
import { useApolloClient } from '@apollo/client/react';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import { AnnounceHereDocument } from '@/gql/presence/presence';
import { useLiveState } from '@/graphql/use-live-state';
import type { PersonHere } from '../../presence/use-record-presence';
import type { Side } from '../model/types';

const loadDocument = () => import('@/gql/presence/presence').then((module) => module.RecordPresenceDocument);

const TYPING_MS = 3_000;
const VIEWING_MS = 20_000;

/** Who else is at a channel and who is writing, and telling the others about oneself. Nothing of it is stored. */
export function useChannelPresence(channelId: string): { here: readonly PersonHere[]; typing: readonly PersonHere[]; onTyping: (side: Side) => void; onSent: () => void } {
  const client = useApolloClient();
  const data = useLiveState(loadDocument, { subject: 'channel', recordId: channelId });
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
  return { here, typing, onTyping, onSent };
}
