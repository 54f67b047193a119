import { Injectable, type OnModuleInit } from '@nestjs/common';
import { RightsService } from '@throughline/identity/access';
import { type AuthenticationRequest, Authenticator, strangerActor } from '@throughline/platform/access';
import { UnitOfWork } from '@throughline/platform/database';
import { type Actor, type ActorRequest, AppError } from '@throughline/platform/kernel';
import type { AccessClaims } from './access-token.js';
import { Admission } from './admission.js';
import { ApiKeyStrategy } from './api-key.strategy.js';
import { JwtStrategy } from './jwt.strategy.js';

/** Makes actors of access tokens and API keys. Costs no round trip for people seen lately; versions are compared in the transaction. */
@Injectable()
export class JwtAuthenticator extends Authenticator implements OnModuleInit {
  constructor(
    private readonly strategy: JwtStrategy,
    private readonly keys: ApiKeyStrategy,
    private readonly rights: RightsService,
    private readonly admission: Admission,
    private readonly unitOfWork: UnitOfWork,
  ) {
    super();
  }

  onModuleInit(): void {
    this.unitOfWork.reloadRightsWith((actor) => this.reloadAbility(actor));
  }

  async authenticate(request: AuthenticationRequest): Promise<Actor> {
    const seen: ActorRequest = { id: request.requestId, address: request.address, userAgent: request.userAgent };
    try {
      const claims = (await this.strategy.claimsOf(request)) ?? (await this.keys.claimsOf(request));
      return claims ? await this.actorOf(claims, seen) : strangerActor(seen);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      if (error.code === 'UNAUTHENTICATED') return strangerActor(seen);
      // What is open to strangers stays open: an employee at home can still see a public page and sign out.
      if (error.code === 'NETWORK_NOT_ALLOWED') return { ...strangerActor(seen), refused: error };
      throw error;
    }
  }

  /** The person of a token that was verified or just made. @throws AppError UNAUTHENTICATED when the session has ended, NETWORK_NOT_ALLOWED */
  async actorOf({ sub, sid, org }: AccessClaims, request: ActorRequest): Promise<Actor> {
    const person = { organizationId: org, userId: sub, sessionId: sid };
    return this.admitted({ ...person, ...(await this.rights.lastKnown({ ...person, requestId: request.id, address: request.address })), request });
  }

  async reloadAbility(actor: Actor): Promise<Actor> {
    const { organizationId, userId, sessionId, request } = actor;
    if (!userId) return actor;
    return this.admitted(Object.assign(actor, await this.rights.reload({ organizationId, userId, sessionId, requestId: request.id, address: request.address })));
  }

  /** Rights and policy are of the same access version, so whoever is brought up to date is also asked again from where they work. */
  private async admitted(actor: Actor): Promise<Actor> {
    const { organizationId, userId, accessVersion, viewing } = actor;
    if (!userId || accessVersion === undefined) return actor;
    const refused = await this.admission.refusal({ organizationId, userId, tier: viewing?.ownTier ?? actor.tier, accessVersion }, actor.request);
    if (refused) throw refused;
    return actor;
  }
}
