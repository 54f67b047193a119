import { randomBytes } from 'node:crypto';
import { IdentityProvider, SamlLib, ServiceProvider, setSchemaValidator } from 'samlify';
import { IDP_CERTIFICATE, IDP_KEY } from './saml-keys.js';

// The documents here are our own; what is tried is how the product reads them.
setSchemaValidator({ validate: () => Promise.resolve('ok') });

export const SAML_ISSUER = 'https://idp.example/saml';
export const SAML_ADDRESS = 'https://idp.example/sso';

/** What an assertion says; everything has an honest default. */
export interface Assertion {
  subject: string;
  email: string;
  issuer: string;
  audience: string;
  recipient: string;
  inResponseTo: string;
  assertionId: string;
  notBefore: Date;
  notOnOrAfter: Date;
  context: string;
}

const TEMPLATE = `<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="{ResponseId}" Version="2.0" IssueInstant="{Now}" Destination="{Recipient}" InResponseTo="{ResponseTo}"><saml:Issuer>{Issuer}</saml:Issuer><samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/></samlp:Status><saml:Assertion ID="{AssertionId}" Version="2.0" IssueInstant="{Now}"><saml:Issuer>{Issuer}</saml:Issuer><saml:Subject><saml:NameID Format="urn:oasis:names:tc:SAML:2.0:nameid-format:persistent">{NameID}</saml:NameID><saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer"><saml:SubjectConfirmationData NotOnOrAfter="{NotOnOrAfter}" Recipient="{Recipient}" InResponseTo="{InResponseTo}"/></saml:SubjectConfirmation></saml:Subject><saml:Conditions NotBefore="{NotBefore}" NotOnOrAfter="{NotOnOrAfter}"><saml:AudienceRestriction><saml:Audience>{Audience}</saml:Audience></saml:AudienceRestriction></saml:Conditions><saml:AuthnStatement AuthnInstant="{Now}"><saml:AuthnContext><saml:AuthnContextClassRef>{Context}</saml:AuthnContextClassRef></saml:AuthnContext></saml:AuthnStatement><saml:AttributeStatement><saml:Attribute Name="email"><saml:AttributeValue>{Email}</saml:AttributeValue></saml:Attribute></saml:AttributeStatement></saml:Assertion></samlp:Response>`;

/** How it encrypts to the certificate of the product's metadata; algorithms as XML Encryption names them. */
export interface Encryption {
  data?: string;
  key?: string;
}

/** A SAML identity provider. */
export class SamlTestProvider {
  private readonly service: ReturnType<typeof ServiceProvider>;

  /**
   * @param metadata of the product's provider
   * @param encryption null: assertions are signed only
   */
  constructor(metadata: string, private readonly key = IDP_KEY, private readonly certificate = IDP_CERTIFICATE, private readonly encryption: Encryption | null = null) {
    this.service = ServiceProvider({ metadata });
  }

  /** What it publishes about itself, XML. */
  metadata(): string {
    return this.provider().getMetadata();
  }

  /** Reads the request that a browser brings. @returns its id and where the answer goes */
  async read(address: string): Promise<{ id: string; consumer: string; audience: string }> {
    const { extract } = await this.provider().parseLoginRequest(this.service, 'redirect', { query: Object.fromEntries(new URL(address).searchParams) });
    const { request, issuer } = extract as { request: { id: string; assertionConsumerServiceUrl: string }; issuer: string };
    return { id: request.id, consumer: request.assertionConsumerServiceUrl, audience: issuer };
  }

  /** @param responseTo what the unsigned response around the assertion says @returns SAMLResponse, base64 */
  async answer(assertion: Partial<Assertion> & Pick<Assertion, 'recipient' | 'audience' | 'inResponseTo'>, responseTo = assertion.inResponseTo): Promise<string> {
    const facts: Assertion = {
      subject: 'somebody', email: 'somebody@ours.example', issuer: SAML_ISSUER, assertionId: id(), notBefore: new Date(Date.now() - 1_000), notOnOrAfter: new Date(Date.now() + 60_000),
      context: 'urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport', ...assertion,
    };
    const tags = {
      ResponseId: id(), Now: new Date().toISOString(), Recipient: facts.recipient, ResponseTo: responseTo, InResponseTo: facts.inResponseTo, Issuer: facts.issuer, AssertionId: facts.assertionId,
      NameID: facts.subject, NotBefore: facts.notBefore.toISOString(), NotOnOrAfter: facts.notOnOrAfter.toISOString(), Audience: facts.audience, Context: facts.context, Email: facts.email,
    };
    const { context } = await this.provider().createLoginResponse(this.service, { extract: { request: { id: facts.inResponseTo } } }, 'post', {}, (template: string) => ({ id: tags.ResponseId, context: SamlLib.replaceTagsByValue(template, tags) }));
    return context;
  }

  private provider(): ReturnType<typeof IdentityProvider> {
    return IdentityProvider({
      entityID: SAML_ISSUER, privateKey: this.key, signingCert: this.certificate, wantAuthnRequestsSigned: false, isAssertionEncrypted: this.encryption !== null,
      ...(this.encryption?.data ? { dataEncryptionAlgorithm: this.encryption.data } : {}), ...(this.encryption?.key ? { keyEncryptionAlgorithm: this.encryption.key } : {}),
      requestSignatureAlgorithm: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
      singleSignOnService: [{ Binding: 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect', Location: SAML_ADDRESS }, { Binding: 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST', Location: SAML_ADDRESS }],
      loginResponseTemplate: { context: TEMPLATE, attributes: [] },
    });
  }
}

const id = (): string => `_${randomBytes(16).toString('hex')}`;
