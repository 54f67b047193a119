import { Injectable } from '@nestjs/common';
import type { SignInMethod } from '@throughline/identity/sessions';
import { type PersonTier, SecurityPolicies } from '@throughline/identity/security-policy';
import { UnitOfWork, type Work } from '@throughline/platform/database';
import { type ActorRequest, type AppError, refuse } from '@throughline/platform/kernel';
import { AccessTokens } from './access-token.js';
import { Admission } from './admission.js';
import { recordAuthEvent } from './auth.events.js';
import { SessionService, sessionless, type SessionTokens } from './session.service.js';

/** Somebody who has proved a first factor: who, by what, and whether a second one was among it. */
export interface ProvenIdentity {
  organizationId: string;
  userId: string;
  method: SignInMethod;
  /** A provider's `amr` may say so; passwords, links and invitations never do. */
  secondFactor: boolean;
}

/** From where somebody signs in. */
export type SignInRequest = ActorRequest;

export type SignInOutcome =
  | { kind: 'SIGNED_IN'; tokens: SessionTokens }
  /** `challenge` goes into `confirmSignIn` with a code; `enrol`: they have no second factor yet and get one now. */
  | { kind: 'SECOND_FACTOR'; challenge: string; enrol: boolean };

type Step = { kind: 'OPENED'; opened: Omit<SessionTokens, 'accessToken'> } | { kind: 'REFUSED'; error: AppError };

interface Person {
  tier: PersonTier;
  accessVersion: string;
}

/** Where everybody ends who has proved a first factor: password, e-mailed link, single sign-on, invitation. */
@Injectable()
export class SignInService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sessions: SessionService,
    private readonly accessTokens: AccessTokens,
    private readonly admission: Admission,
    private readonly policies: SecurityPolicies,
  ) {}

  /**
   * Decides whether this person gets in from here, with what is still to prove, and opens the session. Call it outside a
   * transaction: refusals are written down although they throw.
   *
   * @throws AppError UNAUTHENTICATED when the person or organization is not active, NETWORK_NOT_ALLOWED, DEVICE_NOT_ALLOWED
   */
  async proceed(proven: ProvenIdentity, request: SignInRequest): Promise<SignInOutcome> {
    const person = { organization_id: proven.organizationId, user_id: proven.userId };
    const step = await this.unitOfWork.run(sessionless(person, request), (work) => this.step(work, proven));
    if (step.kind === 'REFUSED') throw step.error;
    return { kind: 'SIGNED_IN', tokens: { ...step.opened, accessToken: this.accessTokens.sign(step.opened.claims) } };
  }

  private async step(work: Work, { userId, method }: ProvenIdentity): Promise<Step> {
    const { organizationId, request } = work.actor;
    const [person] = await work.query<Person>(PERSON, [organizationId, userId]);
    if (!person) throw refuse('UNAUTHENTICATED', 'You cannot sign in with this account.');
    const refused = await this.admission.refusal({ organizationId, userId, ...person }, request);
    if (refused) return { kind: 'REFUSED', error: refused };
    const policy = await this.policies.inForce(organizationId, person.accessVersion);
    const opened = await this.sessions.open(work, { method, ...policy.sessions[person.tier] });
    await work.execute('UPDATE user_account SET last_sign_in_at = now() WHERE organization_id = $1 AND id = $2', [organizationId, userId]);
    recordAuthEvent(work, 'user.signedIn', userId, { session: opened.claims.sid, method, address: request.address, userAgent: request.userAgent });
    return { kind: 'OPENED', opened };
  }
}

/** People who may sign in at all; the look-up for passwords has the same conditions. */
const PERSON = `
  SELECT u.tier, o.access_version AS "accessVersion" FROM user_account u JOIN organization o ON o.id = u.organization_id
  WHERE u.organization_id = $1 AND u.id = $2 AND u.status = 'ACTIVE' AND u.tier IN ('ADMIN', 'EMPLOYEE', 'CLIENT') AND o.status = 'ACTIVE'`;
