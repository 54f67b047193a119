import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { NetworkList } from '@throughline/identity/security-policy';
import { type AuthenticationRequest, strangerActor } from '@throughline/platform/access';
import { UnitOfWork } from '@throughline/platform/database';
import { refuse } from '@throughline/platform/kernel';
import type { AccessClaims } from './access-token.js';

interface FoundKey {
  organization_id: string;
  user_id: string;
  session_id: string;
  key_id: string;
  networks: string[] | null;
  seen_lately: boolean;
}

/** How every key begins, so that people and scanners of secrets recognize one. */
export const API_KEY_START = 'tlk_';
const BEARER = /^Bearer +(tlk_[\w-]{43})$/i;

/** What is kept of a key. */
export const apiKeyHash = (secret: string): Buffer => createHash('sha256').update(secret).digest();

/** Keys of programs in the `Authorization` header, beside access tokens: who acts, and as which session (INT-03). */
@Injectable()
export class ApiKeyStrategy {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * What a request's key says; null when it has none, or one that is unknown, expired or revoked. Notes the use once a minute.
   *
   * @throws AppError NETWORK_NOT_ALLOWED when the key is not to be used from there
   */
  async claimsOf({ authorization, address, userAgent, requestId }: AuthenticationRequest): Promise<AccessClaims | null> {
    const secret = BEARER.exec(authorization ?? '')?.[1];
    if (!secret) return null;
    const key = await this.unitOfWork.lookUp<FoundKey>('SELECT * FROM app.find_api_key($1)', [apiKeyHash(secret)]);
    if (!key) return null;
    if (key.networks && !new NetworkList(key.networks).includes(address)) throw refuse('NETWORK_NOT_ALLOWED', 'This API key cannot be used from this network.');
    if (!key.seen_lately) {
      await this.unitOfWork.run(strangerActor({ id: requestId, address, userAgent }, key.organization_id), (work) => work.execute(
        `UPDATE api_key SET last_used_at = now(), last_used_address = $3
         WHERE organization_id = $1 AND id = $2 AND (last_used_at IS NULL OR last_used_at <= now() - interval '1 minute')`,
        [key.organization_id, key.key_id, address],
      ));
    }
    return { sub: key.user_id, sid: key.session_id, org: key.organization_id };
  }
}
