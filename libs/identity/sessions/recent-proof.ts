import type { Work } from '@throughline/platform/database';
import { refuse } from '@throughline/platform/kernel';

/** For this long after a password or a code a session may make sensitive changes. */
export const PROOF_MINUTES = 10;

/**
 * Lets a sensitive change through only when the session's person has just proved who they are: by signing in, or by
 * `reauthenticate`, within ten minutes. The product's own jobs (SYSTEM) pass; keys of programs, which cannot prove
 * anything again, do not.
 *
 * @throws AppError PRECONDITION_FAILED with `details.reason` REAUTHENTICATE
 */
export async function requireRecentProof(work: Work): Promise<void> {
  const { tier, organizationId, sessionId } = work.actor;
  if (tier === 'SYSTEM') return;
  const [session] = await work.query<{ recent: boolean }>(
    'SELECT proved_at > now() - make_interval(mins => $3) AS recent FROM session WHERE organization_id = $1 AND id = $2',
    [organizationId, sessionId, PROOF_MINUTES],
  );
  if (session?.recent) return;
  throw refuse('PRECONDITION_FAILED', 'Confirm that it is you: enter your password or a code, then try again.', '', { reason: 'REAUTHENTICATE' });
}

/** Notes that the actor has just proved who they are. */
export async function noteProof(work: Work): Promise<void> {
  await work.execute('UPDATE session SET proved_at = now() WHERE organization_id = $1 AND id = $2', [work.actor.organizationId, work.actor.sessionId]);
}
