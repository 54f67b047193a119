import { Injectable } from '@nestjs/common';
import { type DeviceEvidence, ownDevice, RegisteredDevices, seeDevice } from '@throughline/identity/devices';
import { KnownNetworks } from '@throughline/identity/risk';
import { type CodeKind, type Enrolment, recordSecondFactor, SecondFactors } from '@throughline/identity/second-factor';
import { type PersonTier, type PolicyInForce, SecurityPolicies, secondFactorDemanded } from '@throughline/identity/security-policy';
import type { SignInMethod } from '@throughline/identity/sessions';
import { UnitOfWork, type Work } from '@throughline/platform/database';
import { type ActorRequest, type AppError, refuse } from '@throughline/platform/kernel';
import { AccessTokens } from './access-token.js';
import { Admission } from './admission.js';
import { recordAuthEvent } from './auth.events.js';
import { NewDeviceNotice } from './new-device-notice.js';
import { SessionService, sessionless, type SessionTokens } from './session.service.js';
import { findChallenge, openChallenge, takeAttempt, useChallenge } from './sign-in-challenge.js';
import { SignInThrottle } from './sign-in-throttle.js';

/** Somebody who has proved a first factor: who, by what, and whether a second one was among it. */
export interface ProvenIdentity {
  organizationId: string;
  userId: string;
  method: SignInMethod;
  /** A provider's `amr` may say so; passwords, links and invitations never do. */
  secondFactor: boolean;
}

/** From where somebody signs in; see `signInRequest`. */
export interface SignInRequest extends ActorRequest, DeviceEvidence {
  /** What the device's cookie holds: tokens of people who signed in on it before. */
  deviceTokens?: readonly string[];
}

export type SignInOutcome =
  /** `deviceToken` is for the device's cookie, when this device was new to the person; `recoveryCodes` when a second factor was set up. */
  | { kind: 'SIGNED_IN'; tokens: SessionTokens; deviceToken: string | null; recoveryCodes: string[] | null }
  /** `challenge` goes into `confirmSignIn` with a code; `enrol`: they have no second factor yet and set it up with `enrolment`. */
  | { kind: 'SECOND_FACTOR'; challenge: string; enrol: boolean; enrolment: Enrolment | null };

