import { type Actor, refuse } from '@throughline/platform/kernel';
import type { Work } from '@throughline/platform/database';
import { notHeld, type Place, widened } from '../grant-cover.js';
import type { GrantLine } from '../rights.js';
import { readRightsFacts } from '../rights.repository.js';

export const SUPERADMIN = 'SUPERADMIN';

/** Without these, held everywhere by an active administrator, nobody could put rights in order any more. */
const GOVERNING = ['user.assignRoles', 'role.update', 'role.grant'];

/** @throws AppError FORBIDDEN for the superadmin's role */
export function refuseSuperadmin(role: { key: string }): void {
  if (role.key === SUPERADMIN) throw refuse('FORBIDDEN', 'The superadmin\'s role is read-only: it holds everything, always.');
}

/**
 * Nobody grants what they do not hold (ACL-06).
 *
 * @param before and `after` everything the receivers have together, as far as the change touches it
 * @throws AppError FORBIDDEN that names the permissions, at `path`
 */
export async function refuseUnheld(work: Work, before: readonly GrantLine[], after: readonly GrantLine[], path: string, place?: Place): Promise<void> {
  const given = widened(before, after);
  const { actor } = work;
  if (given.length === 0 || actor.tier === 'SYSTEM') return;
  const giver = actor.userId ? await readRightsFacts(work, actor.organizationId, actor.userId) : null;
  const missing = giver ? notHeld(giver, after, place, given) : given;
  if (missing.length === 0) return;
  const names = [...new Set(missing.map(({ permission }) => permission))].sort();
  throw refuse('FORBIDDEN', `You cannot give what you do not hold yourself, as far and with as few conditions: ${names.slice(0, 5).join(', ')}${names.length > 5 ? ` and ${names.length - 5} more` : ''}.`, path, { missing: names });
}

/**
 * The last one who can put rights in order keeps that (ACL-06). Call it behind every change of roles, in the transaction that
 * has locked the organization.
 *
 * @throws AppError PRECONDITION_FAILED
 */
export async function refuseUngoverned(work: Work): Promise<void> {
  const [found] = await work.query(
    `WITH RECURSIVE lineage AS (
       SELECT id AS root, id, parent_id FROM role WHERE organization_id = $1
       UNION SELECT l.root, p.id, p.parent_id FROM role p JOIN lineage l ON p.id = l.parent_id WHERE p.organization_id = $1),
     lines AS (
       SELECT ur.user_id, g.permission, g.effect, g.scope = 'ORGANIZATION' AND g.fields IS NULL AND g.conditions IS NULL AND ur.department_id IS NULL AS everywhere
       FROM user_role ur JOIN lineage l ON l.root = ur.role_id JOIN role_grant g ON g.organization_id = $1 AND g.role_id = l.id
       WHERE ur.organization_id = $1 AND g.permission = ANY ($2)
       UNION ALL SELECT user_id, permission, effect, false FROM user_grant
       WHERE organization_id = $1 AND permission = ANY ($2) AND (expires_at IS NULL OR expires_at > now()))
     SELECT 1 FROM user_account u JOIN lines ON lines.user_id = u.id
     WHERE u.organization_id = $1 AND u.tier = 'ADMIN' AND u.status = 'ACTIVE'
     GROUP BY u.id
     HAVING count(DISTINCT lines.permission) FILTER (WHERE lines.effect = 'ALLOW' AND lines.everywhere) = cardinality($2::text[]) AND NOT bool_or(lines.effect = 'DENY')
     LIMIT 1`,
    [work.actor.organizationId, GOVERNING],
  );
  if (!found) throw refuse('PRECONDITION_FAILED', 'After this nobody could give roles and permissions any more. Give an administrator these rights first.');
}

/** Whether roles may be administered by the actor at all; see `authorize` for single operations. */
export const administersRoles = (actor: Actor): boolean => actor.ability.can('grant', 'role') || actor.ability.can('explain', 'role');
