import { createHash, randomBytes } from 'node:crypto';
import type { UnitOfWork, Work } from '@throughline/platform/database';
import { newId } from '@throughline/platform/kernel';

/** Devices kept for each person; the one not seen for longest goes first. */
const KEPT = 20;
/** People who may share a browser; a cookie carries a token for each. */
const PEOPLE = 5;

/** A device as a sign-in found it. */
export interface SeenDevice {
  id: string;
  /** For the cookie; null when the device has its token already. */
  token: string | null;
  /** The person had other devices before, so they are told of this one. */
  unexpected: boolean;
}

/** The tokens of a device cookie. */
export function deviceTokens(cookie: string | undefined | null): string[] {
  return (cookie ?? '').split('.').filter((token) => /^[\w-]{43}$/.test(token)).slice(0, PEOPLE);
}

/** A device cookie with one more token. */
export function withDeviceToken(tokens: readonly string[], token: string): string {
  return [token, ...tokens].slice(0, PEOPLE).join('.');
}

/** The device of these tokens that the account of this e-mail address was used on; asked for known and unknown accounts alike. */
export async function findKnownDevice(unitOfWork: UnitOfWork, tokens: readonly string[], email: string): Promise<string | null> {
  if (tokens.length === 0) return null;
  const found = await unitOfWork.lookUp<{ device_id: string }>('SELECT device_id FROM app.find_known_device($1, $2)', [tokens.map(hashOf), email]);
  return found?.device_id ?? null;
}

/** The device of the transaction's person among these tokens. */
export async function ownDevice(work: Work, tokens: readonly string[]): Promise<string | null> {
  if (tokens.length === 0) return null;
  const { organizationId, userId } = work.actor;
  const [row] = await work.query<{ id: string }>(
    'SELECT id FROM known_device WHERE organization_id = $1 AND user_id = $2 AND token_hash = ANY ($3)', [organizationId, userId, tokens.map(hashOf)],
  );
  return row?.id ?? null;
}

/** Notes that the transaction's person got in on a device; one that is new to them becomes known. */
export async function seeDevice(work: Work, tokens: readonly string[]): Promise<SeenDevice> {
  const { organizationId, userId, request } = work.actor;
  const known = await ownDevice(work, tokens);
  if (known) {
    await work.execute('UPDATE known_device SET last_seen_at = now(), address = $3, user_agent = $4 WHERE organization_id = $1 AND id = $2', [organizationId, known, request.address, request.userAgent]);
    return { id: known, token: null, unexpected: false };
  }
  const [id, token] = [newId(), randomBytes(32).toString('base64url')];
  const removed = await work.query<{ others: number }>(
    `WITH ranked AS (SELECT id, row_number() OVER (ORDER BY last_seen_at DESC) AS place FROM known_device WHERE organization_id = $1 AND user_id = $2),
       gone AS (DELETE FROM known_device d USING ranked r WHERE d.id = r.id AND r.place >= $3)
     SELECT count(*)::int AS others FROM ranked`,
    [organizationId, userId, KEPT],
  );
  await work.execute(
    'INSERT INTO known_device (id, organization_id, user_id, token_hash, address, user_agent) VALUES ($1, $2, $3, $4, $5, $6)',
    [id, organizationId, userId, hashOf(token), request.address, request.userAgent],
  );
  return { id, token, unexpected: (removed[0]?.others ?? 0) > 0 };
}

/** Makes strangers of all devices of a person, except one. */
export async function forgetDevices(work: Work, userId: string, except: string | null = null): Promise<void> {
  await work.execute('DELETE FROM known_device WHERE organization_id = $1 AND user_id = $2 AND id IS DISTINCT FROM $3', [work.actor.organizationId, userId, except]);
}

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();
