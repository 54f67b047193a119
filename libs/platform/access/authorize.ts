import type { AccessColumns } from '../database/index.js';
import { type Actor, type AppAbility, notFound, refuse, switchedOff } from '../kernel/index.js';
import { MASK_ACTION } from './grant.js';
import type { Permission } from './permission.js';
import { refuseReadOnly } from './read-only.js';
import { followsOthers, type SubjectDefinition } from './subject.js';

/** Whether an ability allows a permission on a record with these access columns. */
export function allows(ability: AppAbility, permission: Permission, access: AccessColumns, field?: string): boolean {
  return ability.can(permission.action, { ...access, __subject: permission.subject }, field) && seesFollowed(ability, permission.subject, access);
}

/**
 * The check on the loaded record. A record that may not be read is answered as missing; one that may be read but not
 * changed this way as forbidden (domain.md, "Permissions").
 *
 * @param path where in the input the record is named, the same as when it is missing: `customerId`
 * @throws AppError NOT_FOUND or FORBIDDEN
 */
export function authorize(actor: Actor, permission: Permission, subject: SubjectDefinition, access: AccessColumns, path = 'id'): void {
  if (!maySee(actor.ability, subject.name, access)) throw notFound(subject.label, path);
  if (!allows(actor.ability, permission, access) && !switchedOff('record')) {
    throw refuse('FORBIDDEN', `You may not do this to this ${subject.label}: it needs the permission "${permission.name}".`);
  }
  const { writes } = actor.request;
  if (writes?.permission === permission.name) refuseReadOnly(actor, permission, writes.fields, access);
}

/** Whether somebody may see a record with these access columns: the same rule that `abilitySql` puts into lists. */
export function maySee(ability: AppAbility, subject: string, access: AccessColumns): boolean {
  return switchedOff(`rows:${subject}`) || (ability.can('read', { ...access, __subject: subject }) && seesFollowed(ability, subject, access));
}

/** Whether they may see the record that it follows (`Follows`); closed where a following record does not tell what it follows. */
function seesFollowed(ability: AppAbility, subject: string, { follows }: AccessColumns): boolean {
  if (!followsOthers(subject) || follows === null) return true;
  return follows !== undefined && maySee(ability, follows.subject, follows.access);
}

/** Whether a field of a record they may see is shown to them masked. */
export function isMasked(ability: AppAbility, subject: string, access: AccessColumns, field: string): boolean {
  return ability.rulesFor(MASK_ACTION, subject, field).some((rule) => rule.action === MASK_ACTION && rule.matchesConditions({ ...access, __subject: subject }));
}
