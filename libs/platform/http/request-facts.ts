import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import type { Config } from '../config/index.js';
import { newId } from '../kernel/index.js';

/** What is known of a request from the connection and the proxies we trust; the same for every path and transport. */
export interface RequestFacts {
  /** Names the request in logs, errors, events and the `x-request-id` answer header; never taken from outside. */
  id: string;
  /** The client's network address; null when a socket has none any more. */
  address: string | null;
  /** Over which protocol the client reached the outermost proxy. */
  protocol: 'http' | 'https';
  /** The host name the client asked for. */
  host: string;
  userAgent: string | null;
  /** What the trusted proxy says of the client's certificate; null without one, or without such a proxy. */
  certificate: string | null;
}

/** The header with which our own web server shows that it may speak for a visitor. */
export const LAUNCHER_SECRET_HEADER = 'x-launcher-secret';
const MAX_USER_AGENT = 300;
const FACTS = Symbol('request facts');

type Settings = Pick<Config, 'trustedProxyHops' | 'launcherSecret' | 'secure' | 'certificateHeader'>;

/** The facts of a request, found out once. */
export function factsOf(request: IncomingMessage & { [FACTS]?: RequestFacts }, settings: Settings): RequestFacts {
  return (request[FACTS] ??= findFacts(request, settings));
}

function findFacts({ headers, socket }: IncomingMessage, settings: Settings): RequestFacts {
  const behindProxy = settings.trustedProxyHops > 0;
  const protocol = behindProxy ? headers['x-forwarded-proto'] : undefined;
  return {
    id: newId(),
    address: addressOf(headers, socket.remoteAddress, settings),
    protocol: protocol === 'https' || (protocol === undefined && settings.secure) ? 'https' : 'http',
    host: (behindProxy ? text(headers['x-forwarded-host']) : undefined) ?? headers.host ?? '',
    userAgent: headers['user-agent']?.slice(0, MAX_USER_AGENT) ?? null,
    certificate: (behindProxy && settings.certificateHeader ? text(headers[settings.certificateHeader]) : undefined) || null,
  };
}

/**
 * The client's address. `X-Forwarded-For` is believed only as far as trusted proxies wrote it (each appends what it
 * saw, so the n-th entry from the right with n trusted proxies), or from our own web server.
 */
function addressOf(headers: IncomingMessage['headers'], remote: string | undefined, settings: Settings): string | null {
  const forwarded = (text(headers['x-forwarded-for']) ?? '').split(',').map((part) => plain(part.trim()));
  if (isLauncher(text(headers[LAUNCHER_SECRET_HEADER]), settings.launcherSecret) && forwarded.at(-1)) return forwarded.at(-1) ?? null;
  if (settings.trustedProxyHops > 0) {
    const seen = forwarded.at(-settings.trustedProxyHops);
    if (seen) return seen;
  }
  return remote ? plain(remote) : null;
}

/** An IP address without IPv6 wrapping of IPv4 and without a port; null for anything else. */
function plain(value: string): string | null {
  const address = value.replace(/^::ffff:(?=\d+\.)/i, '').replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1').replace(/^\[(.+)\](:\d+)?$/, '$1');
  return isIP(address) > 0 ? address.toLowerCase() : null;
}

function isLauncher(given: string | undefined, secret: string | null): boolean {
  if (given === undefined || secret === null) return false;
  return timingSafeEqual(digest(given), digest(secret));
}

const digest = (value: string): Buffer => createHash('sha256').update(value).digest();
const text = (value: string | string[] | undefined): string | undefined => (Array.isArray(value) ? value.join(',') : value);
