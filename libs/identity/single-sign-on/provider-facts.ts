import { X509Certificate } from 'node:crypto';
import { normalizeLine, refuse } from '@throughline/platform/kernel';
import { readSamlMetadata } from './saml/saml-metadata.js';
import type { ProviderKind, ProviderTier } from './sign-in-provider.entity.js';

/** A provider as an administrator describes it; absent = unchanged, for a new one the default. */
export interface ProviderEntry {
  name?: string | undefined;
  issuer?: string | null | undefined;
  clientId?: string | null | undefined;
  /** null takes it away: a public client with PKCE only. */
  clientSecret?: string | null | undefined;
  signInAddress?: string | null | undefined;
  /** SAML: what the identity provider publishes, XML; what is entered beside it wins. */
  metadata?: string | null | undefined;
  certificates?: readonly string[] | undefined;
  emailDomains?: readonly string[] | undefined;
  tiers?: readonly ProviderTier[] | undefined;
  trustsSecondFactor?: boolean | undefined;
  provisionRoleId?: string | null | undefined;
  active?: boolean | undefined;
  /** SAML: only encrypted assertions are believed. */
  requiresEncryption?: boolean | undefined;
}

/** What is kept of it, but for the secret. */
export interface ProviderFacts {
  name: string;
  issuer: string;
  clientId: string | null;
  signInAddress: string | null;
  certificates: string[];
  emailDomains: string[];
  tiers: ProviderTier[];
  trustsSecondFactor: boolean;
  provisionRoleId: string | null;
  active: boolean;
  requiresEncryption: boolean;
}

export const NEW_PROVIDER: ProviderFacts = {
  name: '', issuer: '', clientId: null, signInAddress: null, certificates: [], emailDomains: [], tiers: ['EMPLOYEE'], trustsSecondFactor: false, provisionRoleId: null, active: true,
  requiresEncryption: false,
};

const MAY_BE_NULL: ReadonlySet<string> = new Set(['clientId', 'signInAddress', 'provisionRoleId']);
const DOMAIN = /^(?=.{4,253}$)([a-z0-9](-?[a-z0-9])*\.)+[a-z0-9](-?[a-z0-9])+$/;

/** @returns everything of the provider after the change @throws AppError VALIDATION_FAILED with the path of what is wrong */
export function providerFacts(kind: ProviderKind, before: ProviderFacts, { clientSecret: _secret, metadata, ...entered }: ProviderEntry): ProviderFacts {
  const entry = kind === 'SAML' && metadata ? { ...readSamlMetadata(metadata), ...filled(entered) } : entered;
  const given = Object.fromEntries(Object.entries(entry).filter(([name, value]) => value !== undefined && (value !== null || MAY_BE_NULL.has(name)))) as Partial<ProviderFacts>;
  const facts: ProviderFacts = { ...before, ...given };
  facts.name = normalizeLine(facts.name) ?? '';
  if (!facts.name) throw refuse('VALIDATION_FAILED', 'Enter a name: it stands on the button of the sign-in page.', 'name');
  facts.emailDomains = [...new Set(facts.emailDomains.map((domain, index) => domainOf(domain, index)))].sort();
  facts.tiers = [...new Set(facts.tiers)].sort();
  if (facts.tiers.length === 0) throw refuse('VALIDATION_FAILED', 'Choose who may sign in by it.', 'tiers');
  if (facts.provisionRoleId && facts.emailDomains.length === 0) throw refuse('VALIDATION_FAILED', 'Name the e-mail domains whose people get an account.', 'emailDomains');
  if (facts.provisionRoleId && !facts.tiers.includes('EMPLOYEE')) throw refuse('VALIDATION_FAILED', 'Accounts are made for employees: let employees sign in by it.', 'tiers');
  return kind === 'OIDC' ? oidcFacts(facts) : samlFacts(facts);
}

/** What somebody really entered: an empty field does not take away what the metadata says. */
const filled = <T extends object>(entered: T): Partial<T> =>
  Object.fromEntries(Object.entries(entered).filter(([, value]) => value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0))) as Partial<T>;

function oidcFacts(facts: ProviderFacts): ProviderFacts {
  const issuer = webAddress(facts.issuer, 'issuer');
  if (issuer.search || issuer.hash) throw refuse('VALIDATION_FAILED', 'An issuer is an address without ? and #.', 'issuer');
  const clientId = normalizeLine(facts.clientId ?? '');
  if (!clientId) throw refuse('VALIDATION_FAILED', 'Enter the client id that the provider gave you.', 'clientId');
  return { ...facts, issuer: facts.issuer.trim(), clientId, signInAddress: null, certificates: [], requiresEncryption: false };
}

function samlFacts(facts: ProviderFacts): ProviderFacts {
  const issuer = normalizeLine(facts.issuer);
  if (!issuer) throw refuse('VALIDATION_FAILED', 'Enter the identity provider\'s entity id.', 'issuer');
  if (facts.certificates.length === 0) throw refuse('VALIDATION_FAILED', 'Enter the certificate with which the identity provider signs.', 'certificates');
  // A program at the provider's side says every address: without domains anybody's.
  if (facts.emailDomains.length === 0) throw refuse('VALIDATION_FAILED', 'Name the e-mail domains of the people who sign in by it.', 'emailDomains');
  return { ...facts, issuer, clientId: null, signInAddress: webAddress(facts.signInAddress ?? '', 'signInAddress').href, certificates: facts.certificates.map(certificate) };
}

/** Whether it may be asked at all is decided when it is asked: see `Outbound`. */
function webAddress(text: string, path: string): URL {
  if (URL.canParse(text)) {
    const url = new URL(text);
    if (['https:', 'http:'].includes(url.protocol) && !url.username && !url.password) return url;
  }
  throw refuse('VALIDATION_FAILED', 'Enter an address that starts with https://.', path);
}

function certificate(text: string, index: number): string {
  try {
    const body = text.replace(/-----(BEGIN|END) CERTIFICATE-----/g, '').replace(/\s+/g, '');
    return new X509Certificate(Buffer.from(body, 'base64')).toString();
  } catch {
    throw refuse('VALIDATION_FAILED', 'This is no certificate. Paste it with its lines BEGIN CERTIFICATE and END CERTIFICATE.', `certificates.${index}`);
  }
}

function domainOf(text: string, index: number): string {
  const domain = text.trim().toLowerCase().replace(/^@/, '');
  if (!DOMAIN.test(domain)) throw refuse('VALIDATION_FAILED', `"${text}" is no e-mail domain. Write it as example.com.`, `emailDomains.${index}`);
  return domain;
}

/** The part of an address behind the @, lower case. */
export const domainOfEmail = (email: string): string => email.slice(email.lastIndexOf('@') + 1).toLowerCase();
