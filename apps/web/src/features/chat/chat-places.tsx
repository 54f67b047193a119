'use client';
import { useApolloClient } from '@apollo/client/react';
import { useRouter } from 'next/navigation';
import { useCallback } from 'react';
import { OpenDirectChannelDocument } from '@/gql/chat/channels';
import { FindColleaguesDocument } from '@/gql/chat/colleagues';
import { failureOfErrors, toFailure } from '@/graphql/failure';
import { type PaletteAction, usePaletteSearch } from '@/kit/palette/actions';
import { useViewer } from '@/session';
import { notify } from '@/ui/toaster';

/** The palette finds people to write to. */
export function ChatPlaces() {
  const client = useApolloClient();
  const router = useRouter();
  const viewer = useViewer();
  const search = useCallback(
    async (term: string, signal: AbortSignal): Promise<readonly PaletteAction[]> => {
      const { data } = await client.query({ query: FindColleaguesDocument, variables: { term }, fetchPolicy: 'no-cache', context: { fetchOptions: { signal } } });
      const write = async (userId: string) => {
        try {
          const { data: answer } = await client.mutate({ mutation: OpenDirectChannelDocument, variables: { input: { userId } }, context: { headers: { 'Idempotency-Key': crypto.randomUUID() } }, refetchQueries: ['MyChannels'] });
          const failure = failureOfErrors(answer?.openDirectChannel.errors);
          if (failure) notify.error('Not opened', failure.message);
          else if (answer?.openDirectChannel.channel) router.push(`/chat/${answer.openDirectChannel.channel.id}`);
        } catch (error) {
          notify.error('Not opened', toFailure(error).message);
        }
      };
      return (data?.users.nodes ?? []).filter(({ id, tier }) => id !== viewer.id && tier !== 'CLIENT').map(({ id, name, title }) => ({ id: `write-${id}`, label: title ? `${name}, ${title}` : name, group: 'Write to', run: () => void write(id) }));
    },
    [client, router, viewer.id],
  );
  usePaletteSearch({ id: 'people-to-write-to', group: 'Write to', search });
  return null;
}
