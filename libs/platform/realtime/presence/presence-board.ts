import type { HereMessage, LeftMessage, PresenceMode, PresenceSide, StandingMessage } from './presence-message.js';
import { RECORDS_PER_SESSION } from './presence-options.js';
import { Watchers } from './watchers.js';

/** Somebody at a record. */
export interface Here {
  userId: string;
  name: string;
  /** Customers of a person of tier CLIENT; null for staff. */
  customerIds: readonly string[] | null;
  mode: PresenceMode;
  side: PresenceSide;
}

/** How somebody stands. */
export interface Standing {
  state: 'ONLINE' | 'AWAY' | 'OFFLINE';
  /** When they were last known to be there, milliseconds since 1970; null when this process never knew. */
  lastSeen: number | null;
}

interface Entry {
  message: HereMessage;
  /** What is left when the typing has stopped. */
  rest: 'VIEWING' | 'EDITING';
  until: number;
  typingUntil: number;
}

/** One person's word from one process. */
interface Word { state: 'ONLINE' | 'AWAY'; until: number }

/** Of people who are gone, when they were last seen; the longest gone are forgotten first. */
const REMEMBERED_GONE = 20_000;
const key = (organizationId: string, name: string): string => `${organizationId} ${name}`;

/**
 * Who is here at this moment, as far as this process was told: nothing of it is stored anywhere, all of it runs out. Bounded by
 * open sockets and by `RECORDS_PER_SESSION`.
 */
export class PresenceBoard {
  readonly watchers = new Watchers();
  /** Entries by record, then by session. */
  private readonly records = new Map<string, Map<string, Entry>>();
  /** Records of each session, the one it spoke of longest ago first. */
  private readonly sessions = new Map<string, Set<string>>();
  /** Words about each person, by process. */
  private readonly people = new Map<string, Map<string, Word>>();
  private readonly gone = new Map<string, number>();

  constructor(private readonly now: () => number = Date.now) {}

  /** Somebody views, edits or types; what they said before about the same record is replaced. */
  put(message: HereMessage, restMs: number): void {
    const { organizationId, session, record, mode } = message;
    const at = key(organizationId, record);
    const entries = this.records.get(at) ?? new Map<string, Entry>();
    this.records.set(at, entries);
    const until = this.now() + message.forMs;
    const before = entries.get(session);
    // Typing goes on above what they did before: viewing, or editing.
    const entry: Entry = mode === 'TYPING'
      ? { message, rest: before?.rest ?? 'VIEWING', until: Math.max(before?.until ?? 0, this.now() + restMs), typingUntil: until }
      : { message, rest: mode, until, typingUntil: 0 };
    entries.set(session, entry);
    this.remember(key(organizationId, session), organizationId, session, record);
    this.watchers.record(at);
  }

  leave({ organizationId, session, record }: LeftMessage): void {
    const of = this.sessions.get(key(organizationId, session));
    for (const each of record === null ? [...(of ?? [])] : [record]) this.remove(organizationId, session, each);
  }

  stand({ organizationId, node, userId, state, forMs }: StandingMessage): void {
    const at = key(organizationId, userId);
    const before = this.standing(organizationId, userId).state;
    const words = this.people.get(at) ?? new Map<string, Word>();
    if (state === 'OFFLINE') words.delete(node);
    else words.set(node, { state, until: this.now() + forMs });
    if (words.size > 0) this.people.set(at, words);
    else this.forget(at);
    if (this.standing(organizationId, userId).state !== before) this.watchers.person(at);
  }

  /** Takes away what has run out and tells those who watch it. */
  sweep(): void {
    const now = this.now();
    for (const [at, entries] of this.records) {
      let moved = false;
      for (const [session, entry] of [...entries]) {
        if (entry.until <= now) this.remove(entry.message.organizationId, session, entry.message.record);
        else if (entry.typingUntil > 0 && entry.typingUntil <= now) [entry.typingUntil, moved] = [0, true];
      }
      if (moved) this.watchers.record(at);
    }
    for (const [at, words] of [...this.people]) {
      const before = strongest(words);
      for (const [node, { until }] of words) if (until <= now) words.delete(node);
      if (words.size === 0) this.forget(at);
      if (strongest(words) !== before) this.watchers.person(at);
    }
  }

  /** Everybody at a record, each person once with what they do most. */
  here(organizationId: string, record: string): Here[] {
    const now = this.now();
    const people = new Map<string, Here>();
    for (const { message, rest, until, typingUntil } of this.records.get(key(organizationId, record))?.values() ?? []) {
      if (until <= now) continue;
      const { userId, name, customerIds, side } = message;
      const mode = typingUntil > now ? 'TYPING' : rest;
      // Two windows on two sides of a channel are two things: who sees one side must not lose it for the other.
      const at = `${userId} ${side}`;
      const other = people.get(at);
      if (!other || RANK[mode] > RANK[other.mode]) people.set(at, { userId, name, customerIds, mode, side });
    }
    return [...people.values()];
  }

  standing(organizationId: string, userId: string): Standing {
    const at = key(organizationId, userId);
    const state = strongest(this.people.get(at));
    return { state: state ?? 'OFFLINE', lastSeen: state ? this.now() : (this.gone.get(at) ?? null) };
  }

  /** What a process said of records, with the time that is left: for those who have missed it. */
  heldBy(node: string): HereMessage[] {
    const now = this.now();
    const held = [...this.records.values()].flatMap((entries) => [...entries.values()]).filter(({ message, until }) => message.node === node && until > now);
    return held.flatMap(({ message, rest, until, typingUntil }): HereMessage[] => [
      { ...message, mode: rest, forMs: until - now }, ...(typingUntil > now ? [{ ...message, mode: 'TYPING' as const, forMs: typingUntil - now }] : []),
    ]);
  }

  /** Records with somebody at them, and people who are here: for measuring. */
  get size(): { records: number; people: number } {
    return { records: this.records.size, people: this.people.size };
  }

  private remember(at: string, organizationId: string, session: string, record: string): void {
    const records = this.sessions.get(at) ?? new Set<string>();
    this.sessions.set(at, records);
    records.delete(record);
    records.add(record);
    for (const oldest of records) {
      if (records.size <= RECORDS_PER_SESSION) break;
      this.remove(organizationId, session, oldest);
    }
  }

  private remove(organizationId: string, session: string, record: string): void {
    const at = key(organizationId, record);
    const entries = this.records.get(at);
    const of = this.sessions.get(key(organizationId, session));
    of?.delete(record);
    if (of?.size === 0) this.sessions.delete(key(organizationId, session));
    if (!entries?.delete(session)) return;
    if (entries.size === 0) this.records.delete(at);
    this.watchers.record(at);
  }

  private forget(at: string): void {
    this.people.delete(at);
    this.gone.delete(at);
    this.gone.set(at, this.now());
    if (this.gone.size > REMEMBERED_GONE) for (const oldest of this.gone.keys()) return void this.gone.delete(oldest);
  }
}

const RANK: Readonly<Record<PresenceMode, number>> = { VIEWING: 0, EDITING: 1, TYPING: 2 };

/** Here on any screen counts more than away on another. */
function strongest(words: ReadonlyMap<string, Word> | undefined): 'ONLINE' | 'AWAY' | null {
  if (!words || words.size === 0) return null;
  return [...words.values()].some(({ state }) => state === 'ONLINE') ? 'ONLINE' : 'AWAY';
}
