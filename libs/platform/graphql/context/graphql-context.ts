import type { Actor } from '../../kernel/index.js';

/** How a cookie is set; `maxAge` in seconds. */
export interface CookieOptions {
  path?: string;
  maxAge?: number;
  httpOnly?: boolean;
  sameSite?: 'strict' | 'lax';
  secure?: boolean;
}

/** What resolvers may know of the request and do to its answer. */
export interface GraphqlRequest {
  readonly id: string;
  readonly transport: 'http' | 'websocket';
  readonly address: string | null;
  readonly userAgent: string | null;
  /** What the trusted proxy says of the client's certificate. */
  readonly certificate?: string | null;
  readonly cookies: Readonly<Record<string, string | undefined>>;
  /** @throws Error over WebSocket: there is no answer to put it on */
  setCookie(name: string, value: string, options: CookieOptions): void;
  clearCookie(name: string, options: CookieOptions): void;
}

/** The context value of every operation: a new object for each. */
export interface GraphqlContext {
  actor: Actor;
  request: GraphqlRequest;
}
