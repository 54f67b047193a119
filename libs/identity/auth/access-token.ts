import { createHmac, createSecretKey, type KeyObject } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import { Config } from '@throughline/platform/config';

/** What an access token says; everything else about the person is looked up, so that it is never out of date. */
export interface AccessClaims {
  /** The person. */
  sub: string;
  /** The session. */
  sid: string;
  /** The organization. */
  org: string;
}

export const ACCESS_TOKEN_SECONDS = 600;
export const TOKEN_ISSUER = 'throughline';
export const TOKEN_AUDIENCE = 'throughline api';

/** Signs access tokens. */
@Injectable()
export class AccessTokens {
  /** A key object: with a string, each verification would derive the key again (0.39 ms instead of 0.008 ms). */
  readonly key: KeyObject;
  private readonly jwt: JwtService;

  constructor(@Inject(Config) { appSecret }: Pick<Config, 'appSecret'>) {
    this.key = createSecretKey(createHmac('sha256', appSecret).update('access token').digest());
    this.jwt = new JwtService({ privateKey: this.key });
  }

  /** @returns a JWT for ten minutes */
  sign({ sub, sid, org }: AccessClaims): string {
    return this.jwt.sign({ sid, org }, { algorithm: 'HS256', subject: sub, issuer: TOKEN_ISSUER, audience: TOKEN_AUDIENCE, expiresIn: ACCESS_TOKEN_SECONDS });
  }
}
