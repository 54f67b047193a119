import { selectList, type Work } from '@throughline/platform/database';
import type { SecurityPolicyRow } from './security-policy.entity.js';
import { NetworkList } from './networks.js';
import type { PersonTier, PolicyInForce, SecurityPolicy, SessionLimits } from './security-policy.js';

type PolicyColumns = Omit<SecurityPolicyRow, 'id' | 'createdAt' | 'updatedAt'>;

const FIELDS: readonly (keyof PolicyColumns | 'allowedNetworks::text[]')[] = [
  'organizationId', 'version', 'allowedNetworks::text[]', 'adminsNeedNetwork', 'secondFactorFor', 'passwordMinLength', 'passwordHistory', 'passwordRefuseCommon',
  'adminIdleMinutes', 'adminLongestMinutes', 'employeeIdleMinutes', 'employeeLongestMinutes', 'clientIdleMinutes', 'clientLongestMinutes',
  'registeredDevicesRequired', 'selfRegistration', 'blockedCountries', 'riskAnswer',
];

/** The policy of the transaction's organization. @param lock keeps others from changing it until the transaction ends */
export async function readPolicy(work: Work, lock = false): Promise<SecurityPolicy> {
  const [row] = await work.query<PolicyColumns>(
    `SELECT ${selectList(FIELDS)} FROM security_policy WHERE organization_id = $1${lock ? ' FOR NO KEY UPDATE' : ''}`,
    [work.actor.organizationId],
  );
  if (!row) throw new Error('The organization has no security policy.');
  const { adminIdleMinutes, adminLongestMinutes, employeeIdleMinutes, employeeLongestMinutes, clientIdleMinutes, clientLongestMinutes, ...rest } = row;
  return {
    ...rest,
    secondFactorFor: rest.secondFactorFor as SecurityPolicy['secondFactorFor'],
    sessions: {
      ADMIN: { idleMinutes: adminIdleMinutes, longestMinutes: adminLongestMinutes },
      EMPLOYEE: { idleMinutes: employeeIdleMinutes, longestMinutes: employeeLongestMinutes },
      CLIENT: { idleMinutes: clientIdleMinutes, longestMinutes: clientLongestMinutes },
    },
  };
}

export const inForce = (policy: SecurityPolicy): PolicyInForce => ({ ...policy, networks: new NetworkList(policy.allowedNetworks) });

/** Columns of the limits of sessions, by tier. */
export function limitColumns(sessions: Partial<Record<PersonTier, SessionLimits>>): Record<string, number> {
  return Object.fromEntries((Object.entries(sessions) as [PersonTier, SessionLimits][]).flatMap(([tier, { idleMinutes, longestMinutes }]) => [
    [`${tier.toLowerCase()}IdleMinutes`, idleMinutes], [`${tier.toLowerCase()}LongestMinutes`, longestMinutes],
  ]));
}

/** Makes open sessions keep to limits that have become shorter; longer ones count from the next sign-in on. */
export async function shortenSessions(work: Work, tier: PersonTier, { idleMinutes, longestMinutes }: SessionLimits): Promise<void> {
  await work.execute(
    `UPDATE session s SET
       idle_minutes = least(s.idle_minutes, $3),
       ends_at = least(s.ends_at, s.created_at + make_interval(mins => $4)),
       expires_at = least(s.expires_at, s.last_refreshed_at + make_interval(mins => $3), s.created_at + make_interval(mins => $4))
     FROM user_account u
     WHERE s.organization_id = $1 AND s.revoked_at IS NULL AND u.organization_id = s.organization_id AND u.id = s.user_id AND u.tier = $2`,
    [work.actor.organizationId, tier, idleMinutes, longestMinutes],
  );
}
