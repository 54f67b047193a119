import { randomBytes } from 'node:crypto';

/** Where the answer goes decides what it may do in a browser. */
export interface HeaderSettings {
  /** Reached over TLS: browsers are told to stay there. */
  secure: boolean;
  /** Next's development server evaluates code and talks over its own socket. */
  development: boolean;
}

const COMMON = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'x-permitted-cross-domain-policies': 'none',
};

const API_POLICY = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/** Headers of every answer of ours that is data and never a page. */
export function apiHeaders(settings: HeaderSettings): Record<string, string> {
  return { ...commonHeaders(settings), 'content-security-policy': API_POLICY, 'cache-control': 'no-store' };
}

/** Headers of every answer, page or not. */
export function commonHeaders({ secure }: HeaderSettings): Record<string, string> {
  return secure ? { ...COMMON, 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : COMMON;
}

/** A fresh random value that only this page's own scripts carry. */
export function newNonce(): string {
  return randomBytes(18).toString('base64');
}

/**
 * The content security policy of a page. Scripts run only with the nonce (Next reads it from this header on the
 * request); styles may be inline, because positions of floating parts are style attributes.
 */
export function pagePolicy(nonce: string, { secure, development }: HeaderSettings): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    `connect-src 'self'${development ? ' ws: wss:' : ''}`,
    "worker-src 'self' blob:",
    "manifest-src 'self'",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-src 'none'",
    "frame-ancestors 'none'",
    ...(secure ? ['upgrade-insecure-requests'] : []),
  ].join('; ');
}
