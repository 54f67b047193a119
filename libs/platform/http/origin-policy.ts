import type { IncomingMessage } from 'node:http';
import type { Config } from '../config/index.js';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);
/**
 * Posted from pages of identity providers, as SAML wants it. What comes is signed and takes no cookie of ours.
 */
const FOREIGN_POSTS = /^\/api\/v1\/sign-in\/saml\/[0-9a-f-]{36}\/assertion$/;
const PREFLIGHT_SECONDS = '600';
/** Resumable uploads (tus) speak in headers. */
const UPLOAD_HEADERS = 'tus-resumable, upload-length, upload-metadata, upload-offset';
const UPLOAD_ANSWERS = 'location, tus-resumable, upload-expires, upload-length, upload-offset';

/** Which pages in a browser may talk to us: our own, and origins an operator named. */
export class OriginPolicy {
  private readonly allowed: ReadonlySet<string>;
  private readonly cors: ReadonlySet<string>;

  constructor({ allowedOrigins, corsOrigins }: Pick<Config, 'allowedOrigins' | 'corsOrigins'>) {
    this.allowed = new Set(allowedOrigins);
    this.cors = new Set(corsOrigins);
  }

  /** Whether a request that may change something comes from a page of ours, or from no page at all. */
  mayWrite({ method, headers, url }: IncomingMessage): boolean {
    if (SAFE_METHODS.has(method ?? 'GET') || (method === 'POST' && FOREIGN_POSTS.test(url ?? ''))) return true;
    if (headers.origin !== undefined) return this.allowed.has(headers.origin);
    const site = headers['sec-fetch-site'];
    return site === undefined || site === 'same-origin' || site === 'none';
  }

  /** Whether a WebSocket may be opened: browsers always send their origin, and cookies without one are suspicious. */
  mayConnect({ headers }: IncomingMessage): boolean {
    return headers.origin === undefined ? headers.cookie === undefined : this.allowed.has(headers.origin);
  }

  /** Headers that let an allowed foreign page read the answer; none for all others. */
  corsHeaders({ headers }: IncomingMessage): [string, string][] {
    if (this.cors.size === 0) return [];
    const { origin } = headers;
    if (origin === undefined || !this.cors.has(origin)) return [['vary', 'origin']];
    return [
      ['vary', 'origin'],
      ['access-control-allow-origin', origin],
      ['access-control-allow-credentials', 'true'],
      ['access-control-expose-headers', `x-request-id, retry-after, ${UPLOAD_ANSWERS}`],
      ['cross-origin-resource-policy', 'cross-origin'],
    ];
  }

  /** What answers the question a browser asks before a foreign request; null when it is not such a question. */
  preflightHeaders(request: IncomingMessage): [string, string][] | null {
    if (request.method !== 'OPTIONS' || request.headers['access-control-request-method'] === undefined) return null;
    const headers = this.corsHeaders(request);
    if (headers.length < 2) return headers;
    return [
      ...headers,
      ['access-control-allow-methods', 'GET, POST, PUT, PATCH, DELETE'],
      ['access-control-allow-headers', `authorization, content-type, idempotency-key, apollo-require-preflight, range, ${UPLOAD_HEADERS}`],
      ['access-control-max-age', PREFLIGHT_SECONDS],
    ];
  }
}
