import { Injectable } from '@nestjs/common';
import { KnownNetworks } from '@throughline/identity/risk';
import { networkAllowed, SecurityPolicies } from '@throughline/identity/security-policy';
import { strangerActor } from '@throughline/platform/access';
import { UnitOfWork } from '@throughline/platform/database';
import { type ActorRequest, type AppError, refuse, switchedOff, type Tier } from '@throughline/platform/kernel';
import { recordAuthEvent } from './auth.events.js';

/** Refusals of one person that are written down within an hour; a client that keeps asking must not fill the log. */
const NOTED_PER_HOUR = 6;
const HOUR_MS = 3_600_000;
const REMEMBERED = 10_000;

/** Somebody who is who they say; whether they may be here is the question. */
export interface Candidate {
  organizationId: string;
  userId: string;
  tier: Tier;
  accessVersion: string;
}

/** Whether people may work from where they are: asked at sign-in, on every request and whenever an open page's rights are renewed (IAM-05, IAM-12). */
@Injectable()
export class Admission {
  private readonly noted = new Map<string, { count: number; until: number }>();

  constructor(
    private readonly policies: SecurityPolicies,
    private readonly networks: KnownNetworks,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** @returns why not, NETWORK_NOT_ALLOWED; null when they may. A refusal becomes an event, some times in an hour. */
  async refusal({ organizationId, userId, tier, accessVersion }: Candidate, request: ActorRequest): Promise<AppError | null> {
    if (switchedOff('network')) return null;
    const policy = await this.policies.inForce(organizationId, accessVersion);
    const { country } = this.networks.of(request.address);
    const blocked = country !== null && policy.blockedCountries.includes(country);
    if (!blocked && networkAllowed(policy, tier, request.address)) return null;
    if (this.isWorthNoting(userId)) {
      await this.unitOfWork.run({ ...strangerActor(request, organizationId), userId }, (work) => {
        recordAuthEvent(work, 'user.networkRefused', userId, { address: request.address, country, userAgent: request.userAgent });
        return Promise.resolve();
      });
    }
    return refuse('NETWORK_NOT_ALLOWED', blocked
      ? 'Your organization does not allow signing in from this country.'
      : 'You cannot work from this network. Use one of your organization\'s networks, or ask an administrator to allow this one.');
  }

  private isWorthNoting(userId: string): boolean {
    const now = Date.now();
    const before = this.noted.get(userId);
    const entry = before && before.until > now ? before : { count: 0, until: now + HOUR_MS };
    entry.count += 1;
    this.noted.delete(userId);
    this.noted.set(userId, entry);
    if (this.noted.size > REMEMBERED) {
      const [eldest] = this.noted.keys();
      if (eldest !== undefined) this.noted.delete(eldest);
    }
    return entry.count <= NOTED_PER_HOUR;
  }
}
