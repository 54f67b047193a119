import { createHash, randomBytes } from 'node:crypto';
import { insertRow, type Work } from '@throughline/platform/database';
import { newId } from '@throughline/platform/kernel';
import { ATTEMPT_MINUTES } from './attempt-cookie.js';

/** Whom an assertion proved. */
export interface ProvenPerson {
  userId: string;
  secondFactor: boolean;
}

const OPEN = 'organization_id = $1 AND id = $2 AND provider_id = $3 AND used_at IS NULL AND expires_at > clock_timestamp()';

/** Begins a sign-in at a provider, and forgets those of the organization that are over. */
export async function beginAttempt(work: Work, providerId: string): Promise<string> {
  const id = newId();
  await work.execute('DELETE FROM sign_on_attempt WHERE organization_id = $1 AND expires_at < now() - interval \'1 day\'', [work.actor.organizationId]);
  await insertRow(work, 'sign_on_attempt', { id, providerId, expiresAt: new Date(Date.now() + ATTEMPT_MINUTES * 60_000) });
  return id;
}

export async function isAttemptOpen(work: Work, providerId: string, id: string): Promise<boolean> {
  return (await work.query(`SELECT 1 FROM sign_on_attempt WHERE ${OPEN}`, [work.actor.organizationId, id, providerId])).length > 0;
}

/** Uses an attempt up. @returns whether nobody had before */
export async function useAttempt(work: Work, providerId: string, id: string): Promise<boolean> {
  return (await work.execute(`UPDATE sign_on_attempt SET used_at = clock_timestamp() WHERE ${OPEN}`, [work.actor.organizationId, id, providerId])) === 1;
}

/**
 * Uses an attempt up with what an assertion proved, for the browser that began it.
 *
 * @returns the token that only the bearer of the assertion gets; null when attempt or assertion were used before
 */
export async function keepProven(work: Work, providerId: string, id: string, assertionId: string, { userId, secondFactor }: ProvenPerson): Promise<string | null> {
  const token = randomBytes(32).toString('base64url');
  const kept = await work.execute(
    `UPDATE sign_on_attempt SET used_at = clock_timestamp(), assertion_id = $4, user_id = $5, second_factor = $6, finish_hash = $7 WHERE ${OPEN}
       AND NOT EXISTS (SELECT 1 FROM sign_on_attempt o WHERE o.organization_id = $1 AND o.provider_id = $3 AND o.assertion_id = $4)`,
    [work.actor.organizationId, id, providerId, assertionId, userId, secondFactor, hashOf(token)],
  );
  return kept === 1 ? token : null;
}

/** Takes what an assertion proved; once, within two minutes. */
export async function takeProven(work: Work, providerId: string, id: string, token: string): Promise<ProvenPerson | null> {
  const [row] = await work.query<ProvenPerson>(
    `UPDATE sign_on_attempt SET finished_at = clock_timestamp()
     WHERE organization_id = $1 AND id = $2 AND provider_id = $3 AND finish_hash = $4 AND finished_at IS NULL AND used_at > clock_timestamp() - interval '2 minutes'
     RETURNING user_id AS "userId", second_factor AS "secondFactor"`,
    [work.actor.organizationId, id, providerId, hashOf(token)],
  );
  return row ?? null;
}

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();
