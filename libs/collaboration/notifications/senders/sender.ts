import { OutboundRefused } from '@throughline/platform/outbound';
import type { NotificationKind } from '../notification.kinds.js';

/** What goes out, in plain words. */
export interface Message {
  /** The delivery's id: what the other side may know a repetition by. */
  id: string;
  kind: NotificationKind;
  title: string;
  body: string | null;
  reason: string;
  /** The page it leads to, with the product's address. */
  url: string;
}

/** Why the other side did not take it. */
export interface SendFailure {
  /** Fit to be stored and shown: no addresses, no secrets, nothing of the text. */
  reason: string;
  /** Trying again would not help. */
  permanent: boolean;
  /** The place does not exist any more. */
  gone?: true;
}

/** Hands a message to the other side of one channel; `target` is opened from what is sealed. */
export interface Sender<Target> {
  /** @returns null when the other side has taken it */
  send(target: Target, message: Message): Promise<SendFailure | null>;
}

/** Answers after which the same request may succeed: a timeout, "too early", "slow down", and everything that is the other side's fault. */
const AGAIN = new Set([408, 425, 429]);

/** What an HTTP answer means for a delivery; null = it was taken. */
export function failureOf(status: number): SendFailure | null {
  if (status >= 200 && status < 300) return null;
  const permanent = status < 500 && !AGAIN.has(status);
  return { reason: `The other side answered ${status}.`, permanent, ...(status === 404 || status === 410 ? { gone: true as const } : {}) };
}

/** What a broken connection means: nothing lasting, but for addresses that requests may not go to. */
export function failureOfError(error: unknown): SendFailure {
  if (error instanceof OutboundRefused) return { reason: 'Its address is not one that may be reached.', permanent: true };
  const { name, code } = error as { name?: string; code?: string };
  const late = name === 'AbortError' || name === 'TimeoutError' || code === 'ABORT_ERR';
  return { reason: late ? 'The other side did not answer in time.' : `The other side could not be reached${code ? ` (${code})` : ''}.`, permanent: false };
}
