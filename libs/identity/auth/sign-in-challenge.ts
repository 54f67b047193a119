import { createHash, randomBytes } from 'node:crypto';
import type { SignInMethod } from '@throughline/identity/sessions';
import { UnitOfWork, type Work } from '@throughline/platform/database';
import { newId } from '@throughline/platform/kernel';

const MINUTES = 10;
/** Wrong codes before a challenge is worth nothing; the first factor has to be proved again. */
const ATTEMPTS = 5;

/** Whose challenge a token is. */
export interface FoundChallenge {
  organization_id: string;
  user_id: string;
  challenge_id: string;
}

/** A challenge whose attempt was counted. */
export interface TakenChallenge {
  method: SignInMethod;
  enrol: boolean;
}

/** For this long a challenge can be answered, seconds. */
export const CHALLENGE_SECONDS = MINUTES * 60;

/** Opens a challenge for the transaction's person; older ones of theirs stay good until they expire. @returns its token */
export async function openChallenge(work: Work, { method, enrol }: TakenChallenge): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const { organizationId, userId } = work.actor;
  await work.execute('DELETE FROM sign_in_challenge WHERE organization_id = $1 AND user_id = $2 AND expires_at < now()', [organizationId, userId]);
  await work.execute(
    `INSERT INTO sign_in_challenge (id, organization_id, user_id, token_hash, method, enrol, expires_at)
     VALUES ($1, $2, $3, $4, $5, $6, now() + make_interval(mins => $7))`,
    [newId(), organizationId, userId, hashOf(token), method, enrol, MINUTES],
  );
  return token;
}

export function findChallenge(unitOfWork: UnitOfWork, token: string): Promise<FoundChallenge | undefined> {
  return unitOfWork.lookUp<FoundChallenge>('SELECT * FROM app.find_sign_in_challenge($1)', [hashOf(token)]);
}

/** Counts an attempt before it is evaluated, so that many at once count too. @returns null when it can no longer be answered */
export async function takeAttempt(work: Work, challengeId: string): Promise<TakenChallenge | null> {
  const [row] = await work.query<TakenChallenge>(
    `UPDATE sign_in_challenge SET attempts = attempts + 1
     WHERE organization_id = $1 AND id = $2 AND used_at IS NULL AND attempts < $3 AND expires_at > clock_timestamp() RETURNING method, enrol`,
    [work.actor.organizationId, challengeId, ATTEMPTS],
  );
  return row ?? null;
}

/** Uses a challenge up. @returns whether nobody else did so before */
export async function useChallenge(work: Work, challengeId: string): Promise<boolean> {
  const used = await work.execute(
    'UPDATE sign_in_challenge SET used_at = now() WHERE organization_id = $1 AND id = $2 AND used_at IS NULL',
    [work.actor.organizationId, challengeId],
  );
  return used === 1;
}

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();
