import type { Failure } from './failure';

/** Asks the person to prove again who they are. @returns whether they did */
export type ProofPrompt = () => Promise<boolean>;

let prompt: ProofPrompt | null = null;
let asking: Promise<boolean> | null = null;

/**
 * Names who asks; the session's dialog does. Sensitive changes are refused by the API until a password or code was given lately
 * (`REAUTHENTICATE`); every mutation then asks for it and is sent again by itself, so that no screen has to know.
 *
 * @returns takes the prompt away again
 */
export function provideProofPrompt(next: ProofPrompt): () => void {
  prompt = next;
  return () => {
    if (prompt === next) prompt = null;
  };
}

/** Whether a refusal asks for a recent proof; the mutation's document must select `errors { details }`. */
export function needsProof({ code, details }: Failure): boolean {
  return code === 'PRECONDITION_FAILED' && typeof details === 'object' && details !== null && 'reason' in details && details.reason === 'REAUTHENTICATE';
}

/** Asks once for however many mutations wait. */
export function askForProof(): Promise<boolean> {
  if (!prompt) return Promise.resolve(false);
  asking ??= prompt().finally(() => (asking = null));
  return asking;
}
