import type { Work } from '@throughline/platform/database';
import { newId, type Tier } from '@throughline/platform/kernel';
import type { RevokedReason, SignInMethod } from './session.entity.js';

/** For this long a used token may be presented again, because the answer with its successor may have got lost. */
const GRACE_SECONDS = 10;

/** A session as a refresh finds it, its row locked. */
export interface LockedSession {
  alive: boolean;
  userActive: boolean;
  tier: Tier;
  /** The organization's, for the policy in force. */
  accessVersion: string;
  method: SignInMethod;
  /** As it was seen last. */
  userAgent: string | null;
  country: string | null;
  lastRefreshedAt: Date;
  registeredDeviceId: string | null;
}

/** A refresh token as a refresh finds it. */
export interface PresentedToken {
  used: boolean;
  /** Used a moment ago, and its successor not yet (using it removes the seal): the answer may have got lost. */
  forgivable: boolean;
  successorSealed: Buffer | null;
}

/** How a session begins: by what, and within which limits. */
export interface NewSession {
  method: SignInMethod;
  /** It ends after this long without a refresh, minutes. */
  idleMinutes: number;
  /** It ends this long after sign-in, minutes. */
  longestMinutes: number;
  knownDeviceId?: string | null;
  registeredDeviceId?: string | null;
  country?: string | null;
}

/** Opens a session for the transaction's person. @returns its id */
export async function insertSession(work: Work, session: NewSession): Promise<string> {
  const id = newId();
  const { organizationId, userId, request } = work.actor;
  await work.execute(
    `INSERT INTO session (id, organization_id, user_id, address, user_agent, method, idle_minutes, known_device_id, registered_device_id, country, expires_at, ends_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, now() + make_interval(mins => least($7::int, $11::int)), now() + make_interval(mins => $11::int))`,
    [
      id, organizationId, userId, request.address, request.userAgent, session.method, session.idleMinutes,
      session.knownDeviceId ?? null, session.registeredDeviceId ?? null, session.country ?? null, session.longestMinutes,
    ],
  );
  return id;
}

/** @returns the token's id */
export async function insertRefreshToken(work: Work, sessionId: string, hash: Buffer): Promise<string> {
  const id = newId();
  await work.execute('INSERT INTO refresh_token (id, organization_id, session_id, token_hash) VALUES ($1, $2, $3, $4)', [
    id, work.actor.organizationId, sessionId, hash,
  ]);
  return id;
}

/** Whole seconds until a session ends by itself. */
export async function secondsLeft(work: Work, sessionId: string): Promise<number> {
  const [row] = await work.query<{ seconds: number }>(
    'SELECT floor(extract(epoch FROM expires_at - clock_timestamp()))::int AS seconds FROM session WHERE organization_id = $1 AND id = $2',
    [work.actor.organizationId, sessionId],
  );
  return row?.seconds ?? 0;
}

/** Locks a session, so that of several refreshes at once each sees what the one before did. */
export async function lockSession(work: Work, sessionId: string): Promise<LockedSession | null> {
  const [row] = await work.query<LockedSession>(
    `SELECT s.revoked_at IS NULL AND s.expires_at > clock_timestamp() AS alive, u.status = 'ACTIVE' AS "userActive", u.tier, o.access_version AS "accessVersion",
       s.method, s.user_agent AS "userAgent", s.country, s.last_refreshed_at AS "lastRefreshedAt",
       s.registered_device_id AS "registeredDeviceId"
     FROM session s JOIN user_account u ON u.organization_id = s.organization_id AND u.id = s.user_id JOIN organization o ON o.id = s.organization_id
     WHERE s.organization_id = $1 AND s.id = $2 FOR NO KEY UPDATE OF s`,
    [work.actor.organizationId, sessionId],
  );
  return row ?? null;
}

/** Only after `lockSession`. Times are the clock's, not the transaction's: it may have begun before it got the lock. */
export async function readToken(work: Work, tokenId: string): Promise<PresentedToken> {
  const [row] = await work.query<PresentedToken>(
    `SELECT t.used_at IS NOT NULL AS used, t.successor_sealed AS "successorSealed",
       t.successor_sealed IS NOT NULL AND t.used_at > clock_timestamp() - make_interval(secs => $3) AS forgivable
     FROM refresh_token t WHERE t.organization_id = $1 AND t.id = $2`,
    [work.actor.organizationId, tokenId, GRACE_SECONDS],
  );
  if (!row) throw new Error('A refresh token vanished while its session was locked.');
  return row;
}

/** Marks a token as used, makes what its own predecessor could still be forgiven for impossible, and keeps the session awake. */
export async function rotate(work: Work, sessionId: string, tokenId: string, successor: { id: string; sealed: Buffer }, country: string | null): Promise<void> {
  const { organizationId } = work.actor;
  await work.execute(
    `UPDATE refresh_token SET used_at = clock_timestamp(), successor_id = $3, successor_sealed = $4 WHERE organization_id = $1 AND id = $2`,
    [organizationId, tokenId, successor.id, successor.sealed],
  );
  await work.execute('UPDATE refresh_token SET successor_sealed = NULL WHERE organization_id = $1 AND session_id = $2 AND successor_id = $3', [
    organizationId, sessionId, tokenId,
  ]);
  await work.execute(
    `UPDATE session SET last_refreshed_at = now(), expires_at = least(ends_at, now() + make_interval(mins => idle_minutes)), country = coalesce($3, country)
     WHERE organization_id = $1 AND id = $2`,
    [organizationId, sessionId, country],
  );
}

/** Ends a session. @returns whether it was alive until now */
export async function revokeSession(work: Work, sessionId: string, reason: RevokedReason): Promise<boolean> {
  const ended = await work.execute(
    'UPDATE session SET revoked_at = now(), revoked_reason = $3 WHERE organization_id = $1 AND id = $2 AND revoked_at IS NULL',
    [work.actor.organizationId, sessionId, reason],
  );
  return ended === 1;
}

/**
 * Ends every sign-in of a person that waits for its code: whoever proved a first factor that is worth nothing any more must not set up a
 * second one of theirs. It goes with every end of all sessions, and with every new password.
 */
export async function endChallengesOf(work: Work, userId: string): Promise<void> {
  await work.execute('DELETE FROM sign_in_challenge WHERE organization_id = $1 AND user_id = $2', [work.actor.organizationId, userId]);
}

/** Ends every session of a person, and every sign-in under way. @returns how many sessions there were */
export async function revokeSessionsOf(work: Work, userId: string, reason: RevokedReason): Promise<number> {
  await endChallengesOf(work, userId);
  return work.execute(
    'UPDATE session SET revoked_at = now(), revoked_reason = $3 WHERE organization_id = $1 AND user_id = $2 AND revoked_at IS NULL',
    [work.actor.organizationId, userId, reason],
  );
}
