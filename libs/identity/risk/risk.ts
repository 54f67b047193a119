import { deviceName } from '@throughline/identity/sessions';

/** Nobody gets from one country to another, and back to work, faster. */
const TRAVEL_HOURS = 2;

/** Where and as what a session was seen. */
export interface Sighting {
  country: string | null;
  userAgent: string | null;
  at: Date;
}

/** What makes a session look stolen. */
export type RiskReason = 'IMPOSSIBLE_TRAVEL' | 'OTHER_PROGRAM';

/** Compares two sightings of one session (IAM-12). Browsers that update themselves stay the same program. */
export function riskBetween(before: Sighting, now: Sighting): RiskReason[] {
  const hours = (now.at.getTime() - before.at.getTime()) / 3_600_000;
  const reasons: RiskReason[] = [];
  if (before.country !== null && now.country !== null && before.country !== now.country && hours < TRAVEL_HOURS) reasons.push('IMPOSSIBLE_TRAVEL');
  if (deviceName(before.userAgent) !== deviceName(now.userAgent)) reasons.push('OTHER_PROGRAM');
  return reasons;
}
