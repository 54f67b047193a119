'use client';
import { useApolloClient } from '@apollo/client/react';
import { useCallback } from 'react';
import { MarkChannelReadDocument, SetChannelPreferencesDocument } from '@/gql/chat/channels';
import { useMutationWithIdempotency } from '@/graphql';
import { notify } from '@/ui/toaster';
import type { Preferences } from '../channel-header';
import type { ChatChannel } from '../model/types';

/** What somebody decides for themselves in a channel: how far they have read, what they want to hear of, where it stands. Shown at once. */
export function useChannelActions(channel: Pick<ChatChannel, 'id' | 'notify' | 'starred' | 'following'>, onChanged: () => void) {
  const client = useApolloClient();
  const set = useMutationWithIdempotency(SetChannelPreferencesDocument, (data) => data.setChannelPreferences);
  const { id, notify: told, starred, following } = channel;
  const draw = useCallback(
    (fields: Record<string, unknown>) => {
      const ref = client.cache.identify({ __typename: 'Channel', id });
      if (ref) client.cache.modify({ id: ref, fields: Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, () => value])) });
    },
    [client, id],
  );
  const preferences = useCallback(
    (next: Preferences) => {
      const before = { notify: told, starred, following };
      draw({ ...next });
      void set.run({ input: { id, ...next } }).then((outcome) => {
        if (!outcome.ok) {
          draw(before);
          notify.error('Not changed', outcome.failure.message);
        }
        onChanged();
      });
    },
    [draw, set, id, told, starred, following, onChanged],
  );
  const markRead = useCallback(
    (sequence: number) => {
      draw({ unread: 0, unreadMentions: 0, lastReadSequence: String(sequence) });
      // A mark that gets lost is made again with the next message.
      void client.mutate({ mutation: MarkChannelReadDocument, variables: { input: { id, sequence: String(sequence) } }, context: { headers: { 'Idempotency-Key': crypto.randomUUID() } } }).catch(() => undefined);
    },
    [client, draw, id],
  );
  return { preferences, markRead };
}
