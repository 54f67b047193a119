import type { SignInProviderKind, SignInProviderTier } from '@/gql/single-sign-on/single-sign-on';

export const kindLabel: Readonly<Record<SignInProviderKind, string>> = { OIDC: 'OpenID Connect', SAML: 'SAML 2.0' };
export const tierLabel: Readonly<Record<SignInProviderTier, string>> = { ADMIN: 'Administrators', EMPLOYEE: 'Staff', CLIENT: 'Clients' };
