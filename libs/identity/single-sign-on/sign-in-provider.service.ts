import { Injectable } from '@nestjs/common';
import { readRoleLines, refuseUnheld } from '@throughline/identity/access';
import { requireRecentProof } from '@throughline/identity/sessions';
import { authorize } from '@throughline/platform/access';
import { columnValues, fieldChanges, insertRow, lockRow, UnitOfWork, updateVersioned, type Work } from '@throughline/platform/database';
import { type Actor, newId, refuse } from '@throughline/platform/kernel';
import { Secrets } from '@throughline/platform/secrets';
import { newProviderKey, providerCertificate, putProviderKey } from './provider-keys.js';
import { NEW_PROVIDER, type ProviderEntry, type ProviderFacts, providerFacts } from './provider-facts.js';
import type { ProviderKind } from './sign-in-provider.entity.js';
import { signInProviderPermissions, signInProviderSubject } from './sign-in-provider.policy.js';

/** What a client secret is sealed as. */
export const CLIENT_SECRET = 'signInProvider.clientSecret';

const FIELDS: readonly (keyof ProviderFacts | 'id' | 'kind' | 'version')[] = [
  'id', 'kind', 'version', 'name', 'issuer', 'clientId', 'signInAddress', 'certificates', 'emailDomains', 'tiers', 'trustsSecondFactor', 'provisionRoleId', 'active', 'requiresEncryption',
];
const TABLE = 'sign_in_provider';

type ProviderRow = ProviderFacts & { id: string; kind: ProviderKind; version: number };

