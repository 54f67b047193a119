import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { RoleObject } from '@throughline/identity/access';
import { DateTimeScalar } from '@throughline/platform/graphql';
import type { ProviderKind, ProviderTier } from '../sign-in-provider.entity.js';

export const SignInProviderKindEnum = { OIDC: 'OIDC', SAML: 'SAML' } as const satisfies { [Kind in ProviderKind]: Kind };
registerEnumType(SignInProviderKindEnum, {
  name: 'SignInProviderKind',
  description: 'How a provider of single sign-on is spoken to.',
  valuesMap: { OIDC: { description: 'OpenID Connect: code with PKCE.' }, SAML: { description: 'SAML 2.0.' } },
});

export const SignInProviderTierEnum = { ADMIN: 'ADMIN', EMPLOYEE: 'EMPLOYEE', CLIENT: 'CLIENT' } as const satisfies { [Tier in ProviderTier]: Tier };
registerEnumType(SignInProviderTierEnum, {
  name: 'SignInProviderTier',
  description: 'Who may sign in by a provider.',
  valuesMap: { ADMIN: { description: 'Administrators.' }, EMPLOYEE: { description: 'Employees.' }, CLIENT: { description: 'People of customers.' } },
});

@ObjectType('SignInProvider', { description: 'A provider of single sign-on.' })
export class SignInProviderObject {
  @Field(() => ID, { description: 'The record\'s id; stands in the addresses that the provider is set up with.' })
  id!: string;

  @Field(() => Int, { description: 'Changes with every edit; pass the one you saw when you edit.' })
  version!: number;

  @Field(() => DateTimeScalar, { description: 'When it was added.' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When it was last changed.' })
  updatedAt!: Date;

  @Field(() => SignInProviderKindEnum, { description: 'How it is spoken to.' })
  kind!: ProviderKind;

  @Field(() => String, { description: 'Stands on the button of the sign-in page.' })
  name!: string;

  @Field(() => String, { description: 'OIDC: the issuer\'s address. SAML: the identity provider\'s entity id.' })
  issuer!: string;

  @Field(() => String, { nullable: true, description: 'OIDC: the client id.' })
  clientId!: string | null;

  @Field(() => Boolean, { description: 'OIDC: whether a client secret is kept; it is shown to nobody.' })
  hasClientSecret!: boolean;

  @Field(() => String, { nullable: true, description: 'SAML: where people are sent.' })
  signInAddress!: string | null;

  @Field(() => [String], { description: 'SAML: certificates with which assertions are signed, PEM.' })
  certificates!: string[];

  @Field(() => [String], { description: 'E-mail domains of the people who sign in by it.' })
  emailDomains!: string[];

  @Field(() => [SignInProviderTierEnum], { description: 'Who may sign in by it.' })
  tiers!: ProviderTier[];

  @Field(() => Boolean, { description: 'Whether its word that a second factor was given counts; else we ask for a code ourselves.' })
  trustsSecondFactor!: boolean;

  @Field(() => RoleObject, { nullable: true, description: 'People of its domains without an account get one with this role; null = they do not get in.' })
  provisionRole!: RoleObject | null;

  @Field(() => Boolean, { description: 'Whether it is in use.' })
  active!: boolean;

  @Field(() => Boolean, { description: 'SAML: whether only assertions encrypted to us are believed.' })
  requiresEncryption!: boolean;

  @Field(() => String, { nullable: true, description: 'SAML: the certificate that it encrypts to, PEM; stands in our metadata too.' })
  encryptionCertificate!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Since when it encrypts to this certificate.' })
  encryptionKeySince!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Until when what is encrypted to the certificate before still opens; null when there is none.' })
  formerKeyUntil!: Date | null;
}

@ObjectType('SignInOption', { description: 'A button of the sign-in page.' })
export class SignInOptionObject {
  @Field(() => ID, { description: 'The provider.' })
  id!: string;

  @Field(() => SignInProviderKindEnum, { description: 'How it is spoken to.' })
  kind!: ProviderKind;

  @Field(() => String, { description: 'Its name.' })
  name!: string;

  @Field(() => String, { description: 'Where the browser goes; `?next=` is the path to come back to.' })
  startAddress!: string;
}

@ObjectType('OrganizationLook', { description: 'What an organization looks like to everybody.' })
export class OrganizationLookObject {
  @Field(() => String, { description: 'What it is called.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Its logo as the address of an image.' })
  logo!: string | null;

  @Field(() => String, { nullable: true, description: 'Stands for the logo where there is no image.' })
  logoText!: string | null;

  @Field(() => String, { nullable: true, description: 'Its main colour: #1f4fd8.' })
  brandColour!: string | null;

  @Field(() => String, { nullable: true, description: 'Its second colour.' })
  accentColour!: string | null;
}

@ObjectType('SignInLook', { description: 'How the sign-in page looks.' })
export class SignInLookObject {
  @Field(() => OrganizationLookObject, { nullable: true, description: 'Whose page it is; null where the installation has several organizations and none is named.' })
  organization!: OrganizationLookObject | null;

  @Field(() => Boolean, { description: 'Whether one may found an organization of one\'s own here.' })
  mayFound!: boolean;
}
