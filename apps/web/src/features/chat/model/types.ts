/** What the pure parts of chat know of channels and messages; the documents' results have these shapes after `adapt.ts`. */
import type { ShownFile } from '../../files/shown-file';
import type { Listed } from './sections';

export type Side = 'INTERNAL' | 'CLIENT';

export interface Named {
  id: string;
  name: string;
}

export interface Reaction {
  emoji: string;
  count: number;
  mine: boolean;
  users: readonly Named[];
}

/** Something the viewer may or may not do now, and why not. */
export interface Move {
  move: string;
  allowed: boolean;
  reason?: string | null;
}

export interface ChatMessage {
  id: string;
  version: number;
  channelId: string;
  /** Counts up in its channel; for clients it counts their side. */
  sequence: number;
  side: Side;
  author: Named | null;
  threadId: string | null;
  /** Null when it was deleted. */
  body: string | null;
  files: readonly ShownFile[];
  linkedSubject: string | null;
  linkedId: string | null;
  linkedName: string | null;
  replyCount: number;
  lastReplyAt: string | null;
  reactions: readonly Reaction[];
  pinnedAt: string | null;
  pinnedBy: Named | null;
  editedAt: string | null;
  deletedAt: string | null;
  publishedAt: string | null;
  createdAt: string;
  viewerCan: readonly Move[];
}

/** A page of messages, ascending by sequence. */
export interface Page {
  nodes: readonly ChatMessage[];
  hasEarlier: boolean;
  hasLater: boolean;
}

/** Whether a move is among those allowed. */
export const can = (moves: readonly Move[], move: string): boolean => moves.some((each) => each.move === move && each.allowed);

/** Somebody in a channel. */
export interface ChatPerson extends Named {
  title: string | null;
  active: boolean;
  /** A customer's person. */
  client: boolean;
}

export interface ChannelPerson {
  user: ChatPerson | null;
  role: 'OWNER' | 'MEMBER';
}

/** How far somebody has read. */
export interface Reading {
  user: ChatPerson | null;
  lastReadSequence: number;
  lastReadAt: string | null;
}

/** A channel as its screen needs it. */
export interface ChatChannel extends Listed {
  version: number;
  topic: string | null;
  recordSubject: string | null;
  recordId: string | null;
  departmentId: string | null;
  twoSided: boolean;
  archivedAt: string | null;
  retentionDays: number | null;
  lastSequence: number;
  lastReadSequence: number;
  following: boolean;
  members: readonly ChannelPerson[];
  readers: readonly Reading[];
  viewerCan: readonly Move[];
}

/** A row of the channel list. */
export type ListedChannel = Omit<ChatChannel, 'members' | 'readers' | 'retentionDays' | 'viewerCan'>;

/** Where to read messages. */
export interface PageRequest {
  channelId: string;
  threadId?: string | null;
  side?: Side | null;
  beforeSequence?: number;
  afterSequence?: number;
  aroundSequence?: number;
  onDate?: string;
  pinned?: boolean;
  first?: number;
}

/** Somebody who could be named, and whether they would see it. */
export interface Candidate {
  kind: 'USER' | 'ROLE' | 'CHANNEL';
  id: string | null;
  name: string;
  canSee: boolean;
  reason: string | null;
}
