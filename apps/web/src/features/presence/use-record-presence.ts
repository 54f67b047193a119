'use client';
import { useApolloClient } from '@apollo/client/react';
import { useEffect } from 'react';
import { AnnounceHereDocument, type PresenceMode } from '@/gql/presence/presence';
import { useLiveState } from '@/graphql/use-live-state';
import { editPresence } from '@/kit/record/edit-presence';
import { Announcer } from './announcer';

/** Somebody else at the record. */
export interface PersonHere {
  userId: string;
  name: string;
  mode: PresenceMode;
}

const loadDocument = () => import('@/gql/presence/presence').then((module) => module.RecordPresenceDocument);
const NOBODY: readonly PersonHere[] = [];

/** Tells others that this person looks at a record while its page can be seen (or edits it), and who else does. */
export function useRecordPresence(subject: string, recordId: string): readonly PersonHere[] {
  const client = useApolloClient();
  const state = useLiveState(loadDocument, { subject, recordId });
  const here = state?.presence.here ?? NOBODY;
  useEffect(() => {
    const announcer = new Announcer({
      say: (mode) => {
        const input = { subject, recordId, mode };
        // Nobody is told when it fails: it is said again soon, and runs out by itself. A page that closes still gets it out.
        void client.mutate({ mutation: AnnounceHereDocument, variables: { input }, fetchPolicy: 'no-cache', context: { fetchOptions: { keepalive: true } } }).catch(() => undefined);
      },
    });
    const look = () => announcer.setVisible(document.visibilityState === 'visible');
    const leave = () => announcer.close();
    const stop = editPresence.subscribe(() => announcer.setEditing(editPresence.editing()));
    look();
    document.addEventListener('visibilitychange', look);
    window.addEventListener('pagehide', leave);
    return () => {
      document.removeEventListener('visibilitychange', look);
      window.removeEventListener('pagehide', leave);
      stop();
      announcer.close();
    };
  }, [client, subject, recordId]);
  useEffect(() => {
    editPresence.setOthers(here.filter(({ mode }) => mode === 'EDITING').map(({ name }) => name));
    return () => editPresence.setOthers([]);
  }, [here]);
  return here;
}
