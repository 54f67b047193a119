import type { Work } from '@throughline/platform/database';
import { refuse } from '@throughline/platform/kernel';

/**
 * Whether the operator's limit (ORG-07) leaves room for one more person; keeps others from taking it until the transaction ends.
 * The invited and the active count, keys of programs do not.
 *
 * @returns the limit that is reached; null while there is room
 */
export async function reachedLimit(work: Work): Promise<number | null> {
  const { organizationId } = work.actor;
  const [organization] = await work.query<{ limit: number | null }>('SELECT user_limit AS "limit" FROM organization WHERE id = $1 FOR NO KEY UPDATE', [organizationId]);
  if (!organization?.limit) return null;
  // A statement of its own: it sees who came while this one waited for the lock.
  const [people] = await work.query<{ count: number }>("SELECT count(*)::int AS count FROM user_account WHERE organization_id = $1 AND status <> 'INACTIVE' AND tier <> 'SERVICE'", [organizationId]);
  return (people?.count ?? 0) >= organization.limit ? organization.limit : null;
}

/** @throws AppError LIMIT_EXCEEDED */
export async function requireRoom(work: Work): Promise<void> {
  const limit = await reachedLimit(work);
  if (limit !== null) throw refuse('LIMIT_EXCEEDED', `Your organization may have ${limit} people. Deactivate somebody, or ask whoever runs this installation for more.`, '', { limit });
}
