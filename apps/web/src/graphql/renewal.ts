/** Why a session may not go on by itself, although it could: a code is asked for, or the person is where the organization lets nobody in. */
export interface RenewalRefusal {
  code: 'TWO_FACTOR_REQUIRED' | 'NETWORK_NOT_ALLOWED' | 'DEVICE_NOT_ALLOWED';
  /** The API's sentence. */
  message: string;
  /** For `confirmSignIn`; only with TWO_FACTOR_REQUIRED. */
  challenge: string | null;
}

/** Asks the person what to do. @returns whether there is a session again */
export type RenewalPrompt = (refusal: RenewalRefusal) => Promise<boolean>;

interface PublicError {
  message?: string;
  extensions?: { code?: string; details?: { challenge?: string } | null };
}

const CODES: readonly string[] = ['TWO_FACTOR_REQUIRED', 'NETWORK_NOT_ALLOWED', 'DEVICE_NOT_ALLOWED'] satisfies RenewalRefusal['code'][];

let prompt: RenewalPrompt | null = null;
let last: RenewalRefusal | null = null;

/** What a refused renewal says to a person; null when the session is simply over. */
export function refusalOf(error: PublicError | undefined): RenewalRefusal | null {
  const code = error?.extensions?.code;
  if (!error || !code || !CODES.includes(code)) return null;
  const challenge = error.extensions?.details?.challenge ?? null;
  // Without a challenge there is nothing to answer: signing in anew asks for the code too.
  if (code === 'TWO_FACTOR_REQUIRED' && challenge === null) return null;
  return { code: code as RenewalRefusal['code'], message: error.message ?? '', challenge };
}

/** Names who asks, over the open page, so that nothing typed there is lost. @returns takes the prompt away again */
export function provideRenewalPrompt(next: RenewalPrompt): () => void {
  prompt = next;
  return () => {
    if (prompt === next) prompt = null;
  };
}

/** Asks; where nobody does, because no page is open yet, the sign-in screen says why (`signInAddress`). */
export async function askToContinue(refusal: RenewalRefusal): Promise<boolean> {
  last = refusal;
  const continued = prompt ? await prompt(refusal) : false;
  if (continued) last = null;
  return continued;
}

/** The sign-in screen, with the way back and, after a refused renewal, what is to be proved or why nobody gets in from here. */
export function signInAddress(back: string): string {
  const address = `/sign-in?next=${encodeURIComponent(back)}`;
  if (!last) return address;
  const { code, challenge } = last;
  return code === 'TWO_FACTOR_REQUIRED' ? `${address}&problem=${code}#challenge=${encodeURIComponent(challenge ?? '')}&kind=CODE` : `${address}&problem=${code}`;
}
