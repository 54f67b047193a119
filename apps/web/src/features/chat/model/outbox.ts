import type { ChatMessage, Side } from './types';

/** A message on its way: kept until the server has answered, across reloads. */
export interface OutgoingMessage {
  /** The idempotency key: however often it is sent, it is posted once. */
  key: string;
  channelId: string;
  threadId: string | null;
  side: Side;
  body: string;
  files: readonly { id: string; name: string }[];
  linkedSubject: string | null;
  linkedId: string | null;
  /** The channel's last sequence when it was written: an answer that got lost is recognized only among later messages. */
  after: number;
  writtenAt: string;
  state: 'WAITING' | 'SENDING' | 'REFUSED';
  attempts: number;
  /** Why it was refused. */
  reason: string | null;
}

export type Outbox = readonly OutgoingMessage[];

export type Draft = Pick<OutgoingMessage, 'channelId' | 'threadId' | 'side' | 'body' | 'files' | 'linkedSubject' | 'linkedId' | 'after'>;

export function enqueue(outbox: Outbox, draft: Draft, key: string, writtenAt: string): Outbox {
  return [...outbox, { ...draft, key, writtenAt, state: 'WAITING', attempts: 0, reason: null }];
}

const change = (outbox: Outbox, key: string, fields: (entry: OutgoingMessage) => Partial<OutgoingMessage>): Outbox => outbox.map((entry) => (entry.key === key ? { ...entry, ...fields(entry) } : entry));

/** Handed to the network. */
export const sending = (outbox: Outbox, key: string): Outbox => change(outbox, key, ({ attempts }) => ({ state: 'SENDING', attempts: attempts + 1, reason: null }));
/** No answer came: it waits for the network, under the same key. */
export const unanswered = (outbox: Outbox, key: string): Outbox => change(outbox, key, () => ({ state: 'WAITING' }));
/** The server said no; it stays with the reason until its author decides. */
export const refused = (outbox: Outbox, key: string, reason: string): Outbox => change(outbox, key, () => ({ state: 'REFUSED', reason }));
export const retried = (outbox: Outbox, key: string): Outbox => change(outbox, key, () => ({ state: 'WAITING', reason: null }));
/** Posted, or thrown away by its author. */
export const dropped = (outbox: Outbox, key: string): Outbox => outbox.filter((entry) => entry.key !== key);

/** What to send next: in the order of writing, one of a channel at a time. A refused one holds nothing up. */
export function nextToSend(outbox: Outbox): OutgoingMessage | null {
  const busy = new Set(outbox.filter(({ state }) => state === 'SENDING').map(({ channelId }) => channelId));
  return outbox.find((entry) => entry.state === 'WAITING' && !busy.has(entry.channelId)) ?? null;
}

/** The server tidies spaces and writes people's real names; what is left is compared. */
const told = (body: string | null): string => (body ?? '').normalize('NFC').replace(/@\[[^\]\n]*\]\((\w+:[^)]*)\)/g, '@$1').replace(/\s+/g, ' ').trim();

/**
 * Those still to be shown as on their way. A message can arrive by the live feed before the answer to its sending does (or instead of it);
 * then it is already among the messages, and each arrived one stands for one that was sent.
 */
export function stillOnTheWay(outbox: Outbox, messages: readonly ChatMessage[], viewerId: string): Outbox {
  const taken = new Set<string>();
  return outbox.filter((entry) => {
    if (entry.attempts === 0) return true;
    const arrived = messages.findLast(
      (message) => !taken.has(message.id) && message.author?.id === viewerId && message.sequence > entry.after && message.threadId === entry.threadId && message.side === entry.side && told(message.body) === told(entry.body),
    );
    if (arrived) taken.add(arrived.id);
    return !arrived;
  });
}

/** The outbox as text for the browser's storage. */
export const stored = (outbox: Outbox): string => JSON.stringify(outbox);

const text = (value: unknown): value is string => typeof value === 'string';
const textOrNull = (value: unknown): value is string | null => value === null || text(value);

function entryOf(raw: unknown): OutgoingMessage | null {
  if (typeof raw !== 'object' || raw === null) return null;
  const { key, channelId, threadId, side, body, files, linkedSubject, linkedId, after, writtenAt, state, attempts, reason } = raw as Record<string, unknown>;
  if (!text(key) || !text(channelId) || !textOrNull(threadId) || (side !== 'INTERNAL' && side !== 'CLIENT') || !text(body) || !text(writtenAt)) return null;
  if (!Array.isArray(files) || !textOrNull(linkedSubject) || !textOrNull(linkedId) || typeof after !== 'number' || typeof attempts !== 'number') return null;
  const named = files.filter((file): file is { id: string; name: string } => typeof file === 'object' && file !== null && text((file as { id?: unknown }).id) && text((file as { name?: unknown }).name));
  const wasRefused = state === 'REFUSED' && text(reason);
  // Whatever was being sent when the page went away may have arrived or not: sent again under its key it is posted once.
  return { key, channelId, threadId, side, body, files: named, linkedSubject, linkedId, after, writtenAt, attempts, state: wasRefused ? 'REFUSED' : 'WAITING', reason: wasRefused ? reason : null };
}

/** Reads what an earlier page has kept; anything of an unknown shape is left out. */
export function restored(raw: string | null): Outbox {
  if (raw === null) return [];
  try {
    const parsed: unknown = JSON.parse(raw);
    return Array.isArray(parsed) ? parsed.map(entryOf).filter((entry) => entry !== null) : [];
  } catch {
    return [];
  }
}
