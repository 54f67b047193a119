'use client';
import { useEffect, useState } from 'react';
import type { ChatApi } from '../chat-api';
import type { Named } from '../model/types';

const NOBODY: readonly Named[] = [];

/** The client's people who will read what is said to them, for whoever is about to speak; asked once a channel. */
export function useClients(api: ChatApi, channelId: string, wanted: boolean): readonly Named[] {
  const [clients, setClients] = useState(NOBODY);
  useEffect(() => {
    if (!wanted) return undefined;
    let gone = false;
    // Without an answer the screens say "the client".
    api.clients(channelId).then((people) => !gone && setClients(people), () => undefined);
    return () => {
      gone = true;
    };
  }, [api, channelId, wanted]);
  return clients;
}
