import { Injectable } from '@nestjs/common';
import { Config } from '@throughline/platform/config';
import { Outbound } from '@throughline/platform/outbound';
import * as client from 'openid-client';
import type { Described } from '../external-identities.js';
import type { ProviderInUse } from '../provider-in-use.js';
import { SignOnProblem } from '../sign-on-problem.js';

/** What binds an answer to its question. */
export interface OidcSecrets {
  state: string;
  nonce: string;
  verifier: string;
}

export type OidcPerson = Described & { secondFactor: boolean };

/** Methods of RFC 8176 that are, or imply, more than a password. */
const SECOND_FACTORS: ReadonlySet<string> = new Set(['mfa', 'otp', 'hwk']);
const KNOWN_FOR_MS = 10 * 60_000;
const MOST_KNOWN = 1_000;

/** OpenID Connect: authorization code with PKCE, against any issuer (IAM-08). */
@Injectable()
export class OidcSignOn {
  private readonly known = new Map<string, { until: number; configuration: client.Configuration }>();

  constructor(
    private readonly config: Config,
    private readonly outbound: Outbound,
  ) {}

  newSecrets(): OidcSecrets {
    return { state: client.randomState(), nonce: client.randomNonce(), verifier: client.randomPKCECodeVerifier() };
  }

  /** Where the browser goes. @throws SignOnProblem UNAVAILABLE when the issuer cannot be asked */
  async address(provider: ProviderInUse, { state, nonce, verifier }: OidcSecrets): Promise<URL> {
    const configuration = await this.configuration(provider);
    return client.buildAuthorizationUrl(configuration, {
      redirect_uri: this.callback(provider), scope: 'openid email profile', state, nonce,
      code_challenge: await client.calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256',
    });
  }

  /**
   * Exchanges the code and checks what comes: state, nonce, PKCE, issuer, audience, signature and times of the ID token.
   *
   * @param query of the callback
   * @throws SignOnProblem NOT_PROVED, UNAVAILABLE
   */
  async person(provider: ProviderInUse, { state, nonce, verifier }: OidcSecrets, query: URLSearchParams): Promise<OidcPerson> {
    const configuration = await this.configuration(provider);
    const url = new URL(this.callback(provider));
    url.search = query.toString();
    try {
      const tokens = await client.authorizationCodeGrant(configuration, url, { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true });
      const claims = tokens.claims();
      if (!claims) throw new Error('no ID token');
      const more = claims['email'] === undefined && configuration.serverMetadata().userinfo_endpoint
        ? await client.fetchUserInfo(configuration, tokens.access_token, claims.sub)
        : claims;
      const amr = Array.isArray(claims['amr']) ? claims['amr'] : [];
      return {
        subject: claims.sub, email: textOf(more['email']), emailVerified: more['email_verified'] === true, name: textOf(more['name']),
        secondFactor: provider.trustsSecondFactor && amr.some((method) => typeof method === 'string' && SECOND_FACTORS.has(method)),
      };
    } catch (error) {
      throw new SignOnProblem('NOT_PROVED', reasonOf(error));
    }
  }

  private callback({ id }: ProviderInUse): string {
    return `${this.config.publicUrl}/api/v1/sign-in/oidc/${id}/callback`;
  }

  private async configuration(provider: ProviderInUse): Promise<client.Configuration> {
    const key = `${provider.id} ${provider.version}`;
    const entry = this.known.get(key);
    if (entry && entry.until > Date.now()) return entry.configuration;
    try {
      const issuer = new URL(provider.issuer);
      const authentication = provider.clientSecret === null ? client.None() : client.ClientSecretBasic(provider.clientSecret);
      const configuration = await client.discovery(issuer, provider.clientId ?? '', undefined, authentication, {
        [client.customFetch]: this.outbound.fetchLike as unknown as client.CustomFetch,
        // Without the first, the library trusts TLS for the ID token and leaves its signature alone. Whether plain http may be
        // spoken is for the outbound door to say: to hosts that an operator named.
        execute: [client.enableNonRepudiationChecks, ...(issuer.protocol === 'http:' ? [client.allowInsecureRequests] : [])],
      });
      if (this.known.size >= MOST_KNOWN) this.known.clear();
      this.known.set(key, { until: Date.now() + KNOWN_FOR_MS, configuration });
      return configuration;
    } catch (error) {
      throw new SignOnProblem('UNAVAILABLE', reasonOf(error));
    }
  }
}

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** Sentences of libraries; what a provider sent is not among them. */
const reasonOf = (error: unknown): string => (error instanceof Error ? `${error.message}${error.cause instanceof Error ? `: ${error.cause.message}` : ''}`.slice(0, 300) : 'unknown');
