import { carriedBy, maySee } from '../../access/index.js';
import type { AccessColumns } from '../../database/index.js';
import { movesAccess, type StoredEvent } from '../../events/index.js';
import type { Actor } from '../../kernel/index.js';

type Viewer = Pick<Actor, 'ability'>;

/** The columns that records hand down to those that carry a copy of them. */
const HANDED_DOWN = ['departmentId', 'teamId', 'ownerId', 'customerId', 'sharedWithClient'] as const satisfies readonly (keyof AccessColumns)[];

const sees = ({ ability }: Viewer, subject: string, access: AccessColumns | null): boolean => access !== null && maySee(ability, subject, access);

/** Kinds of records that an event moved for somebody without a message each (docs/adr/0016). */
export interface CarriedKinds {
  /** Those that came, went or changed hands with the event's record. */
  moved: readonly string[];
  /** Those that show something of the event's record. */
  showing: readonly string[];
}

/**
 * What follows a record moves when that came into sight or went out of it; what carries its access columns when these are others now; what
 * shows its name likewise (a new name is told by `names.follow`); what is made of it with every event.
 */
export function carriedKinds(event: StoredEvent, viewer: Viewer): CarriedKinds {
  const { subject, accessBefore: before, accessAfter: after } = event;
  const { naming, made } = carriedBy(subject);
  const moved = new Set<string>();
  // What nobody is told of by itself, a sign-in, is not told this way either.
  const showing = new Set(before || after ? made : []);
  // Nothing goes yet with what was not there, and nothing moves with what stays as visible as it was.
  if (before && movesAccess(event)) {
    addCarried(moved, viewer, subject, before, after);
    if (sees(viewer, subject, before) !== sees(viewer, subject, after)) naming.forEach((kind) => showing.add(kind));
  }
  return { moved: [...moved], showing: [...showing].filter((kind) => !moved.has(kind) && viewer.ability.can('read', kind)) };
}

function addCarried(kinds: Set<string>, viewer: Viewer, subject: string, before: AccessColumns, after: AccessColumns | null): void {
  const { followers, copies } = carriedBy(subject);
  if (followers.length > 0 && sees(viewer, subject, before) !== sees(viewer, subject, after)) addFollowers(kinds, viewer, followers);
  if (copies.length === 0 || !movesCopies(before, after)) return;
  for (const copy of copies) {
    if (kinds.has(copy) || (!sees(viewer, copy, before) && !sees(viewer, copy, after))) continue;
    kinds.add(copy);
    addCarried(kinds, viewer, copy, before, after);
  }
}

function addFollowers(kinds: Set<string>, viewer: Viewer, followers: readonly string[]): void {
  for (const follower of followers) {
    if (kinds.has(follower) || !viewer.ability.can('read', follower)) continue;
    kinds.add(follower);
    addFollowers(kinds, viewer, carriedBy(follower).followers);
  }
}

const movesCopies = (before: AccessColumns, after: AccessColumns | null): boolean => after === null || HANDED_DOWN.some((name) => (before[name] ?? null) !== (after[name] ?? null));