/** Providers of single sign-on as administrators set them up (IAM-08). */
@Injectable()
export class SignInProviderService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly secrets: Secrets,
  ) {}

  /** @throws AppError VALIDATION_FAILED, NOT_FOUND (role), FORBIDDEN, DUPLICATE (name), PRECONDITION_FAILED (REAUTHENTICATE) */
  async create(actor: Actor, kind: ProviderKind, entry: ProviderEntry): Promise<string> {
    const key = kind === 'SAML' ? await newProviderKey() : null;
    return this.unitOfWork.run(actor, async (work) => {
      authorize(actor, signInProviderPermissions.create, signInProviderSubject, {});
      refuseOthers(actor);
      await requireRecentProof(work);
      const facts = providerFacts(kind, NEW_PROVIDER, entry);
      await this.mayProvision(work, null, facts.provisionRoleId);
      const id = newId();
      const clientSecretSealed = entry.clientSecret ? await this.secrets.seal(work, CLIENT_SECRET, entry.clientSecret) : null;
      await insertRow(work, TABLE, { id, kind, ...facts, clientSecretSealed });
      if (key) await putProviderKey(work, this.secrets, id, key, false);
      this.record(work, 'signInProvider.created', id, fieldChanges({}, { kind, ...facts }));
      return id;
    });
  }

  /** @throws AppError as `create`, CONFLICT, NOT_FOUND */
  update(actor: Actor, id: string, version: number, entry: ProviderEntry): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      const before = await this.lock(work, id);
      authorize(actor, signInProviderPermissions.update, signInProviderSubject, {});
      refuseOthers(actor);
      await requireRecentProof(work);
      const facts = providerFacts(before.kind, before, entry);
      await this.mayProvision(work, before.provisionRoleId, facts.provisionRoleId);
      const changes = fieldChanges(before, { ...pick(facts) });
      const secret = entry.clientSecret === undefined ? {} : { client_secret_sealed: entry.clientSecret ? await this.secrets.seal(work, CLIENT_SECRET, entry.clientSecret) : null };
      await updateVersioned(work, TABLE, signInProviderSubject.label, id, version, { ...columnValues({ ...pick(facts) }), ...secret });
      if (facts.requiresEncryption && !(await providerCertificate(work, id))) await putProviderKey(work, this.secrets, id, await newProviderKey(), false);
      // Another issuer numbers other people.
      if (changes['issuer']) await work.execute('DELETE FROM external_identity WHERE organization_id = $1 AND provider_id = $2', [actor.organizationId, id]);
      this.record(work, 'signInProvider.updated', id, { ...changes, ...(entry.clientSecret === undefined ? {} : { clientSecret: { before: null, after: 'REPLACED' } }) });
      return id;
    });
  }

  /**
   * Gives a SAML provider a new key to encrypt to, published in our metadata from now on.
   *
   * @param acceptFormer whether what is encrypted to the key before still opens for a month; false where that key may be known to others
   * @throws AppError NOT_FOUND, FORBIDDEN, CONFLICT, PRECONDITION_FAILED (REAUTHENTICATE, or for OpenID Connect)
   */
  async rotateKey(actor: Actor, id: string, version: number, acceptFormer: boolean): Promise<string> {
    const key = await newProviderKey();
    return this.unitOfWork.run(actor, async (work) => {
      const { kind } = await this.lock(work, id);
      authorize(actor, signInProviderPermissions.update, signInProviderSubject, {});
      refuseOthers(actor);
      await requireRecentProof(work);
      if (kind !== 'SAML') throw refuse('PRECONDITION_FAILED', 'Only SAML providers encrypt to a key of ours.', 'id');
      await updateVersioned(work, TABLE, signInProviderSubject.label, id, version, {});
      const fingerprint = await putProviderKey(work, this.secrets, id, key, acceptFormer);
      this.record(work, 'signInProvider.keyRotated', id, { fingerprint: { before: null, after: fingerprint }, formerAccepted: { before: null, after: acceptFormer } });
      return id;
    });
  }

  /** Also forgets whom it knows; accounts stay. @throws AppError NOT_FOUND, FORBIDDEN, CONFLICT, PRECONDITION_FAILED (REAUTHENTICATE) */
  delete(actor: Actor, id: string, version: number): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      const before = await this.lock(work, id);
      authorize(actor, signInProviderPermissions.delete, signInProviderSubject, {});
      refuseOthers(actor);
      await requireRecentProof(work);
      await updateVersioned(work, TABLE, signInProviderSubject.label, id, version, {});
      await work.execute('DELETE FROM sign_in_provider WHERE organization_id = $1 AND id = $2', [actor.organizationId, id]);
      this.record(work, 'signInProvider.deleted', id, { name: { before: before.name, after: null } });
      return id;
    });
  }

  /** Whoever sets up that newcomers get a role gives it to them: nobody gives what they do not hold. */
  private async mayProvision(work: Work, before: string | null, roleId: string | null): Promise<void> {
    if (!roleId || roleId === before) return;
    const { organizationId } = work.actor;
    const [role] = await work.query<{ name: string; tiers: string[] }>('SELECT name, tiers FROM role WHERE organization_id = $1 AND id = $2', [organizationId, roleId]);
    const lines = await readRoleLines(work, organizationId, roleId);
    if (!role || !lines) throw refuse('NOT_FOUND', 'This role does not exist.', 'provisionRoleId');
    if (!role.tiers.includes('EMPLOYEE') || role.tiers.includes('ADMIN')) throw refuse('VALIDATION_FAILED', `${role.name} is not a role for employees only.`, 'provisionRoleId');
    await refuseUnheld(work, [], lines.grants, 'provisionRoleId');
  }

  private lock(work: Work, id: string): Promise<ProviderRow> {
    return lockRow<ProviderRow>(work, { table: TABLE, fields: FIELDS, label: signInProviderSubject.label }, id);
  }

  private record(work: Work, kind: string, id: string, changes: Record<string, { before: unknown; after: unknown }>): void {
    work.record({ kind, subject: signInProviderSubject.name, subjectId: id, access: { before: {}, after: {} }, changes });
  }
}

/**
 * Whoever says who somebody is can be anybody: administrators too, whom only administrators touch (ACL-06).
 *
 * @throws AppError FORBIDDEN
 */
function refuseOthers({ tier }: Actor): void {
  if (tier !== 'ADMIN') throw refuse('FORBIDDEN', 'Only administrators decide who signs in by what.');
}

/** Only the facts: a locked row has more. */
const pick = ({ name, issuer, clientId, signInAddress, certificates, emailDomains, tiers, trustsSecondFactor, provisionRoleId, active, requiresEncryption }: ProviderFacts): ProviderFacts =>
  ({ name, issuer, clientId, signInAddress, certificates, emailDomains, tiers, trustsSecondFactor, provisionRoleId, active, requiresEncryption });
