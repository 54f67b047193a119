import type { Actor } from '@throughline/platform/kernel';
import { refuse } from '@throughline/platform/kernel';
import type { UserRow } from './user.repository.js';

export const SUPERADMIN = 'SUPERADMIN';
const ADMINISTERS: ReadonlySet<string> = new Set([SUPERADMIN, 'ADMIN']);

/**
 * Administrators are changed by administrators only, the superadmin by nobody else (ACL-06).
 *
 * @throws AppError FORBIDDEN
 */
export function mayTouch(actor: Actor, user: Pick<UserRow, 'id' | 'tier' | 'roleKeys'>): void {
  if (user.roleKeys.includes(SUPERADMIN) && actor.userId !== user.id) throw refuse('FORBIDDEN', 'Nobody but the superadmin changes the superadmin.');
  if (user.tier === 'ADMIN' && actor.tier !== 'ADMIN') throw refuse('FORBIDDEN', 'Only administrators change administrators.');
}

/** Whether somebody of these facts keeps the organization governable. */
export function administers(user: Pick<UserRow, 'tier' | 'status' | 'roleKeys'>): boolean {
  return user.tier === 'ADMIN' && user.status === 'ACTIVE' && user.roleKeys.some((key) => ADMINISTERS.has(key));
}

/** @throws AppError PRECONDITION_FAILED when a change would leave the organization without an administrator */
export function keepsAdministrator(before: Parameters<typeof administers>[0], after: Parameters<typeof administers>[0], others: number): void {
  if (administers(before) && !administers(after) && others === 0) {
    throw refuse('PRECONDITION_FAILED', 'This is the last administrator. Make somebody else one first.');
  }
}
