import { Injectable } from '@nestjs/common';
import { KnownNetworks, riskBetween } from '@throughline/identity/risk';
import { SecondFactors } from '@throughline/identity/second-factor';
import { SecurityPolicies } from '@throughline/identity/security-policy';
import { type LockedSession, revokeSession } from '@throughline/identity/sessions';
import type { Work } from '@throughline/platform/database';
import { type AppError, refuse } from '@throughline/platform/kernel';
import { recordAuthEvent } from './auth.events.js';
import { openChallenge } from './sign-in-challenge.js';

/** What happens to a session that looks stolen when it is renewed (IAM-12). */
@Injectable()
export class SessionRisks {
  constructor(
    private readonly networks: KnownNetworks,
    private readonly policies: SecurityPolicies,
    private readonly factors: SecondFactors,
  ) {}

  countryOf(address: string | null): string | null {
    return this.networks.of(address).country;
  }

  /**
   * Ends a session that shows up from another program or an impossible place, and writes it down.
   *
   * @returns UNAUTHENTICATED, or where the policy says STEP_UP and the person has a second factor TWO_FACTOR_REQUIRED with
   * `details.challenge`; null when there is nothing to fear
   */
  async answer(work: Work, sessionId: string, userId: string, session: LockedSession): Promise<AppError | null> {
    const { organizationId, request: { address, userAgent } } = work.actor;
    const now = { country: this.countryOf(address), userAgent, at: new Date() };
    const reasons = riskBetween({ country: session.country, userAgent: session.userAgent, at: session.lastRefreshedAt }, now);
    if (reasons.length === 0) return null;
    const policy = await this.policies.inForce(organizationId, session.accessVersion);
    const stepUp = policy.riskAnswer === 'STEP_UP' && (await this.factors.state(work, userId)).enrolledAt !== null;
    await revokeSession(work, sessionId, 'RISK');
    recordAuthEvent(work, 'session.risk', userId, { session: sessionId, reasons, address, country: now.country, userAgent, answer: stepUp ? 'STEP_UP' : 'END' });
    if (!stepUp) return refuse('UNAUTHENTICATED', 'Your session showed up from another program or place, so it was ended. Sign in again.');
    const challenge = await openChallenge(work, { method: session.method, enrol: false });
    return refuse('TWO_FACTOR_REQUIRED', 'Your session showed up from another program or place. Enter a code to go on.', '', { challenge });
  }
}
