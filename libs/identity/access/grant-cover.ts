import { type GrantConditions, type HoursWindow, minutesOf, networkWithin } from '@throughline/platform/access';
import { CLIENTS_ONLY } from './default-grants.js';
import type { GrantLine, HeldGrant, RightsFacts } from './rights.js';

/** Where a line is to be given: `departmentIds` when the role is bound to a department and everything below it. */
export interface Place {
  departmentIds: readonly string[] | null;
}

const EVERYWHERE: Place = { departmentIds: null };

/**
 * Nobody grants what they do not hold (ACL-06): which of the allowances that somebody is to get go beyond what the giver has.
 * A line is held when one of the giver's own reaches at least as far, names at least its fields and asks for no more; what is
 * denied or masked to the giver must be denied or masked in `given` too. Scopes that are measured against the person (OWN,
 * TEAM, DEPARTMENT) are others' records for somebody else, so only ORGANIZATION covers them; of a role bound to a department
 * the giver's departments do.
 *
 * @param given everything the receiver gets together: allowances with the denials and masks beside them
 * @param wanted the allowances among them to look at; all when absent
 */
export function notHeld(giver: RightsFacts, given: readonly GrantLine[], place: Place = EVERYWHERE, wanted: readonly GrantLine[] = given): GrantLine[] {
  return wanted.filter((line) => line.effect === 'ALLOW' && !isHeld(giver, line, given, place));
}

/**
 * What a change gives: allowances that are new, and what a denial or mask took that is not there any more. That somebody gets it
 * by another role, an exception or a role that inherits does not matter: it comes free by this change.
 */
export function widened(before: readonly GrantLine[], after: readonly GrantLine[]): GrantLine[] {
  const [known, kept] = [new Set(before.map(lineKey)), new Set(after.map(lineKey))];
  const fresh = after.filter((line) => line.effect === 'ALLOW' && !known.has(lineKey(line)));
  const freed = before.filter((line) => line.effect !== 'ALLOW' && !kept.has(lineKey(line)));
  return [...fresh, ...freed.map(({ conditions: _conditions, ...line }): GrantLine => ({ ...line, effect: 'ALLOW' }))];
}

/**
 * What is left of a program's rights: nobody goes on with what they lost by a key that they made before. What the maker loses, and
 * gets again, the key loses and gets again.
 *
 * @param maker whose key it is, as of now
 */
export function withinMaker<Facts extends RightsFacts>(maker: RightsFacts, facts: Facts): Facts {
  const lost = new Set<GrantLine>(notHeld(maker, facts.grants));
  const ends = [facts.expiresAt, maker.expiresAt].filter((end) => end !== null);
  return { ...facts, grants: facts.grants.filter((grant) => !lost.has(grant)), expiresAt: ends.length === 0 ? null : Math.min(...ends) };
}

/** Equal for lines that say the same. */
export function lineKey({ permission, scope, effect, fields, conditions }: GrantLine): string {
  return JSON.stringify([permission, scope, effect, fields ? [...fields].sort() : null, conditions ? Object.entries(conditions).sort(([a], [b]) => (a < b ? -1 : 1)) : null]);
}

function isHeld(giver: RightsFacts, line: GrantLine, given: readonly GrantLine[], place: Place): boolean {
  // What is the clients' own to decide nobody of the organization holds.
  if (line.scope === 'CUSTOMER' && CLIENTS_ONLY.has(line.permission)) return true;
  const own = giver.grants.filter(({ permission }) => permission === line.permission);
  const taken = own.filter(({ effect }) => effect !== 'ALLOW');
  return taken.every((denial) => isTakenToo(denial, line, given)) && own.some((grant) => grant.effect === 'ALLOW' && covers(giver, grant, line, place));
}

/** What the giver lacks the receiver must lack as well: the field is not named, or denied without exception. */
function isTakenToo(denial: HeldGrant, line: GrantLine, given: readonly GrantLine[]): boolean {
  const missing = (field: string): boolean => (line.fields !== undefined && !line.fields.includes(field))
    || given.some((other) => other.permission === line.permission && isAsStrong(other, denial, line) && (!other.fields || other.fields.includes(field)));
  if (denial.fields) return denial.fields.every(missing);
  return given.some((other) => other.permission === line.permission && isAsStrong(other, denial, line) && !other.fields);
}

function isAsStrong(other: GrantLine, denial: HeldGrant, line: GrantLine): boolean {
  const unconditional = other.conditions === undefined && (other.scope === 'ORGANIZATION' || other.scope === line.scope);
  return unconditional && (other.effect === 'DENY' || other.effect === denial.effect);
}

function covers(giver: RightsFacts, grant: HeldGrant, line: GrantLine, place: Place): boolean {
  return reaches(giver, grant, line, place)
    && (!grant.fields || (line.fields !== undefined && line.fields.every((field) => grant.fields?.includes(field))))
    && (!grant.conditions || asksAtLeast(line.conditions ?? {}, grant.conditions));
}

function reaches(giver: RightsFacts, grant: HeldGrant, line: GrantLine, { departmentIds }: Place): boolean {
  if (grant.scope === 'ORGANIZATION' && grant.boundTo === null) return true;
  // Of a bound role only DEPARTMENT and ORGANIZATION stay within the department.
  if (!departmentIds || (line.scope !== 'DEPARTMENT' && line.scope !== 'ORGANIZATION')) return false;
  if (grant.scope !== 'DEPARTMENT' && grant.scope !== 'ORGANIZATION') return false;
  const mine = new Set(grant.boundTo === null ? giver.departmentIds : giver.subtrees[grant.boundTo]);
  return departmentIds.every((id) => mine.has(id));
}

/** Whether whoever meets `inner` meets `outer`. */
export function asksAtLeast(inner: GrantConditions, outer: GrantConditions): boolean {
  const within = <T>(some: readonly T[] | undefined, all: readonly T[] | undefined, inside: (one: T, other: T) => boolean): boolean =>
    !all || (some !== undefined && some.every((one) => all.some((other) => inside(one, other))));
  return within(inner.states, outer.states, (one, other) => one === other)
    && within(inner.networks, outer.networks, networkWithin)
    && within(inner.hours, outer.hours, hoursWithin)
    && (outer.amountAtLeast === undefined || (inner.amountAtLeast !== undefined && BigInt(inner.amountAtLeast) >= BigInt(outer.amountAtLeast)))
    && (outer.amountAtMost === undefined || (inner.amountAtMost !== undefined && BigInt(inner.amountAtMost) <= BigInt(outer.amountAtMost)));
}

function hoursWithin(inner: HoursWindow, outer: HoursWindow): boolean {
  const [a, b, c, d] = [minutesOf(inner.from), minutesOf(inner.to), minutesOf(outer.from), minutesOf(outer.to)];
  if (a === null || b === null || c === null || d === null) return false;
  const length = (from: number, to: number): number => (to > from ? to - from : to - from + 24 * 60);
  return inner.days.every((day) => outer.days.includes(day)) && a >= c && a - c + length(a, b) <= length(c, d);
}
