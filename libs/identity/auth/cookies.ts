import { type DeviceProof, deviceTokens, withDeviceToken } from '@throughline/identity/devices';
import type { GraphqlRequest } from '@throughline/platform/graphql';
import type { ActorRequest } from '@throughline/platform/kernel';
import { ACCESS_TOKEN_SECONDS } from './access-token.js';
import type { SignInOutcome, SignInRequest } from './sign-in.service.js';

export const ACCESS_COOKIE = 'tl_access';
export const REFRESH_COOKIE = 'tl_refresh';
/** Makes a browser known to the people who sign in with it; outlives sessions. */
export const DEVICE_COOKIE = 'tl_device';

/** Refresh tokens travel to the one path that takes them. */
const REFRESH_PATH = '/graphql';
const DEVICE_SECONDS = 400 * 86_400;

/** What a request's cookies are read from and an answer's put on: a GraphQL request, or a route's with the same members. */
export type CookieJar = Pick<GraphqlRequest, 'cookies' | 'setCookie'>;

/** Puts a session on the answer. HttpOnly, SameSite=Lax and, under https, Secure are the platform's defaults. */
export function setSessionCookies(jar: Pick<CookieJar, 'setCookie'>, tokens: { accessToken: string; refreshToken: string; refreshSeconds: number }): void {
  jar.setCookie(ACCESS_COOKIE, tokens.accessToken, { path: '/', maxAge: ACCESS_TOKEN_SECONDS });
  jar.setCookie(REFRESH_COOKIE, tokens.refreshToken, { path: REFRESH_PATH, maxAge: tokens.refreshSeconds });
}

/** Puts everything a sign-in leaves in a browser on the answer: the session, and the device's token when it is new. */
export function setSignInCookies(jar: CookieJar, { tokens, deviceToken }: Extract<SignInOutcome, { kind: 'SIGNED_IN' }>): void {
  setSessionCookies(jar, tokens);
  if (deviceToken) jar.setCookie(DEVICE_COOKIE, withDeviceToken(deviceTokens(jar.cookies[DEVICE_COOKIE]), deviceToken), { path: '/', maxAge: DEVICE_SECONDS });
}

/**
 * A request as `SignInService` wants it.
 *
 * @param shown.deviceToken of a program, which keeps no cookies
 * @param shown.device the answer of a registered device's key
 */
export function signInRequest(
  facts: ActorRequest, jar: Pick<CookieJar, 'cookies'> & { certificate?: string | null }, shown: { deviceToken?: string | null; device?: DeviceProof | null } = {},
): SignInRequest {
  return {
    ...facts, deviceTokens: [...deviceTokens(shown.deviceToken), ...deviceTokens(jar.cookies[DEVICE_COOKIE])], deviceProof: shown.device ?? null, certificate: jar.certificate ?? null,
  };
}

export function clearSessionCookies(request: GraphqlRequest): void {
  request.clearCookie(ACCESS_COOKIE, { path: '/' });
  request.clearCookie(REFRESH_COOKIE, { path: REFRESH_PATH });
}
