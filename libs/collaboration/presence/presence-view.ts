import type { Actor } from '@throughline/platform/kernel';
import type { Here, PresenceMode, PresenceSide, Standing } from '@throughline/platform/realtime';
import type { Sight } from './presence.repository.js';
import type { PresenceScope } from './presence-scope.js';

/** One person as a receiver is told. */
export interface PersonPresence {
  userId: string;
  name: string;
  state: Standing['state'];
  lastSeenAt: Date | null;
}

/** Somebody at the record as a receiver is told. */
export interface PresentPerson {
  userId: string;
  name: string;
  mode: PresenceMode;
  side: PresenceSide;
}

/** The whole present state, as one receiver may know it. */
export interface PresenceState {
  people: PersonPresence[];
  here: PresentPerson[];
}

/** What this process knows of people and records. */
export interface PresenceFacts {
  here(organizationId: string, record: string): readonly Here[];
  standing(organizationId: string, userId: string): Standing;
}

/** The only records at which clients meet the agency's people; and only on the client's side of them. */
const MEETING_PLACE = 'channel';

/**
 * What somebody may know of who is here (docs/adr/0012): of people, those whom they may see; of a record, whoever is at it if they may
 * see the record. Clients learn of their own company's people, and of the agency's only in a channel on the client's side.
 */
export function presenceFor(actor: Pick<Actor, 'organizationId' | 'userId' | 'tier' | 'customerIds'>, scope: PresenceScope, sight: Sight, facts: PresenceFacts): PresenceState {
  const { organizationId, userId: self } = actor;
  const people = sight.people.map(({ id, name, lastSeenAt }): PersonPresence => {
    const { state, lastSeen } = facts.standing(organizationId, id);
    return { userId: id, name, state, lastSeenAt: state === 'OFFLINE' ? later(lastSeen, lastSeenAt) : null };
  });
  const { record } = scope;
  const here = record && sight.record ? facts.here(organizationId, `${record.subject}:${record.recordId}`) : [];
  return {
    people,
    here: strongest(here.filter((each) => each.userId !== self && mayKnow(actor, record?.subject ?? '', each)))
      .map(({ userId, name, mode, side }) => ({ userId, name, mode, side })).sort((one, other) => (one.name < other.name ? -1 : one.name > other.name ? 1 : one.userId < other.userId ? -1 : 1)),
  };
}

function mayKnow({ tier, customerIds }: Pick<Actor, 'tier' | 'customerIds'>, subject: string, { customerIds: theirs, side }: Here): boolean {
  if (tier !== 'CLIENT') return true;
  if (theirs) return theirs.some((id) => customerIds.includes(id));
  return subject === MEETING_PLACE && side === 'CLIENT';
}

const RANK: Readonly<Record<PresenceMode, number>> = { VIEWING: 0, EDITING: 1, TYPING: 2 };

/** Somebody on both sides of a channel is shown once, with what they do most of what the receiver may know. */
function strongest(here: readonly Here[]): Here[] {
  const people = new Map<string, Here>();
  for (const each of here) {
    const other = people.get(each.userId);
    if (!other || RANK[each.mode] > RANK[other.mode]) people.set(each.userId, each);
  }
  return [...people.values()];
}

function later(remembered: number | null, stored: Date | null): Date | null {
  if (remembered === null) return stored;
  return stored && stored.getTime() > remembered ? stored : new Date(remembered);
}
