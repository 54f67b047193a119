import { Injectable } from '@nestjs/common';
import { KnownNetworks } from '@throughline/identity/risk';
import { requireRecentProof } from '@throughline/identity/sessions';
import { allows } from '@throughline/platform/access';
import { columnValues, fieldChanges, UnitOfWork, updateVersioned, type Work } from '@throughline/platform/database';
import { type Actor, refuse } from '@throughline/platform/kernel';
import { normalNetwork } from './networks.js';
import { inForce, limitColumns, readPolicy, shortenSessions } from './security-policy.repository.js';
import { securityPolicyPermissions } from './security-policy.policy.js';
import { networkAllowed, type PersonTier, type SecurityPolicy, type SessionLimits } from './security-policy.js';

/** What may be changed; absent = unchanged. */
export type PolicyChanges = Partial<Omit<SecurityPolicy, 'organizationId' | 'version' | 'sessions'>> & { sessions?: Partial<Record<PersonTier, SessionLimits>> };

const MOST_NETWORKS = 200;
const LIMITS = { least: 15, most: 525_600 } as const;

/** Changes how people of an organization get in and stay in. */
@Injectable()
export class SecurityPolicyService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly networks: KnownNetworks,
  ) {}

  /** @throws AppError FORBIDDEN */
  read(actor: Actor): Promise<SecurityPolicy> {
    return this.unitOfWork.run(actor, (work) => readPolicy(work));
  }

  /**
   * @returns the policy as it is now
   * @throws AppError VALIDATION_FAILED, CONFLICT, FORBIDDEN, PRECONDITION_FAILED when it would shut out whoever saves it (`details.reason` OWN_NETWORK,
   * OWN_COUNTRY, OWN_DEVICE) or nobody could approve devices (NO_APPROVER), or REAUTHENTICATE
   */
  update(actor: Actor, version: number, input: PolicyChanges): Promise<SecurityPolicy> {
    return this.unitOfWork.run(actor, async (work) => {
      if (!allows(actor.ability, securityPolicyPermissions.update, {})) throw refuse('FORBIDDEN', 'You may not change the security policy.');
      await requireRecentProof(work);
      const before = await readPolicy(work, true);
      const changes = checked(input);
      const after = { ...before, ...changes, sessions: { ...before.sessions, ...changes.sessions } };
      keepsIn(actor, after, this.networks.of(actor.request.address).country);
      if (after.registeredDevicesRequired && !before.registeredDevicesRequired) await keepsDevices(work);
      const { sessions, ...columns } = changes;
      await updateVersioned(work, 'security_policy', 'security policy', actor.organizationId, version, columnValues({ ...columns, ...limitColumns(sessions ?? {}) }));
      for (const [tier, limits] of Object.entries(sessions ?? {}) as [PersonTier, SessionLimits][]) await shortenSessions(work, tier, limits);
      this.record(work, before, after);
      return readPolicy(work);
    });
  }

  private record(work: Work, before: SecurityPolicy, after: SecurityPolicy): void {
    work.record({
      kind: 'policy.updated', subject: 'securityPolicy', subjectId: work.actor.organizationId, access: { before: {}, after: {} }, changes: fieldChanges(before, after),
    });
  }
}

/** Nobody locks themselves out from where they sit. */
function keepsIn({ tier, request }: Actor, policy: SecurityPolicy, country: string | null): void {
  if (country !== null && policy.blockedCountries.includes(country)) {
    throw refuse('PRECONDITION_FAILED', `You are in ${country} yourself: with this you could not work any more.`, 'blockedCountries', { reason: 'OWN_COUNTRY', country });
  }
  if (networkAllowed(inForce(policy), tier, request.address)) return;
  throw refuse(
    'PRECONDITION_FAILED', `With these networks you could not work any more: you are at ${request.address ?? 'an unknown address'}, which is in none of them. Add your own network first.`,
    'allowedNetworks', { reason: 'OWN_NETWORK', address: request.address },
  );
}

/**
 * Whoever asks for approved devices must get in themselves, and somebody must be able to approve the first ones: administrators are
 * not asked for a device, so one of them does.
 */
async function keepsDevices(work: Work): Promise<void> {
  const { actor } = work;
  if (!actor.ability.can('approve', 'device')) {
    throw refuse('PRECONDITION_FAILED', 'Nobody of the staff would get in before their device is approved, and you may not approve any. Ask an administrator who may.', 'registeredDevicesRequired', { reason: 'NO_APPROVER' });
  }
  if (actor.tier !== 'EMPLOYEE') return;
  const [own] = await work.query("SELECT 1 FROM registered_device WHERE organization_id = $1 AND user_id = $2 AND status = 'APPROVED' LIMIT 1", [actor.organizationId, actor.userId]);
  if (own) return;
  throw refuse('PRECONDITION_FAILED', 'You would be asked for an approved device yourself, and you have none: you could not work any more. Ask an administrator to switch this on.', 'registeredDevicesRequired', { reason: 'OWN_DEVICE' });
}

function checked({ allowedNetworks, blockedCountries, secondFactorFor, sessions, ...rest }: PolicyChanges): PolicyChanges {
  for (const [tier, limits] of Object.entries(sessions ?? {}) as [PersonTier, SessionLimits][]) checkLimits(limits, `sessions.${tier.toLowerCase()}`);
  if (rest.passwordMinLength !== undefined) within(rest.passwordMinLength, 12, 128, 'passwordMinLength');
  if (rest.passwordHistory !== undefined) within(rest.passwordHistory, 0, 24, 'passwordHistory');
  return {
    ...rest,
    ...(allowedNetworks ? { allowedNetworks: networks(allowedNetworks) } : {}),
    ...(blockedCountries ? { blockedCountries: countries(blockedCountries) } : {}),
    ...(secondFactorFor ? { secondFactorFor: [...new Set(secondFactorFor)].sort() } : {}),
    ...(sessions ? { sessions } : {}),
  };
}

function networks(texts: readonly string[]): string[] {
  if (texts.length > MOST_NETWORKS) throw refuse('LIMIT_EXCEEDED', `Name ${MOST_NETWORKS} networks at most.`, 'allowedNetworks');
  return [...new Set(texts.map((text, at) => {
    const network = normalNetwork(text);
    if (!network) throw refuse('VALIDATION_FAILED', `"${text.slice(0, 60)}" is no network. Write an address or a CIDR such as 203.0.113.0/24 or 2001:db8::/32.`, `allowedNetworks.${at}`);
    return network;
  }))];
}

function countries(codes: readonly string[]): string[] {
  return [...new Set(codes.map((code, at) => {
    const country = code.trim().toUpperCase();
    if (!/^[A-Z]{2}$/.test(country)) throw refuse('VALIDATION_FAILED', 'A country is two letters of ISO 3166, for example DE.', `blockedCountries.${at}`);
    return country;
  }))].sort();
}

function checkLimits({ idleMinutes, longestMinutes }: SessionLimits, path: string): void {
  within(longestMinutes, LIMITS.least, LIMITS.most, `${path}.longestMinutes`);
  within(idleMinutes, LIMITS.least, LIMITS.most, `${path}.idleMinutes`);
  if (idleMinutes > longestMinutes) throw refuse('VALIDATION_FAILED', 'A session cannot be idle for longer than it lives.', `${path}.idleMinutes`);
}

function within(value: number, least: number, most: number, path: string): void {
  if (!Number.isInteger(value) || value < least || value > most) throw refuse('VALIDATION_FAILED', `This is a whole number from ${least} to ${most}.`, path);
}
