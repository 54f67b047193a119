import { Injectable } from '@nestjs/common';
import { generateServiceProviderMetadata, type Profile, SAML, ValidateInResponseTo } from '@node-saml/node-saml';
import { Config } from '@throughline/platform/config';
import type { Described } from '../external-identities.js';
import type { ProviderInUse } from '../provider-in-use.js';
import { SignOnProblem } from '../sign-on-problem.js';
import { assertionEncryption } from './assertion-encryption.js';

/** What an assertion says. */
export interface SamlPerson extends Described {
  assertionId: string;
  /** The attempt whose request it answers. */
  attemptId: string;
  secondFactor: boolean;
}

/** Authentication contexts that are, or imply, more than a password. */
const SECOND_FACTORS: ReadonlySet<string> = new Set([
  'https://refeds.org/profile/mfa', 'http://schemas.microsoft.com/claims/multipleauthn', 'urn:oasis:names:tc:SAML:2.0:ac:classes:TimeSyncToken',
  'urn:oasis:names:tc:SAML:2.0:ac:classes:MobileTwoFactorContract', 'urn:oasis:names:tc:SAML:2.0:ac:classes:SmartcardPKI',
]);
/** Names under which identity providers send addresses and names. */
const EMAIL = ['email', 'mail', 'urn:oid:0.9.2342.19200300.100.1.3', 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress'];
const NAME = ['displayName', 'urn:oid:2.16.840.1.113730.3.1.241', 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/name'];
const EMAIL_FORMAT = 'urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress';
const BEARER = 'urn:oasis:names:tc:SAML:2.0:cm:bearer';
const CLOCK_SKEW_MS = 60_000;
const LONGEST_MS = 10 * 60_000;

/** SAML 2.0 as a service provider: requests by redirect, signed assertions by POST (IAM-08). */
@Injectable()
export class SamlSignOn {
  constructor(private readonly config: Config) {}

  /** Where the browser goes. */
  async address(provider: ProviderInUse, attemptId: string): Promise<string> {
    return this.saml(provider, attemptId, () => Promise.resolve(true)).getAuthorizeUrlAsync('', undefined, {});
  }

  /**
   * Checks an answer: signature over the assertion, issuer, audience, recipient's times, and that it answers a request of ours
   * that is open. What is encrypted is opened with the first key that fits.
   *
   * @param keys that open encrypted assertions, PEM
   * @throws SignOnProblem NOT_PROVED
   */
  async person(provider: ProviderInUse, response: string, keys: readonly string[], isOpen: (attemptId: string) => Promise<boolean>): Promise<SamlPerson> {
    try {
      const encrypted = assertionEncryption(response) === 'ENCRYPTED';
      if (provider.requiresEncryption && !encrypted) throw new Error('an assertion that is not encrypted');
      const { profile } = await this.validated(provider, response, encrypted ? keys : [], isOpen);
      if (!profile) throw new Error('no assertion');
      const { Assertion: assertion } = (profile.getAssertion?.() ?? {}) as unknown as Parsed;
      const assertionId = assertion?.$?.ID;
      // The library leaves these to us; and what the response around the assertion says nobody has signed.
      if (!assertion || !assertionId || !profile.nameID) throw new Error('an assertion without id or subject');
      if (profile.issuer !== provider.issuer) throw new Error('an assertion of another issuer');
      const attemptId = attemptOf(this.confirmation(provider, assertion)?.InResponseTo ?? '');
      if (!attemptId || !(await isOpen(attemptId))) throw new Error('an assertion for another request or recipient');
      const contexts = (assertion.AuthnStatement ?? []).flatMap(({ AuthnContext }) => (AuthnContext ?? []).flatMap(({ AuthnContextClassRef }) => AuthnContextClassRef ?? []));
      const context = contexts.map((value) => (typeof value === 'string' ? value : (value._ ?? '')).trim());
      const email = attribute(profile, EMAIL) ?? (profile.nameIDFormat === EMAIL_FORMAT ? profile.nameID : null);
      return {
        assertionId, attemptId, subject: profile.nameID, email, emailVerified: true, name: attribute(profile, NAME),
        secondFactor: provider.trustsSecondFactor && context.some((name) => SECOND_FACTORS.has(name)),
      };
    } catch (error) {
      throw new SignOnProblem('NOT_PROVED', error instanceof Error ? error.message.slice(0, 300) : 'unknown');
    }
  }

  /** Whatever a wrong key gives is no assertion that the provider signed, so trying is safe. */
  private async validated(provider: ProviderInUse, response: string, keys: readonly string[], isOpen: (attemptId: string) => Promise<boolean>): Promise<{ profile: Profile | null }> {
    const [key, ...others] = keys;
    try {
      return await this.saml(provider, '', isOpen, key).validatePostResponseAsync({ SAMLResponse: response });
    } catch (error) {
      if (others.length === 0) throw error;
      return this.validated(provider, response, others, isOpen);
    }
  }

  /** The signed part that says for whom, until when and in answer to what the bearer may use the assertion (SAML 2.0 Profiles, 4.1.4.2). */
  private confirmation(provider: ProviderInUse, { Subject: subjects }: NonNullable<Parsed['Assertion']>): Confirmation | undefined {
    const given = (subjects ?? []).flatMap(({ SubjectConfirmation: all }) => (all ?? []).filter(({ $ }) => $?.Method === BEARER).flatMap(({ SubjectConfirmationData: data }) => data ?? []));
    return given.map(({ $ }) => $).find((data) => data?.Recipient === this.consumer(provider) && Date.parse(data.NotOnOrAfter ?? '') > Date.now() - CLOCK_SKEW_MS);
  }

  /**
   * What an identity provider is set up with, XML.
   *
   * @param certificate what it encrypts to, PEM
   */
  metadata(provider: ProviderInUse, certificate: string | null): string {
    // The library publishes the certificate where it is told of a key; the key itself is not looked at.
    const encryption = certificate ? { decryptionPvk: 'sealed', decryptionCert: certificate } : {};
    return generateServiceProviderMetadata({ issuer: this.entityId(provider), callbackUrl: this.consumer(provider), wantAssertionsSigned: true, identifierFormat: null, ...encryption });
  }

  private saml(provider: ProviderInUse, attemptId: string, isOpen: (attemptId: string) => Promise<boolean>, decryptionKey?: string): SAML {
    return new SAML({
      issuer: this.entityId(provider), audience: this.entityId(provider), callbackUrl: this.consumer(provider), entryPoint: provider.signInAddress ?? '',
      idpCert: provider.certificates, wantAssertionsSigned: true, wantAuthnResponseSigned: false, identifierFormat: null,
      disableRequestedAuthnContext: true, acceptedClockSkewMs: CLOCK_SKEW_MS, maxAssertionAgeMs: LONGEST_MS, validateInResponseTo: ValidateInResponseTo.always,
      ...(decryptionKey ? { decryptionPvk: decryptionKey } : {}),
      generateUniqueId: () => `_${attemptId}`,
      // The attempts are the memory: they are used up together with what was proved.
      cacheProvider: {
        saveAsync: (_key, value) => Promise.resolve({ value, createdAt: Date.now() }),
        getAsync: async (key) => ((await isOpen(attemptOf(key))) ? new Date().toISOString() : null),
        removeAsync: () => Promise.resolve(null),
      },
    });
  }

  private entityId(provider: ProviderInUse): string {
    return `${this.base(provider)}/metadata`;
  }

  private consumer(provider: ProviderInUse): string {
    return `${this.base(provider)}/assertion`;
  }

  private base({ id }: ProviderInUse): string {
    return `${this.config.publicUrl}/api/v1/sign-in/saml/${id}`;
  }
}

interface Confirmation {
  InResponseTo?: string;
  Recipient?: string;
  NotOnOrAfter?: string;
}

/** An assertion as xml2js gives it. */
interface Parsed {
  Assertion?: {
    $?: { ID?: string };
    Subject?: { SubjectConfirmation?: { $?: { Method?: string }; SubjectConfirmationData?: { $?: Confirmation }[] }[] }[];
    AuthnStatement?: { AuthnContext?: { AuthnContextClassRef?: (string | { _?: string })[] }[] }[];
  };
}

const attemptOf = (requestId: string): string => (/^_[0-9a-f-]{36}$/.test(requestId) ? requestId.slice(1) : '');

function attribute(profile: Profile, names: readonly string[]): string | null {
  for (const name of names) {
    const value = profile[name];
    if (typeof value === 'string' && value) return value;
  }
  return null;
}