type Step =
  | { kind: 'OPENED'; opened: Omit<SessionTokens, 'accessToken'>; deviceToken: string | null; recoveryCodes: string[] | null }
  | { kind: 'CHALLENGED'; challenge: string; enrol: boolean; enrolment: Enrolment | null }
  /** Refused after it was written down, so the transaction commits. */
  | { kind: 'REFUSED'; error: AppError };

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
    private readonly factors: SecondFactors,
    private readonly throttle: SignInThrottle,
    private readonly notice: NewDeviceNotice,
    private readonly networks: KnownNetworks,
    private readonly devices: RegisteredDevices,
  ) {}

  /**
   * Decides whether this person gets in from here, with what is still to prove, and opens the session. Call it outside a
   * transaction: refusals are written down although they throw.
   *
   * @throws AppError UNAUTHENTICATED when the person or organization is not active, NETWORK_NOT_ALLOWED, DEVICE_NOT_ALLOWED
   */
  async proceed(proven: ProvenIdentity, request: SignInRequest): Promise<SignInOutcome> {
    const person = { organization_id: proven.organizationId, user_id: proven.userId };
    return this.outcome(await this.unitOfWork.run(sessionless(person, request), async (work): Promise<Step> => {
      const admitted = await this.admit(work, proven.userId);
      if ('error' in admitted) return { kind: 'REFUSED', error: admitted.error };
      const { enrolledAt } = await this.factors.state(work, proven.userId);
      const suspicious = await this.badReputation(work, proven, enrolledAt !== null);
      if (suspicious) return { kind: 'REFUSED', error: suspicious };
      if (proven.secondFactor || !(enrolledAt || secondFactorDemanded(admitted.policy, admitted.tier))) return this.open(work, proven, admitted, request, null);
      const enrol = enrolledAt === null;
      const enrolment = enrol ? await this.factors.begin(work, proven.userId) : null;
      return { kind: 'CHALLENGED', challenge: await openChallenge(work, { method: proven.method, enrol }), enrol, enrolment };
    }));
  }

  /**
   * Answers a challenge: with a code of the authenticator, the first code of a new one, or a recovery code. Each is accepted once.
   *
   * @throws AppError UNAUTHENTICATED when the challenge is over, VALIDATION_FAILED for a wrong code, RATE_LIMITED, and what `proceed` throws
   */
  async confirm(challenge: string, code: string, request: SignInRequest): Promise<SignInOutcome> {
    const found = await findChallenge(this.unitOfWork, challenge);
    if (!found) throw over();
    const person = sessionless(found, request);
    const userId = found.user_id;
    const taken = await this.unitOfWork.run(person, async (work) => {
      const attempt = await takeAttempt(work, found.challenge_id);
      return attempt && { ...attempt, deviceId: await ownDevice(work, request.deviceTokens ?? []) };
    });
    if (!taken) throw over();
    const counted = await this.throttle.code(userId, taken.deviceId);
    const step = await this.unitOfWork.run(person, async (work): Promise<Step> => {
      const admitted = await this.admit(work, userId);
      if ('error' in admitted) return { kind: 'REFUSED', error: admitted.error };
      const unproven = this.devices.unproven(work, admitted.policy, admitted.tier, request);
      if (unproven) return { kind: 'REFUSED', error: unproven };
      const proved = await this.prove(work, userId, taken.enrol, code);
      if (!proved) {
        recordSecondFactor(work, 'user.secondFactorRefused', userId, { address: request.address, userAgent: request.userAgent });
        return { kind: 'REFUSED', error: refuse('VALIDATION_FAILED', 'This code is wrong, or it was used already. Wait for the next one and enter that.', 'code') };
      }
      // Thrown, so that the code is not used up by a challenge that somebody else has just answered.
      if (!(await useChallenge(work, found.challenge_id))) throw over();
      return this.open(work, { organizationId: found.organization_id, userId, method: taken.method, secondFactor: true }, admitted, request, proved.recoveryCodes);
    });
    if (step.kind === 'OPENED') await this.throttle.forgive(counted);
    return this.outcome(step);
  }

  /** A new secret for a challenge of kind ENROL, for ways of signing in whose answer cannot carry one. @throws AppError UNAUTHENTICATED */
  async beginEnrolment(challenge: string, request: SignInRequest): Promise<Enrolment> {
    const found = await findChallenge(this.unitOfWork, challenge);
    if (!found) throw over();
    return this.unitOfWork.run(sessionless(found, request), async (work) => {
      const taken = await takeAttempt(work, found.challenge_id);
      if (!taken?.enrol || (await this.factors.state(work, found.user_id)).enrolledAt) throw over();
      recordSecondFactor(work, 'user.secondFactorBegun', found.user_id);
      return this.factors.begin(work, found.user_id);
    });
  }

  /** From a network of bad reputation a first factor is not enough: with a second one a code is asked for, without one it is refused (IAM-12). */
  private async badReputation(work: Work, { userId, secondFactor }: ProvenIdentity, enrolled: boolean): Promise<AppError | null> {
    const { address, userAgent } = work.actor.request;
    if (!this.networks.of(address).bad) return null;
    const refused = !enrolled && !secondFactor;
    recordAuthEvent(work, 'user.badReputation', userId, { address, userAgent, answer: refused ? 'REFUSED' : 'STEP_UP' });
    return refused ? refuse('NETWORK_NOT_ALLOWED', 'Attacks come from this network, so a password alone is not enough here. Use another network, or sign in there and set up a second step.') : null;
  }

  private async prove(work: Work, userId: string, enrol: boolean, code: string): Promise<{ kind: CodeKind; recoveryCodes: string[] | null } | null> {
    if (enrol) {
      // Set up in the meantime: who knows the password only must not replace it.
      if ((await this.factors.state(work, userId)).enrolledAt) throw over();
      const recoveryCodes = await this.factors.confirm(work, userId, code);
      if (recoveryCodes) recordSecondFactor(work, 'user.secondFactorEnrolled', userId);
      return recoveryCodes && { kind: 'TOTP', recoveryCodes };
    }
    const kind = await this.factors.verify(work, userId, code);
    if (kind === 'RECOVERY_CODE') recordSecondFactor(work, 'user.recoveryCodeUsed', userId, { left: (await this.factors.state(work, userId)).recoveryCodesLeft });
    return kind && { kind, recoveryCodes: null };
  }

  private async admit(work: Work, userId: string): Promise<(Person & { policy: PolicyInForce }) | { error: AppError }> {
    const { organizationId, request } = work.actor;
    const [person] = await work.query<Person>(PERSON, [organizationId, userId]);
    if (!person) throw refuse('UNAUTHENTICATED', 'You cannot sign in with this account.');
    const error = await this.admission.refusal({ organizationId, userId, ...person }, request);
    return error ? { error } : { ...person, policy: await this.policies.inForce(organizationId, person.accessVersion) };
  }

  private async open(
    work: Work, { userId, method, secondFactor }: ProvenIdentity, { policy, tier }: Person & { policy: PolicyInForce }, request: SignInRequest, recoveryCodes: string[] | null,
  ): Promise<Step> {
    const registered = await this.devices.admit(work, policy, tier, request);
    if ('error' in registered) return { kind: 'REFUSED', error: registered.error };
    const device = await seeDevice(work, request.deviceTokens ?? []);
    const opened = await this.sessions.open(work, { method, ...policy.sessions[tier], knownDeviceId: device.id, registeredDeviceId: registered.deviceId, country: this.networks.of(request.address).country });
    await work.execute('UPDATE user_account SET last_sign_in_at = now() WHERE organization_id = $1 AND id = $2', [work.actor.organizationId, userId]);
    const { address, userAgent } = request;
    recordAuthEvent(work, 'user.signedIn', userId, { session: opened.claims.sid, method, secondFactor, address, userAgent });
    if (device.unexpected) await this.notice.send(work, userId);
    return { kind: 'OPENED', opened, deviceToken: device.token, recoveryCodes };
  }

  private outcome(step: Step): SignInOutcome {
    if (step.kind === 'REFUSED') throw step.error;
    if (step.kind === 'CHALLENGED') return { kind: 'SECOND_FACTOR', challenge: step.challenge, enrol: step.enrol, enrolment: step.enrolment };
    const { opened, deviceToken, recoveryCodes } = step;
    return { kind: 'SIGNED_IN', tokens: { ...opened, accessToken: this.accessTokens.sign(opened.claims) }, deviceToken, recoveryCodes };
  }
}

/** People who may sign in at all; the look-up for passwords has the same conditions. */
const PERSON = `
  SELECT u.tier, o.access_version AS "accessVersion" FROM user_account u JOIN organization o ON o.id = u.organization_id
  WHERE u.organization_id = $1 AND u.id = $2 AND u.status = 'ACTIVE' AND u.tier IN ('ADMIN', 'EMPLOYEE', 'CLIENT') AND o.status = 'ACTIVE'`;

const over = (): Error => refuse('UNAUTHENTICATED', 'This sign-in took too long or was tried too often. Start again.', '', { reason: 'CHALLENGE_OVER' });
