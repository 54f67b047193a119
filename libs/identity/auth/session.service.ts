import { type DeviceEvidence, RegisteredDevices } from '@throughline/identity/devices';
import { SecurityPolicies } from '@throughline/identity/security-policy';
import {
  insertRefreshToken, insertSession, lockSession, type NewSession, readToken, revokeSession, rotate, secondsLeft,
} from '@throughline/identity/sessions';
import { strangerActor } from '@throughline/platform/access';
import { UnitOfWork, type Work } from '@throughline/platform/database';
import { type Actor, type ActorRequest, type AppError, refuse } from '@throughline/platform/kernel';
import { Injectable } from '@nestjs/common';
import { type AccessClaims, AccessTokens } from './access-token.js';
import { Admission } from './admission.js';
import { recordAuthEvent } from './auth.events.js';
import { SessionRisks } from './session-risks.js';
import { newRefreshToken, openSuccessor, refreshTokenHash, sealSuccessor } from './refresh-token.js';

/** What a signed-in client carries. */
export interface SessionTokens {
  accessToken: string;
  refreshToken: string;
  /** Until the session ends unless it is refreshed. */
  refreshSeconds: number;
  claims: AccessClaims;
}

interface FoundToken {
  organization_id: string;
  user_id: string;
  session_id: string;
  token_id: string;
}

type Outcome = { kind: 'ROTATED'; token: string; seconds: number } | { kind: 'ENDED' } | { kind: 'REUSED' } | { kind: 'REFUSED'; error: AppError };

/** A session from before devices were asked for belongs to none, so none will do. */
const NO_DEVICE = '00000000-0000-0000-0000-000000000000';

/** Sessions and the chains of their refresh tokens (IAM-03). */
@Injectable()
export class SessionService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accessTokens: AccessTokens,
    private readonly admission: Admission,
    private readonly risks: SessionRisks,
    private readonly policies: SecurityPolicies,
    private readonly devices: RegisteredDevices,
  ) {}

  /** Opens a session for the transaction's person, in that transaction. */
  async open(work: Work, session: NewSession): Promise<Omit<SessionTokens, 'accessToken'>> {
    const { organizationId, userId } = work.actor;
    if (!userId) throw new Error('A session belongs to a person.');
    const sid = await insertSession(work, session);
    const refreshToken = newRefreshToken();
    await insertRefreshToken(work, sid, refreshTokenHash(refreshToken));
    return { refreshToken, refreshSeconds: await secondsLeft(work, sid), claims: { sub: userId, sid, org: organizationId } };
  }

  /**
   * Exchanges a refresh token for a new one and a new access token. Presented again within seconds (the answer got lost, or
   * several tabs refresh at once) it is answered with the same successor; later, or once the successor was used, somebody has a
   * copy: the session ends and a security event is written.
   *
   * @throws AppError UNAUTHENTICATED, NETWORK_NOT_ALLOWED, DEVICE_NOT_ALLOWED, TWO_FACTOR_REQUIRED with `details.challenge` for `confirmSignIn`
   */
  async refresh(token: string, request: ActorRequest & DeviceEvidence): Promise<SessionTokens> {
    const found = await this.find(token);
    if (!found) throw ended();
    const outcome = await this.unitOfWork.run(sessionless(found, request), (work) => this.exchange(work, found, token, request));
    if (outcome.kind === 'REFUSED') throw outcome.error;
    if (outcome.kind !== 'ROTATED') throw ended();
    const claims = { sub: found.user_id, sid: found.session_id, org: found.organization_id };
    return { accessToken: this.accessTokens.sign(claims), refreshToken: outcome.token, refreshSeconds: outcome.seconds, claims };
  }

  /** Ends the session of an actor or, without one, of a refresh token; a session that has ended already stays as it is. */
  async signOut(actor: Actor, refreshToken: string | undefined): Promise<void> {
    const found = actor.sessionId && actor.userId
      ? { organization_id: actor.organizationId, user_id: actor.userId, session_id: actor.sessionId }
      : await this.find(refreshToken);
    if (!found) return;
    await this.unitOfWork.run(sessionless(found, actor.request), async (work) => {
      if (await revokeSession(work, found.session_id, 'SIGNED_OUT')) recordAuthEvent(work, 'user.signedOut', found.user_id, { session: found.session_id });
    });
  }

  private async find(token: string | undefined): Promise<FoundToken | undefined> {
    if (!token) return undefined;
    return this.unitOfWork.lookUp<FoundToken>('SELECT * FROM app.find_refresh_token($1)', [refreshTokenHash(token)]);
  }

  private async exchange(work: Work, { user_id: userId, session_id: sessionId, token_id: tokenId }: FoundToken, token: string, evidence: DeviceEvidence): Promise<Outcome> {
    const session = await lockSession(work, sessionId);
    if (!session?.alive || !session.userActive) return { kind: 'ENDED' };
    const presented = await readToken(work, tokenId);
    const again = presented.forgivable && presented.successorSealed;
    if (presented.used && !again) {
      await revokeSession(work, sessionId, 'REFRESH_REUSED');
      recordAuthEvent(work, 'user.refreshTokenReused', userId, { session: sessionId, address: work.actor.request.address, userAgent: work.actor.request.userAgent });
      return { kind: 'REUSED' };
    }
    const refused = (await this.admission.refusal({ organizationId: work.actor.organizationId, userId, ...session }, work.actor.request)) ?? (await this.risks.answer(work, sessionId, userId, session));
    if (refused) return { kind: 'REFUSED', error: refused };
    const policy = await this.policies.inForce(work.actor.organizationId, session.accessVersion);
    const device = await this.devices.admit(work, policy, session.tier, evidence, session.registeredDeviceId ?? NO_DEVICE);
    if ('error' in device) return { kind: 'REFUSED', error: device.error };
    if (again) return { kind: 'ROTATED', token: openSuccessor(token, again), seconds: await secondsLeft(work, sessionId) };
    const successor = newRefreshToken();
    const successorId = await insertRefreshToken(work, sessionId, refreshTokenHash(successor));
    await rotate(work, sessionId, tokenId, { id: successorId, sealed: sealSuccessor(token, successor) }, this.risks.countryOf(work.actor.request.address));
    return { kind: 'ROTATED', token: successor, seconds: await secondsLeft(work, sessionId) };
  }
}

/** The person before (or after) their session: may enter a transaction, has no rights in it. */
export function sessionless(person: { organization_id: string; user_id: string }, request: ActorRequest): Actor {
  return { ...strangerActor(request, person.organization_id), userId: person.user_id };
}

const ended = (): Error => refuse('UNAUTHENTICATED', 'Your session has ended. Sign in again.');
