import type { Tier } from '@throughline/platform/kernel';
import type { NetworkList } from './networks.js';

/** Tiers of people. */
export type PersonTier = 'ADMIN' | 'EMPLOYEE' | 'CLIENT';

/** How long sessions of a tier live, minutes. */
export interface SessionLimits {
  /** Without a refresh. */
  idleMinutes: number;
  /** At the most. */
  longestMinutes: number;
}

/** What happens when a session shows up from another program or an impossible place: it asks for a code again, or ends. */
export type RiskAnswer = 'STEP_UP' | 'END';

/** How people of an organization get in and stay in, as it is in force. */
export interface SecurityPolicy {
  organizationId: string;
  version: number;
  allowedNetworks: readonly string[];
  /** Administrators too get in from these networks only. */
  adminsNeedNetwork: boolean;
  /** Beside ADMIN, which always needs one. */
  secondFactorFor: readonly ('EMPLOYEE' | 'CLIENT')[];
  passwordMinLength: number;
  /** So many earlier passwords cannot be chosen again. */
  passwordHistory: number;
  /** Passwords of the common and breached list are refused. */
  passwordRefuseCommon: boolean;
  sessions: Readonly<Record<PersonTier, SessionLimits>>;
  /** EMPLOYEE signs in on approved devices only. */
  registeredDevicesRequired: boolean;
  selfRegistration: boolean;
  /** ISO 3166 codes; nobody signs in from there. */
  blockedCountries: readonly string[];
  riskAnswer: RiskAnswer;
}

/** A policy with its networks ready for questions. */
export interface PolicyInForce extends SecurityPolicy {
  networks: NetworkList;
}

/** Whether people of a tier get in from an address at all (IAM-05): employees from allowed networks, administrators where the organization says so, clients from anywhere. */
export function networkAllowed(policy: Pick<PolicyInForce, 'networks' | 'adminsNeedNetwork'>, tier: Tier, address: string | null): boolean {
  const bound = tier === 'EMPLOYEE' || (tier === 'ADMIN' && policy.adminsNeedNetwork);
  return !bound || policy.networks.includes(address);
}

/** Whether people of a tier must have a second factor (IAM-04). */
export function secondFactorDemanded({ secondFactorFor }: Pick<SecurityPolicy, 'secondFactorFor'>, tier: Tier): boolean {
  return tier === 'ADMIN' || (secondFactorFor as readonly Tier[]).includes(tier);
}
