import type { AccessColumns } from '../database/index.js';
import { type Actor, type AppAbility, notFound, refuse } from '../kernel/index.js';
import type { Permission } from './permission.js';
import type { SubjectDefinition } from './subject.js';

/** Whether an ability allows a permission on a record with these access columns. */
export function allows(ability: AppAbility, permission: Permission, access: AccessColumns, field?: string): boolean {
  return ability.can(permission.action, { ...access, __subject: permission.subject }, field);
}

/**
 * The check on the loaded record. A record that may not be read is answered as missing; one that may be read but not
 * changed this way as forbidden (domain.md, "Permissions").
 *
 * @param path where in the input the record is named, the same as when it is missing: `customerId`
 * @throws AppError NOT_FOUND or FORBIDDEN
 */
export function authorize(actor: Actor, permission: Permission, subject: SubjectDefinition, access: AccessColumns, path = 'id'): void {
  if (!actor.ability.can('read', { ...access, __subject: subject.name })) throw notFound(subject.label, path);
  if (!allows(actor.ability, permission, access)) {
    throw refuse('FORBIDDEN', `You may not do this to this ${subject.label}: it needs the permission "${permission.name}".`);
  }
}
