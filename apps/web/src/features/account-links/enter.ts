import { destination } from '@/session/next-path';
import type { Tier } from '@/session/viewer';

/** What a way of signing in answers. */
interface SignedIn {
  viewer?: { tier: Tier } | null;
  challenge?: { token: string; kind: string } | null;
}

/** Goes on after a link has let its person in: into the product, or to the sign-in page for the code that is still to prove. The page is loaded anew, so that the server sees the session too. */
export function enter({ viewer, challenge }: SignedIn): void {
  if (challenge) window.location.replace(`/sign-in#${new URLSearchParams({ challenge: challenge.token, kind: challenge.kind }).toString()}`);
  else window.location.replace(destination(null, viewer?.tier ?? 'EMPLOYEE'));
}
