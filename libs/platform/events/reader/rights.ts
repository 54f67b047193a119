import type { SessionKey } from '../log/event-log.js';
import type { AudienceIndex } from './audience-index.js';
import type { Receiver, Subscriber } from './subscriber.js';

/** Reloads at the same time; each may cost a few statements. */
const AT_ONCE = 8;

/** The sessions of these subscribers, each once. */
export function sessionsOf<Answer>(subscribers: Iterable<Subscriber<Answer>>): SessionKey[] {
  const sessions = new Map<string, SessionKey>();
  for (const { receiver } of subscribers) if (receiver.session) sessions.set(receiver.session.sessionId, receiver.session);
  return [...sessions.values()];
}

/** Whether a receiver's rights are from before an access version; rights that come from code never are. */
export function isOlder(receiver: Receiver<unknown>, accessVersion: string): boolean {
  return receiver.accessVersion !== null && BigInt(receiver.accessVersion) < BigInt(accessVersion);
}

/** Whether rights must be asked for again: somebody changed them, or their time is over (an exception, hours). */
export function isOutdated(receiver: Receiver<unknown>, accessVersion: string): boolean {
  return isOlder(receiver, accessVersion) || (receiver.validUntil ?? Infinity) <= Date.now();
}

/**
 * Brings the rights of subscribers up to date. Whose rights have changed moves to another audience, loses what was
 * queued under the old ones and is told to load afresh; who has none any more is ended.
 *
 * @param accessVersion in force
 * @param position where those who load afresh go on
 */
export async function refreshAll<Answer>(
  subscribers: readonly Subscriber<Answer>[], accessVersion: string, position: number, live: AudienceIndex<Answer, Subscriber<Answer>>,
): Promise<void> {
  const waiting = [...subscribers];
  const work = async (): Promise<void> => {
    for (let subscriber = waiting.pop(); subscriber; subscriber = waiting.pop()) await refresh(subscriber, accessVersion, position, live);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

async function refresh<Answer>(
  subscriber: Subscriber<Answer>, accessVersion: string, position: number, live: AudienceIndex<Answer, Subscriber<Answer>>,
): Promise<void> {
  const { receiver } = subscriber;
  const before = receiver.audience;
  try {
    await receiver.refresh();
  } catch (error) {
    live.remove(before, subscriber);
    subscriber.end(error as Error);
    return;
  }
  // Asked and answered, even where the answer came from a cache that is a moment old.
  if (isOlder(receiver, accessVersion)) receiver.accessVersion = accessVersion;
  if (subscriber.mode === 'ENDED' || receiver.audience.key === before.key) return;
  if (subscriber.mode === 'LIVE') {
    live.remove(before, subscriber);
    live.add(receiver.audience, subscriber);
  }
  subscriber.resync(position);
}
