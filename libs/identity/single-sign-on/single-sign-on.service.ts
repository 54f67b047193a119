import { Inject, Injectable } from '@nestjs/common';
import { type CookieJar, signInRequest, type SignInOutcome, SignInService } from '@throughline/identity/auth';
import { RequestThrottle } from '@throughline/identity/links';
import type { SignInMethod } from '@throughline/identity/sessions';
import { type ActorRequest, AppError } from '@throughline/platform/kernel';
import { LOGGER, type Logger } from '@throughline/platform/observability';
import { Secrets } from '@throughline/platform/secrets';
import { ATTEMPT_COOKIE, ATTEMPT_MINUTES, ATTEMPT_PATH, AttemptCookie, type AttemptState } from './attempt-cookie.js';
import { personOf } from './external-identities.js';
import { OidcSignOn } from './oidc/oidc-sign-on.js';
import { type ProviderInUse, ProvidersInUse } from './provider-in-use.js';
import { decryptionKeys, providerCertificate } from './provider-keys.js';
import { SamlSignOn } from './saml/saml-sign-on.js';
import type { ProviderKind } from './sign-in-provider.entity.js';
import { beginAttempt, isAttemptOpen, keepProven, takeProven, useAttempt } from './sign-on-attempts.js';
import { SignOnProblem } from './sign-on-problem.js';

/** A sign-in that came back: what became of it, and where the person wanted to go. */
export interface SignedOn {
  outcome: SignInOutcome;
  next: string | null;
}

/** Single sign-on from leaving for the provider to the session (IAM-08). */
@Injectable()
export class SingleSignOnService {
  constructor(
    private readonly providers: ProvidersInUse,
    private readonly cookies: AttemptCookie,
    private readonly oidc: OidcSignOn,
    private readonly saml: SamlSignOn,
    private readonly signIns: SignInService,
    private readonly throttle: RequestThrottle,
    private readonly secrets: Secrets,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** @returns where the browser goes @throws SignOnProblem */
  async start(kind: ProviderKind, id: string, next: string | null, request: ActorRequest, jar: CookieJar): Promise<string> {
    await this.throttle.countAddress('singleSignOn', request.address);
    const { provider, attempt } = await this.providers.with(kind, id, request, async (work, found) => ({ provider: found, attempt: await beginAttempt(work, found.id) }));
    const secrets = this.oidc.newSecrets();
    const address = kind === 'OIDC' ? (await this.oidc.address(provider, secrets)).href : await this.saml.address(provider, attempt);
    const state: AttemptState = { attempt, provider: id, until: Date.now() + ATTEMPT_MINUTES * 60_000, next, ...secrets };
    jar.setCookie(ATTEMPT_COOKIE, this.cookies.seal(state), { path: ATTEMPT_PATH, maxAge: ATTEMPT_MINUTES * 60 });
    return address;
  }

  /** The provider's answer, in the browser that left for it. @throws SignOnProblem; AppError of `SignInService.proceed` */
  async oidcCallback(id: string, query: URLSearchParams, request: ActorRequest, jar: CookieJar): Promise<SignedOn> {
    const state = this.stateOf(jar, id);
    const provider = await this.providers.with('OIDC', id, request, async (work, found) => {
      if (!(await useAttempt(work, id, state.attempt))) throw new SignOnProblem('EXPIRED', 'the attempt was used already');
      return found;
    });
    const { secondFactor, ...described } = await this.oidc.person(provider, state, query);
    const userId = await this.providers.with('OIDC', id, request, (work, found) => personOf(work, found, described));
    return { outcome: await this.proceed(provider, 'OIDC', userId, secondFactor, request, jar), next: state.next };
  }

  /** An assertion, posted through a browser that sends no cookie of ours along. @returns the token for `samlFinish` @throws SignOnProblem */
  async samlAssertion(id: string, response: string, request: ActorRequest): Promise<string> {
    await this.throttle.countAddress('singleSignOn', request.address);
    return this.providers.with('SAML', id, request, async (work, provider) => {
      const keys = await decryptionKeys(work, this.secrets, id);
      const { assertionId, attemptId, secondFactor, ...described } = await this.saml.person(provider, response, keys, (attempt) => isAttemptOpen(work, id, attempt));
      const userId = await personOf(work, provider, described);
      const token = await keepProven(work, id, attemptId, assertionId, { userId, secondFactor });
      if (!token) throw new SignOnProblem('EXPIRED', 'the assertion was used already');
      return token;
    });
  }

  /**
   * Opens the session in the browser that began, and only there: with the cookie alone somebody could have another person
   * prove who they are, with the token alone put another browser into their own account.
   */
  async samlFinish(id: string, token: string, request: ActorRequest, jar: CookieJar): Promise<SignedOn> {
    const state = this.stateOf(jar, id);
    const { provider, proven } = await this.providers.with('SAML', id, request, async (work, found) => ({ provider: found, proven: await takeProven(work, id, state.attempt, token) }));
    if (!proven) throw new SignOnProblem('EXPIRED', 'there is nothing to fetch');
    return { outcome: await this.proceed(provider, 'SAML', proven.userId, proven.secondFactor, request, jar), next: state.next };
  }

  /** What an identity provider is set up with. @throws SignOnProblem UNAVAILABLE */
  samlMetadata(id: string, request: ActorRequest): Promise<string> {
    return this.providers.with('SAML', id, request, async (work, provider) => this.saml.metadata(provider, await providerCertificate(work, id)));
  }

  /** Writes down why a sign-in ended, for operators; what fits no code is thrown on. @returns the code for the sign-in page */
  problemOf(error: unknown, provider: string, request: ActorRequest): string {
    if (error instanceof SignOnProblem) {
      this.logger.info({ requestId: request.id, provider, why: error.why }, 'single sign-on ended');
      return error.code;
    }
    if (error instanceof AppError && ['RATE_LIMITED', 'UNAUTHENTICATED', 'NETWORK_NOT_ALLOWED', 'DEVICE_NOT_ALLOWED'].includes(error.code)) {
      return { RATE_LIMITED: 'BUSY', UNAUTHENTICATED: 'NO_ACCOUNT' }[error.code as string] ?? error.code;
    }
    throw error;
  }

  private proceed({ organizationId }: ProviderInUse, method: SignInMethod, userId: string, secondFactor: boolean, request: ActorRequest, jar: CookieJar): Promise<SignInOutcome> {
    return this.signIns.proceed({ organizationId, userId, method, secondFactor }, signInRequest(request, jar));
  }

  private stateOf(jar: CookieJar, provider: string): AttemptState {
    const state = this.cookies.open(jar.cookies[ATTEMPT_COOKIE], provider);
    if (!state) throw new SignOnProblem('EXPIRED', 'the browser did not begin this, or too long ago');
    return state;
  }
}
