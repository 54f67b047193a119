import { type AllowedMove, type AppError, type ErrorCode, refuse } from '@throughline/platform/kernel';
import { type ChannelKind, isByMembers, type MemberRole } from './channel.kinds.js';

/** What can be done in a channel, as screens offer it. */
export const CHANNEL_MOVES = {
  post: 'Speak', postToClient: 'Speak to the client', invite: 'Add people', remove: 'Remove people', update: 'Edit', archive: 'Archive', restore: 'Restore', leave: 'Leave',
  retain: 'Set retention', export: 'Export',
} as const;
export type ChannelMove = keyof typeof CHANNEL_MOVES;

/** What the rules look at. */
export interface ChannelFacts {
  kind: ChannelKind;
  archived: boolean;
  twoSided: boolean;
  /** The caller's part in it. */
  role: MemberRole | null;
  /** The caller is one of a customer's people. */
  client: boolean;
  /** DIRECT: the other person cannot sign in any more. */
  otherLeft: boolean;
}

interface Refusal { code: ErrorCode; reason: string }
const forbidden = (reason: string): Refusal => ({ code: 'FORBIDDEN', reason });
const impossible = (reason: string): Refusal => ({ code: 'PRECONDITION_FAILED', reason });

const ARCHIVED = impossible('This channel is archived: it can be read, but nobody can speak in it any more.');
const OWNERS = forbidden('Only the owners of this channel may do this.');
const MEMBERS = forbidden('Only the people of this channel may do this.');

/** Which permission a move asks for on the channel's record; the rest is the rules of its kind. */
export function permissionOf(move: ChannelMove, kind: ChannelKind): 'post' | 'postToClient' | 'update' | 'moderate' | 'retain' | 'export' | 'read' {
  switch (move) {
    case 'post': case 'postToClient': case 'retain': case 'export': return move;
    case 'leave': return 'read';
    case 'invite': case 'remove': case 'update': return isByMembers(kind) ? 'update' : 'moderate';
    case 'archive': case 'restore': return 'update';
  }
}

/** Why a move cannot be made, the permission aside; null when it can. */
export function refusalOf(move: ChannelMove, facts: ChannelFacts): Refusal | null {
  switch (move) {
    case 'post': return posting(facts);
    case 'postToClient': return facts.twoSided ? (facts.archived ? ARCHIVED : null) : impossible('This channel has no side for the client.');
    case 'invite': return facts.archived ? ARCHIVED : inviting(facts);
    case 'remove': return removing(facts);
    case 'update': return facts.archived ? ARCHIVED : editing(facts);
    case 'archive': return facts.archived ? impossible('This channel is archived already.') : archiving(facts);
    case 'restore': return facts.archived ? archiving(facts) : impossible('This channel is in use.');
    case 'leave': return leaving(facts);
    case 'retain': case 'export': return null;
  }
}

/** @throws AppError FORBIDDEN or PRECONDITION_FAILED with the reason */
export function requireMove(move: ChannelMove, facts: ChannelFacts, path = ''): void {
  const refusal = refusalOf(move, facts);
  if (refusal) throw refused(refusal, path);
}

const refused = ({ code, reason }: Refusal, path: string): AppError => refuse(code, reason, path);

/** Every move with whether it can be made now. @param may whether the caller has the permission on this channel */
export function channelOffers(facts: ChannelFacts, may: (permission: ReturnType<typeof permissionOf>) => boolean): AllowedMove<ChannelMove>[] {
  return (Object.keys(CHANNEL_MOVES) as ChannelMove[]).map((move) => {
    const permission = permissionOf(move, facts.kind);
    const reason = may(permission) ? (refusalOf(move, facts)?.reason ?? null) : `Needs the permission "channel.${permission}".`;
    return { move, label: CHANNEL_MOVES[move], allowed: reason === null, reason };
  });
}

function posting({ archived, client, otherLeft }: ChannelFacts): Refusal | null {
  if (client) return forbidden('Only the organization\'s own people speak on the internal side.');
  if (archived) return ARCHIVED;
  return otherLeft ? impossible('This person has left and reads no more messages. What was said stays here.') : null;
}

function inviting({ kind, role }: ChannelFacts): Refusal | null {
  switch (kind) {
    case 'DIRECT': return impossible('A direct conversation stays between two people. Start a group instead.');
    case 'GROUP': return role ? null : MEMBERS;
    case 'PRIVATE': return role === 'OWNER' ? null : OWNERS;
    case 'DEPARTMENT': return null;
    default: return impossible('Everybody who sees the record is in its channel. Give the person access to the record.');
  }
}

/** Whoever was invited stays until they leave or an owner says otherwise. */
function removing(facts: ChannelFacts): Refusal | null {
  if (facts.kind === 'GROUP' || facts.kind === 'PRIVATE') return facts.role === 'OWNER' ? null : OWNERS;
  return inviting(facts);
}

function editing({ kind, role }: ChannelFacts): Refusal | null {
  switch (kind) {
    case 'DIRECT': return impossible('A direct conversation goes by the people in it.');
    case 'GROUP': return role ? null : MEMBERS;
    case 'PRIVATE': return role === 'OWNER' ? null : OWNERS;
    default: return null;
  }
}

function archiving({ kind, role }: ChannelFacts): Refusal | null {
  if (kind === 'DIRECT') return impossible('A direct conversation cannot be archived. Stop following it to take it off your list.');
  if (kind === 'GROUP' || kind === 'PRIVATE') return role === 'OWNER' ? null : OWNERS;
  return impossible(kind === 'DEPARTMENT' ? 'This channel is archived and restored with its department.' : 'This channel is archived and restored with its record.');
}

function leaving({ kind, role }: ChannelFacts): Refusal | null {
  if (kind === 'DIRECT') return impossible('A direct conversation cannot be left. Stop following it to take it off your list.');
  if (role) return null;
  return impossible('You see this channel with its record or department. Stop following it to take it off your list.');
}
