import type { SignInMethod } from '@/gql/account/account';

/** With what somebody got in, after "Signed in". */
export const methodText: Readonly<Record<SignInMethod, string>> = {
  PASSWORD: 'with a password', LINK: 'by e-mailed link', OIDC: 'by single sign-on', SAML: 'by single sign-on', INVITATION: 'by invitation', API_KEY: 'with an API key',
};

const PHONES = /iphone|ipad|android|mobile/i;

/** Whether a device is carried in a pocket, for its mark. */
export const isPhone = (userAgent: string | null): boolean => PHONES.test(userAgent ?? '');
