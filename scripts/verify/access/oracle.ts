import { BUILT_IN_ROLES, type BuiltInRoleKey } from '../../../libs/identity/access/built-in-roles.js';
import { defaultGrantsOf } from '../../../libs/identity/access/default-grants.js';
import { chainOf, type Relation } from './relations.js';

/** What a caller should be told. */
export type Verdict = 'ALLOWED' | 'FORBIDDEN' | 'NOT_FOUND' | 'UNAUTHENTICATED';

/** Scopes by permission that a role holds, its parents' included. Written apart from the product's own compilation: an oracle that shared its code would share its faults. */
export function scopesOf(role: BuiltInRoleKey): Map<string, Set<string>> {
  const held = new Map<string, Set<string>>();
  for (let key: BuiltInRoleKey | undefined = role; key; key = parentOf(key)) {
    for (const { permission, scope, effect, fields } of defaultGrantsOf(key)) {
      if (effect === 'DENY' || fields) continue;
      held.set(permission, (held.get(permission) ?? new Set()).add(scope));
    }
  }
  return held;
}

const parentOf = (key: BuiltInRoleKey): BuiltInRoleKey | undefined => (BUILT_IN_ROLES[key] as { parent?: BuiltInRoleKey }).parent;

const REACHES: Record<string, readonly Relation[]> = {
  ORGANIZATION: ['own', 'abroad', 'assigned', 'department', 'other', 'archived'],
  DEPARTMENT: ['own', 'department'],
  TEAM: [],
  OWN: ['own', 'abroad'],
  ASSIGNED: ['own', 'abroad', 'assigned'],
  // For clients: shared records of their own customer.
  CUSTOMER: ['own'],
};

/** What is its owner's alone, however far a grant reaches. */
const PERSONAL = new Set(['notification', 'reminder']);

/** Whether any scope reaches a record of a subject in a relation. */
export const reaches = (scopes: ReadonlySet<string> | undefined, relation: Relation, subject: string): boolean =>
  [...(scopes ?? [])].some((scope) => REACHES[PERSONAL.has(subject) ? 'OWN' : scope]?.includes(relation));

/** What an operation on one record should answer to somebody whom its door let in. */
export function verdictOn(scopes: ReadonlyMap<string, ReadonlySet<string>>, permission: string, subject: string, relation: Relation): Verdict {
  // What follows a record is seen with it only.
  if (!chainOf(subject).every((name) => reaches(scopes.get(`${name}.read`), relation, name))) return 'NOT_FOUND';
  return reaches(scopes.get(permission), relation, subject) ? 'ALLOWED' : 'FORBIDDEN';
}
