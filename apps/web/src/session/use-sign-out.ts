'use client';
import { useApolloClient } from '@apollo/client/react';
import { useCallback } from 'react';
import { SignOutDocument } from '@/gql/session/session';
import { useMutationWithIdempotency } from '@/graphql/use-mutation';
import { notify } from '@/ui/toaster';

/** Ends the session on the server, forgets everything loaded, and goes to the sign-in screen. */
export function useSignOut(): () => Promise<void> {
  const client = useApolloClient();
  const { run } = useMutationWithIdempotency(SignOutDocument, (data) => data.signOut, { idempotent: false, anonymous: true });
  return useCallback(async () => {
    const outcome = await run({});
    if (!outcome.ok && outcome.failure.code !== 'UNAUTHENTICATED') {
      notify.error('You are still signed in', outcome.failure.message);
      return;
    }
    client.stop();
    window.location.assign('/sign-in');
  }, [client, run]);
}
