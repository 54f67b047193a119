import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { GrantLine } from '@throughline/identity/access';
import { API_KEY_START, apiKeyHash } from '@throughline/identity/auth';
import type { RevokedReason } from '@throughline/identity/sessions';
import { insertRow, type Work } from '@throughline/platform/database';
import { newId, notFound } from '@throughline/platform/kernel';
import { apiKeySubject } from './api-key.policy.js';

/** Characters of a secret that people see in lists: 36 of its 256 bits. */
const PREFIX_LENGTH = API_KEY_START.length + 6;

/** A key whose row is locked. */
export interface LockedKey {
  id: string;
  accountId: string;
  createdById: string;
  expiresAt: Date;
  revoked: boolean;
  active: boolean;
}

/** What a new key is made of, already checked. */
export interface KeyFacts {
  name: string;
  networks: string[] | null;
  expiresAt: Date;
  createdById: string;
  roleId: string | null;
  grants: readonly GrantLine[];
}

interface NewSecret {
  secret: string;
  prefix: string;
}

const FIELDS = `id, account_id AS "accountId", created_by_id AS "createdById", expires_at AS "expiresAt",
  revoked_at IS NOT NULL AS revoked, revoked_at IS NULL AND expires_at > now() AS active`;

@Injectable()
export class ApiKeyRepository {
  /** Makes the account that acts with the key, gives it its rights, and the first secret. */
  async insert(work: Work, { roleId, grants, ...key }: KeyFacts): Promise<NewSecret & { id: string }> {
    const [id, accountId, made] = [newId(), newId(), newSecret()];
    // Nobody signs in with it: it has no password, and mail to .invalid reaches nobody (RFC 2606).
    await insertRow(work, 'user_account', { id: accountId, email: `${accountId}@api-key.invalid`, name: key.name, title: 'API key', tier: 'SERVICE', status: 'ACTIVE' });
    work.record({ kind: 'user.serviceCreated', subject: 'user', subjectId: accountId, related: [id], access: { before: null, after: { ownerId: accountId } } });
    if (roleId) await insertRow(work, 'user_role', { id: newId(), userId: accountId, roleId });
    for (const { permission, scope, effect, fields, conditions } of grants) {
      await insertRow(work, 'user_grant', {
        id: newId(), userId: accountId, permission, scope, effect, fields: fields ?? null, conditions: conditions ?? null, reason: 'Given with the API key.', grantedBy: key.createdById,
      });
    }
    await insertRow(work, 'api_key', { id, accountId, ...key, prefix: made.prefix });
    await this.insertSecret(work, { id, accountId, expiresAt: key.expiresAt }, made.secret);
    return { id, ...made };
  }

  /** @throws AppError NOT_FOUND */
  async lock(work: Work, id: string): Promise<LockedKey> {
    const [key] = await work.query<LockedKey>(`SELECT ${FIELDS} FROM api_key WHERE organization_id = $1 AND id = $2 FOR NO KEY UPDATE`, [work.actor.organizationId, id]);
    if (!key) throw notFound(apiKeySubject.label);
    return key;
  }

  /** What somebody made, and what they are the account of. */
  aliveOf(work: Work, userId: string): Promise<LockedKey[]> {
    return work.query<LockedKey>(
      `SELECT ${FIELDS} FROM api_key WHERE organization_id = $1 AND (created_by_id = $2 OR account_id = $2) AND revoked_at IS NULL ORDER BY id FOR NO KEY UPDATE`,
      [work.actor.organizationId, userId],
    );
  }

  /** Secrets so far end after the grace, or earlier where they were to end earlier. */
  async replaceSecret(work: Work, key: LockedKey, graceMinutes: number): Promise<NewSecret> {
    await work.execute(
      `UPDATE session SET expires_at = least(expires_at, now() + make_interval(mins => $3)), ends_at = least(ends_at, now() + make_interval(mins => $3))
       WHERE organization_id = $1 AND user_id = $2 AND revoked_at IS NULL`,
      [work.actor.organizationId, key.accountId, graceMinutes],
    );
    const made = newSecret();
    await this.insertSecret(work, key, made.secret);
    return made;
  }

  /** Ends keys with their sessions and accounts. */
  async end(work: Work, keys: readonly LockedKey[], reason: RevokedReason): Promise<void> {
    if (keys.length === 0) return;
    const { organizationId } = work.actor;
    const accounts = keys.map(({ accountId }) => accountId);
    await work.execute('UPDATE api_key SET revoked_at = now() WHERE organization_id = $1 AND id = ANY ($2::uuid[])', [organizationId, keys.map(({ id }) => id)]);
    await work.execute('UPDATE session SET revoked_at = now(), revoked_reason = $3 WHERE organization_id = $1 AND user_id = ANY ($2::uuid[]) AND revoked_at IS NULL', [organizationId, accounts, reason]);
    const ended = await work.query<{ id: string }>(
      `UPDATE user_account SET status = 'INACTIVE', version = version + 1, updated_at = now() WHERE organization_id = $1 AND id = ANY ($2::uuid[]) AND status = 'ACTIVE' RETURNING id`, [organizationId, accounts]);
    for (const { id } of ended) work.record({ kind: 'user.serviceEnded', subject: 'user', subjectId: id, access: { before: { ownerId: id }, after: { ownerId: id } } });
  }

  /** A session that proved nothing (sensitive changes stay closed to programs), is not refreshed, and ends with the key. */
  private async insertSecret(work: Work, { id, accountId, expiresAt }: Pick<LockedKey, 'id' | 'accountId' | 'expiresAt'>, secret: string): Promise<void> {
    const sessionId = newId();
    await work.execute(
      `INSERT INTO session (id, organization_id, user_id, method, proved_at, idle_minutes, expires_at, ends_at)
       VALUES ($2, $1, $3, 'API_KEY', 'epoch', 527040, $4, $4)`,
      [work.actor.organizationId, sessionId, accountId, expiresAt],
    );
    await insertRow(work, 'api_key_secret', { id: newId(), keyId: id, sessionId, secretHash: apiKeyHash(secret) });
  }
}

function newSecret(): NewSecret {
  const secret = `${API_KEY_START}${randomBytes(32).toString('base64url')}`;
  return { secret, prefix: secret.slice(0, PREFIX_LENGTH) };
}
