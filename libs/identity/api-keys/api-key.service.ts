import { Injectable } from '@nestjs/common';
import { type GrantLine, grantLine, type GrantLineEntry, readRightsFacts, readRoleLines, refuseUnheld } from '@throughline/identity/access';
import { normalNetwork } from '@throughline/identity/security-policy';
import { requireRecentProof } from '@throughline/identity/sessions';
import { allows, authorize } from '@throughline/platform/access';
import { UnitOfWork, updateVersioned, type Work } from '@throughline/platform/database';
import { type Actor, normalizeLine, refuse } from '@throughline/platform/kernel';
import { recordKeyEvent } from './api-key.events.js';
import { apiKeyPermissions, apiKeySubject } from './api-key.policy.js';
import { ApiKeyRepository } from './api-key.repository.js';

/** A new key; what it may do is a role for programs, single permissions, or both. */
export interface NewApiKey {
  name: string;
  roleId?: string | null | undefined;
  grants?: readonly GrantLineEntry[] | null | undefined;
  networks?: readonly string[] | null | undefined;
  expiresAt: Date;
}

/** A key with its secret, which is shown this once. */
export interface IssuedKey {
  id: string;
  secret: string;
}

const YEAR_MS = 365 * 86_400_000;
const LONGEST_GRACE_MINUTES = 7 * 24 * 60;

/** Keys of programs: made, replaced, ended (INT-03). */
@Injectable()
export class ApiKeyService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly keys: ApiKeyRepository,
  ) {}

  /**
   * @throws AppError VALIDATION_FAILED, NOT_FOUND (role), FORBIDDEN (more than the actor holds), PRECONDITION_FAILED (REAUTHENTICATE)
   */
  create(actor: Actor, input: NewApiKey): Promise<IssuedKey> {
    return this.unitOfWork.run(actor, async (work) => {
      const ownerId = actor.userId;
      if (!ownerId || !allows(actor.ability, apiKeyPermissions.create, { ownerId })) throw refuse('FORBIDDEN', 'You may not make API keys.');
      await requireRecentProof(work);
      const facts = { name: nameOf(input.name), networks: networksOf(input.networks ?? []), expiresAt: expiryOf(input.expiresAt) };
      const roleId = input.roleId ?? null;
      const grants = (input.grants ?? []).map((entry, index) => allowance(entry, `grants.${index}`));
      if (!roleId && grants.length === 0) throw refuse('VALIDATION_FAILED', 'Say what the key may do: choose a role for programs, or single permissions.', 'roleId');
      // Every change of rights locks the organization, so that what the giver holds stays so until the end.
      await work.query('SELECT 1 FROM organization WHERE id = $1 FOR NO KEY UPDATE', [actor.organizationId]);
      if (roleId) await this.mayGive(work, roleId);
      await refuseUnheld(work, [], grants, 'grants');
      const { id, secret, prefix } = await this.keys.insert(work, { ...facts, createdById: ownerId, roleId, grants });
      recordKeyEvent(work, 'apiKey.created', { id, createdById: ownerId }, { ...facts, expiresAt: facts.expiresAt.toISOString(), prefix, roleId, grants: grants.map(({ permission, scope }) => `${permission}:${scope}`) });
      return { id, secret };
    });
  }

  /**
   * A new secret; the old one works for `graceMinutes` yet, so that programs can be changed over one after the other.
   *
   * @throws AppError VALIDATION_FAILED, NOT_FOUND, FORBIDDEN, ILLEGAL_TRANSITION (revoked, expired), CONFLICT, PRECONDITION_FAILED (REAUTHENTICATE)
   */
  rotate(actor: Actor, id: string, version: number, graceMinutes: number): Promise<IssuedKey> {
    return this.unitOfWork.run(actor, async (work) => {
      const key = await this.keys.lock(work, id);
      authorize(actor, apiKeyPermissions.rotate, apiKeySubject, { ownerId: key.createdById });
      if (!key.active) throw refuse('ILLEGAL_TRANSITION', 'This key has ended. Make a new one.', 'id', { allowedMoves: [] });
      if (graceMinutes < 0 || graceMinutes > LONGEST_GRACE_MINUTES) throw refuse('VALIDATION_FAILED', 'The old secret can go on for at most seven days (10080 minutes).', 'graceMinutes');
      await requireRecentProof(work);
      // Whoever has the secret may do what the key may.
      const held = await readRightsFacts(work, actor.organizationId, key.accountId);
      await refuseUnheld(work, [], held?.grants.map(({ boundTo: _boundTo, ...line }) => line) ?? [], 'id');
      const { secret, prefix } = await this.keys.replaceSecret(work, key, graceMinutes);
      await updateVersioned(work, 'api_key', apiKeySubject.label, id, version, { prefix, rotated_at: new Date() });
      recordKeyEvent(work, 'apiKey.rotated', key, { prefix, graceMinutes });
      return { id, secret };
    });
  }

  /** Ends a key with all its secrets at once; open connections close within a second. @throws AppError NOT_FOUND, FORBIDDEN, ILLEGAL_TRANSITION, CONFLICT */
  revoke(actor: Actor, id: string, version: number): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      const key = await this.keys.lock(work, id);
      authorize(actor, apiKeyPermissions.revoke, apiKeySubject, { ownerId: key.createdById });
      if (key.revoked) throw refuse('ILLEGAL_TRANSITION', 'This key was revoked already.', 'id', { allowedMoves: [] });
      await updateVersioned(work, 'api_key', apiKeySubject.label, id, version, {});
      await this.keys.end(work, [key], 'ENDED_BY_ADMIN');
      recordKeyEvent(work, 'apiKey.revoked', key, {});
      return id;
    });
  }

  /** Nobody gives what they do not hold: everything the role has and inherits. */
  private async mayGive(work: Work, roleId: string): Promise<void> {
    const [role] = await work.query<{ name: string; tiers: string[] }>('SELECT name, tiers FROM role WHERE organization_id = $1 AND id = $2', [work.actor.organizationId, roleId]);
    const lines = await readRoleLines(work, work.actor.organizationId, roleId);
    if (!role || !lines) throw refuse('NOT_FOUND', 'This role does not exist.', 'roleId');
    if (!role.tiers.includes('SERVICE')) throw refuse('VALIDATION_FAILED', `${role.name} is not a role for programs. Roles say which tiers may hold them.`, 'roleId');
    await refuseUnheld(work, [], lines.grants, 'roleId');
  }
}

function nameOf(text: string): string {
  const name = normalizeLine(text);
  if (!name) throw refuse('VALIDATION_FAILED', 'Enter a name: what the key is for.', 'name');
  return name;
}

function networksOf(texts: readonly string[]): string[] | null {
  if (texts.length === 0) return null;
  return texts.map((text, index) => {
    const network = normalNetwork(text);
    if (!network) throw refuse('VALIDATION_FAILED', `"${text}" is no network. Write it as 203.0.113.7 or 10.1.0.0/16.`, `networks.${index}`);
    return network;
  });
}

function expiryOf(expiresAt: Date): Date {
  const left = expiresAt.getTime() - Date.now();
  if (left <= 0 || left > YEAR_MS) throw refuse('VALIDATION_FAILED', 'Choose an end in the future, at most a year from now.', 'expiresAt');
  return expiresAt;
}

function allowance(entry: GrantLineEntry, path: string): GrantLine {
  const line = grantLine(entry, false, path);
  if (line.effect !== 'ALLOW') throw refuse('VALIDATION_FAILED', 'A key is given permissions; what is not given it cannot do.', `${path}.effect`);
  return line;
}
