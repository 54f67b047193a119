import { DOMParser } from '@xmldom/xmldom';

const ASSERTION = 'urn:oasis:names:tc:SAML:2.0:assertion';
/** Tells attackers by its errors what it holds (Bleichenbacher); and a cipher with 64-bit blocks. */
const REFUSED = /^http:\/\/www\.w3\.org\/2001\/04\/xmlenc#(rsa-1_5|tripledes-cbc)$/;

/**
 * Whether the one assertion of a response is encrypted, before anything in it is believed.
 *
 * @param response SAMLResponse, base64
 * @throws Error for a response with both, or encrypted in a way that is not safe
 */
export function assertionEncryption(response: string): 'ENCRYPTED' | 'PLAIN' {
  const ignore = (): void => undefined;
  const xml = Buffer.from(response, 'base64').toString('utf8');
  const document = new DOMParser({ errorHandler: { warning: ignore, error: ignore, fatalError: ignore } }).parseFromString(xml, 'text/xml') as Document | undefined;
  const count = (namespace: string, name: string): number => document?.getElementsByTagNameNS(namespace, name).length ?? 0;
  if (!document || count('*', 'EncryptedAssertion') === 0) return 'PLAIN';
  // Wherever and in whatever namespace they stand: what the library reads must be what was counted here.
  if (count('*', 'EncryptedAssertion') > 1 || count('*', 'Assertion') > 0 || count(ASSERTION, 'EncryptedAssertion') !== 1) throw new Error('an encrypted assertion that is not alone');
  const methods = Array.from(document.getElementsByTagNameNS('*', 'EncryptionMethod'));
  if (methods.some((method) => REFUSED.test(method.getAttribute('Algorithm') ?? ''))) throw new Error('an assertion that is encrypted in an unsafe way');
  return 'ENCRYPTED';
}
