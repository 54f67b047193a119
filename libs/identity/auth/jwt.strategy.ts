import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { AuthenticationRequest } from '@throughline/platform/access';
import { isId } from '@throughline/platform/kernel';
import { Strategy } from 'passport-jwt';
import { type AccessClaims, AccessTokens, TOKEN_AUDIENCE, TOKEN_ISSUER } from './access-token.js';
import { ACCESS_COOKIE } from './cookies.js';
import { VerifiedTokens } from './verified-tokens.js';

/** What passport's strategies call when they are through; passport itself sets them on a copy for each request. */
interface Outcome {
  success(verified: Verified): void;
  fail(): void;
  error(): void;
}

/** Claims with the second in which they end. */
interface Verified { claims: AccessClaims; expires: number }

type Credentials = Pick<AuthenticationRequest, 'cookies' | 'authorization'>;

/** Access tokens from the `Authorization` header or, for browsers, from the cookie. A header wins, even a bad one. */
@Injectable()
export class JwtStrategy extends PassportStrategy(Strategy, 'jwt') {
  private readonly verified = new VerifiedTokens();

  constructor(tokens: AccessTokens) {
    super({
      jwtFromRequest: (request: unknown) => tokenOf(request as Credentials),
      // Its types know text and bytes only; jsonwebtoken takes a KeyObject.
      secretOrKey: tokens.key as unknown as Buffer,
      algorithms: ['HS256'],
      issuer: TOKEN_ISSUER,
      audience: TOKEN_AUDIENCE,
    });
  }

  validate({ sub, sid, org, exp }: Partial<AccessClaims> & { exp?: unknown }): Verified | false {
    return isId(sub) && isId(sid) && isId(org) && typeof exp === 'number' ? { claims: { sub, sid, org }, expires: exp } : false;
  }

  /** What a request's token says; null when it has none, or one that is altered, expired or not ours. */
  claimsOf(request: Credentials): Promise<AccessClaims | null> {
    const token = tokenOf(request);
    if (!token) return Promise.resolve(null);
    const known = this.verified.get(token);
    if (known) return Promise.resolve(known);
    return new Promise((resolve) => {
      const attempt = Object.create(this) as JwtStrategy & Outcome;
      attempt.success = ({ claims, expires }) => {
        this.verified.remember(token, claims, expires);
        resolve(claims);
      };
      attempt.fail = () => resolve(null);
      attempt.error = () => resolve(null);
      attempt.authenticate(request as unknown as Parameters<Strategy['authenticate']>[0]);
    });
  }
}

function tokenOf({ authorization, cookies }: Credentials): string | null {
  if (authorization !== undefined) return /^Bearer +([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization)?.[1] ?? null;
  return cookies[ACCESS_COOKIE] ?? null;
}
