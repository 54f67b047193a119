/** What somebody does at a record at this moment; of several the last counts most. */
export const PRESENCE_MODES = ['VIEWING', 'EDITING', 'TYPING'] as const;
export type PresenceMode = (typeof PRESENCE_MODES)[number];

/** Which side of a two-sided channel it is about. */
export type PresenceSide = 'INTERNAL' | 'CLIENT';

/** Somebody at a record, as their process tells the others. */
export interface HereMessage {
  type: 'HERE';
  organizationId: string;
  /** The process that was told and tells the others, again where they have missed it. */
  node: string;
  /** One sign-in: somebody may be at the same record in two browsers. */
  session: string;
  userId: string;
  name: string;
  /** Customers of a person of tier CLIENT; null for staff. */
  customerIds: string[] | null;
  record: string;
  side: PresenceSide;
  mode: PresenceMode;
  /** How long it holds from when it comes, milliseconds. Clocks of machines are not compared. */
  forMs: number;
}

/** Somebody left a record; without a record, everything of the session is over. */
export interface LeftMessage {
  type: 'LEFT';
  organizationId: string;
  node: string;
  session: string;
  record: string | null;
}

/** How somebody stands who has a WebSocket at a process, or had one until now (OFFLINE). */
export interface StandingMessage {
  type: 'STANDING';
  organizationId: string;
  node: string;
  userId: string;
  state: 'ONLINE' | 'AWAY' | 'OFFLINE';
  forMs: number;
}

/** A session says that its person is away from the screen, or back: for the process that holds its socket. */
export interface AwayMessage {
  type: 'AWAY';
  organizationId: string;
  node: string;
  session: string;
  away: boolean;
}

/** A process has started, or has missed messages: the others tell it what they know. */
export interface HelloMessage {
  type: 'HELLO';
  organizationId: '';
  node: string;
}

/** What travels between API processes about presence: who and where, never what they write. */
export type PresenceMessage = HereMessage | LeftMessage | StandingMessage | AwayMessage | HelloMessage;

const TYPES: ReadonlySet<unknown> = new Set<PresenceMessage['type']>(['HERE', 'LEFT', 'STANDING', 'AWAY', 'HELLO']);
const TEXTS = ['organizationId', 'node', 'session', 'userId', 'name', 'record'] as const;

/** Whether something that came over the transport is ours; the rest of its shape is trusted. */
export function isPresenceMessage(item: unknown): item is PresenceMessage {
  if (typeof item !== 'object' || item === null || !TYPES.has((item as { type?: unknown }).type)) return false;
  const given = item as Record<string, unknown>;
  return TEXTS.every((name) => given[name] === undefined || given[name] === null || typeof given[name] === 'string') && typeof given['organizationId'] === 'string' && typeof given['node'] === 'string';
}
