import type { GraphqlRequest } from '@throughline/platform/graphql';
import { ACCESS_TOKEN_SECONDS } from './access-token.js';

export const ACCESS_COOKIE = 'tl_access';
export const REFRESH_COOKIE = 'tl_refresh';

/** Refresh tokens travel to the one path that takes them. */
const REFRESH_PATH = '/graphql';

/** Puts a session on the answer. HttpOnly, SameSite=Lax and, under https, Secure are the platform's defaults. */
export function setSessionCookies(request: GraphqlRequest, tokens: { accessToken: string; refreshToken: string; refreshSeconds: number }): void {
  request.setCookie(ACCESS_COOKIE, tokens.accessToken, { path: '/', maxAge: ACCESS_TOKEN_SECONDS });
  request.setCookie(REFRESH_COOKIE, tokens.refreshToken, { path: REFRESH_PATH, maxAge: tokens.refreshSeconds });
}

export function clearSessionCookies(request: GraphqlRequest): void {
  request.clearCookie(ACCESS_COOKIE, { path: '/' });
  request.clearCookie(REFRESH_COOKIE, { path: REFRESH_PATH });
}
