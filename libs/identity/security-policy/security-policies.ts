import { Injectable } from '@nestjs/common';
import { systemActor } from '@throughline/platform/access';
import { UnitOfWork } from '@throughline/platform/database';
import { inForce, readPolicy } from './security-policy.repository.js';
import type { PolicyInForce } from './security-policy.js';

/** Policies kept; each takes about a kilobyte. */
const CAPACITY = 10_000;

/** The policies of organizations, from memory where nothing changed. A change moves the organization's access version. */
@Injectable()
export class SecurityPolicies {
  private readonly known = new Map<string, { accessVersion: string; policy: PolicyInForce }>();

  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @param accessVersion the organization's, as `app.enter` reported it; a policy read under another one is read again */
  async inForce(organizationId: string, accessVersion: string): Promise<PolicyInForce> {
    const entry = this.known.get(organizationId);
    if (entry?.accessVersion === accessVersion) return entry.policy;
    // The version was read before the policy: a change in between makes the entry look old, never new.
    const policy = inForce(await this.unitOfWork.run(systemActor(organizationId), (work) => readPolicy(work)));
    this.known.delete(organizationId);
    this.known.set(organizationId, { accessVersion, policy });
    if (this.known.size > CAPACITY) {
      const [eldest] = this.known.keys();
      if (eldest !== undefined) this.known.delete(eldest);
    }
    return policy;
  }
}
