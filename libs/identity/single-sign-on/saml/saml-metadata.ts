import { DOMParser } from '@xmldom/xmldom';
import { refuse } from '@throughline/platform/kernel';

/** What we want to know of an identity provider. */
export interface SamlMetadata {
  /** Its entity id. */
  issuer: string;
  /** Where people are sent, HTTP-Redirect binding. */
  signInAddress: string;
  /** What signs assertions, PEM. */
  certificates: string[];
}

const METADATA = 'urn:oasis:names:tc:SAML:2.0:metadata';
const SIGNATURE = 'http://www.w3.org/2000/09/xmldsig#';
const REDIRECT = 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect';

/**
 * Reads the metadata that an identity provider publishes (SAML 2.0 Metadata): of a federation's file the one provider in it. Whoever
 * pastes it vouches for it; a signature over it is not looked at.
 *
 * @throws AppError VALIDATION_FAILED at `metadata` that says what is missing
 */
export function readSamlMetadata(xml: string): SamlMetadata {
  // Neither the format nor we need entities of one's own; they are how small files become large ones.
  if (/<!DOCTYPE|<!ENTITY/i.test(xml)) throw wrong('This holds definitions that metadata does not need, so it was not read.');
  const root = parsed(xml);
  const providers = elements(root, METADATA, 'IDPSSODescriptor');
  const [provider] = providers;
  if (!provider) throw wrong('This is no metadata of an identity provider. Paste the whole XML that it publishes.');
  if (providers.length > 1) throw wrong('This holds several identity providers. Paste the part of yours: one EntityDescriptor.');
  const issuer = (provider.parentNode as Element | null)?.getAttribute('entityID')?.trim();
  if (!issuer) throw wrong('Its entity id (entityID) is missing.');
  const signInAddress = elements(provider, METADATA, 'SingleSignOnService').find((service) => service.getAttribute('Binding') === REDIRECT)?.getAttribute('Location')?.trim();
  if (!signInAddress) throw wrong('It takes no sign-ins by HTTP-Redirect, which is how people are sent there.');
  const keys = elements(provider, METADATA, 'KeyDescriptor').filter((key) => key.getAttribute('use') !== 'encryption');
  const certificates = keys.flatMap((key) => elements(key, SIGNATURE, 'X509Certificate').map(({ textContent }) => pem(textContent ?? '')));
  if (certificates.length === 0) throw wrong('Its certificate for signatures is missing.');
  return { issuer, signInAddress, certificates: [...new Set(certificates)] };
}

function parsed(xml: string): Element {
  const problems: string[] = [];
  const note = (problem: string): void => void problems.push(problem);
  const document = new DOMParser({ errorHandler: { warning: note, error: note, fatalError: note } }).parseFromString(xml, 'text/xml') as { documentElement: Element | null } | undefined;
  const root = document?.documentElement;
  if (!root || problems.length > 0) throw wrong('This is no well-formed XML. Paste the whole of it.');
  return root;
}

const elements = (within: Element, namespace: string, name: string): Element[] => Array.from(within.getElementsByTagNameNS(namespace, name));

const pem = (base64: string): string => `-----BEGIN CERTIFICATE-----\n${base64.replace(/\s+/g, '').replace(/(.{64})(?=.)/g, '$1\n')}\n-----END CERTIFICATE-----`;

const wrong = (sentence: string): Error => refuse('VALIDATION_FAILED', sentence, 'metadata');
