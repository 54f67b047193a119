import type { AppError } from '@throughline/platform/kernel';
import { readSamlMetadata } from './saml-metadata.js';

const KEY = (use: string, body: string): string => `<KeyDescriptor${use ? ` use="${use}"` : ''}><ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:X509Data><ds:X509Certificate>\n  ${body}\n</ds:X509Certificate></ds:X509Data></ds:KeyInfo></KeyDescriptor>`;
const SERVICE = (binding: string, location: string): string => `<SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:${binding}" Location="${location}"/>`;
const provider = (inside: string, id = 'entityID="https://idp.example/saml"'): string => `<EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" ${id}><IDPSSODescriptor>${inside}</IDPSSODescriptor></EntityDescriptor>`;
const WHOLE = KEY('encryption', 'NOT/THIS') + KEY('signing', 'AAAA') + KEY('', 'BBBB') + SERVICE('HTTP-POST', 'https://idp.example/post') + SERVICE('HTTP-Redirect', 'https://idp.example/sso?a=1&amp;b=2');

describe('metadata of an identity provider', () => {
  it('gives entity id, address and the certificates that sign', () => {
    expect(readSamlMetadata(`<?xml version="1.0"?>${provider(WHOLE)}`)).toEqual({
      issuer: 'https://idp.example/saml', signInAddress: 'https://idp.example/sso?a=1&b=2',
      certificates: ['-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----', '-----BEGIN CERTIFICATE-----\nBBBB\n-----END CERTIFICATE-----'],
    });
  });

  it('is read within a federation\'s file, if one provider is in it', () => {
    const file = (...inside: string[]): string => `<md:EntitiesDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata">${inside.join('')}</md:EntitiesDescriptor>`;
    expect(readSamlMetadata(file(provider(WHOLE))).issuer).toBe('https://idp.example/saml');
    expect(() => readSamlMetadata(file(provider(WHOLE), provider(WHOLE)))).toThrow('several identity providers');
  });

  it.each([
    ['nothing', '', 'well-formed'], ['half of it', provider(WHOLE).slice(0, 300), 'well-formed'], ['a page', '<html><body>Sign in</body></html>', 'no metadata'],
    ['entities of one\'s own', `<!DOCTYPE x [<!ENTITY a "b">]>${provider(WHOLE)}`, 'definitions'], ['no entity id', provider(WHOLE, ''), 'entityID'],
    ['no redirect', provider(KEY('signing', 'AAAA') + SERVICE('HTTP-POST', 'https://idp.example/post')), 'HTTP-Redirect'], ['no certificate', provider(SERVICE('HTTP-Redirect', 'https://idp.example/sso')), 'certificate'],
  ])('refuses %s with what is missing', (_, xml, sentence) => {
    const refusal = (): unknown => {
      try {
        return readSamlMetadata(xml);
      } catch (error) {
        return (error as AppError).problems;
      }
    };
    expect(refusal()).toEqual([{ code: 'VALIDATION_FAILED', path: ['metadata'], message: expect.stringContaining(sentence) as string }]);
  });
});
