import { Agent, type ClientRequest, type IncomingHttpHeaders, type IncomingMessage, type OutgoingHttpHeaders, type ServerResponse, request } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Logger } from '../observability/index.js';
import type { RequestFacts } from './request-facts.js';
import { type HeaderSettings, commonHeaders, newNonce, pagePolicy } from './security-headers.js';
import { unavailablePage } from './unavailable-page.js';

/** Belong to one connection, not to the message (RFC 9110, 7.6.1). */
const HOP_BY_HOP = ['connection', 'keep-alive', 'proxy-authenticate', 'proxy-authorization', 'proxy-connection', 'te', 'trailer', 'transfer-encoding', 'upgrade'];
/** Only we may say these to the web server; whatever a client sends under these names is dropped. */
const OURS = /^(x-forwarded-.*|forwarded|x-real-ip|x-launcher-secret|x-nonce|content-security-policy.*|x-middleware-.*|x-invoke-.*|x-matched-path|x-now-.*)$/;
const ASSETS = '/_next/static/';

/**
 * Hands requests for pages to the web server behind us: streams both ways, tells it who the visitor is, and sets the
 * security headers of the answer. Next is never reached from outside in any other way.
 */
export class WebProxy {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 256, maxFreeSockets: 32 });
  private readonly common: Record<string, string>;
  private readonly target: URL;

  constructor(
    origin: string,
    private readonly settings: HeaderSettings,
    private readonly logger: Logger,
  ) {
    this.target = new URL(origin);
    this.common = commonHeaders(settings);
  }

  /** Answers a request with what the web server says, or with a plain page that it is not there. */
  handle(incoming: IncomingMessage, response: ServerResponse, facts: RequestFacts, repeated = false): void {
    const policy = incoming.url?.startsWith(ASSETS) ? {} : { nonce: newNonce() };
    const security = this.securityHeaders(policy.nonce);
    const outgoing = this.open(incoming, facts, { ...(policy.nonce ? { 'x-nonce': policy.nonce } : {}), ...security });
    outgoing.once('response', (answer) => {
      response.writeHead(answer.statusCode ?? 502, { ...endToEnd(answer.headers), ...security, 'x-request-id': facts.id });
      answer.pipe(response);
      answer.once('error', () => response.destroy());
    });
    outgoing.once('error', (error: NodeJS.ErrnoException) => {
      // An idle connection that the web server closed at this very moment; without a body the request can go again.
      if (!repeated && outgoing.reusedSocket && error.code === 'ECONNRESET' && !hasBody(incoming)) {
        this.handle(incoming, response, facts, true);
        return;
      }
      this.fail(response, facts, error);
    });
    response.once('close', () => outgoing.destroy());
    if (hasBody(incoming)) incoming.pipe(outgoing);
    else outgoing.end();
  }

  /** Tunnels an upgrade (the development server's hot reload). */
  upgrade(incoming: IncomingMessage, socket: Duplex, head: Buffer, facts: RequestFacts): void {
    const outgoing = this.open(incoming, facts, { connection: 'Upgrade', upgrade: incoming.headers.upgrade ?? 'websocket' });
    const end = (): void => void socket.destroy();
    socket.once('error', () => outgoing.destroy());
    outgoing.once('error', end);
    outgoing.once('response', end);
    outgoing.once('upgrade', (answer, upstream, first) => {
      const lines = Object.entries(answer.headers).flatMap(([name, value]) => [value ?? []].flat().map((item) => `${name}: ${item}`));
      socket.write(`HTTP/1.1 101 Switching Protocols\r\n${lines.join('\r\n')}\r\n\r\n`);
      if (first.length > 0) socket.write(first);
      if (head.length > 0) upstream.write(head);
      upstream.once('error', end);
      socket.once('error', () => upstream.destroy());
      upstream.pipe(socket).pipe(upstream);
    });
    outgoing.end();
  }

  /** Closes idle connections. */
  close(): void {
    this.agent.destroy();
  }

  private open(incoming: IncomingMessage, facts: RequestFacts, extra: OutgoingHttpHeaders): ClientRequest {
    const headers: OutgoingHttpHeaders = {};
    for (const [name, value] of Object.entries(endToEnd(incoming.headers))) if (!OURS.test(name)) headers[name] = value;
    return request({
      agent: this.agent,
      host: this.target.hostname,
      port: this.target.port || 80,
      method: incoming.method,
      path: incoming.url,
      setHost: false,
      headers: {
        ...headers,
        ...extra,
        'x-request-id': facts.id,
        'x-forwarded-for': facts.address ?? '',
        'x-forwarded-proto': facts.protocol,
        'x-forwarded-host': facts.host,
      },
    });
  }

  private securityHeaders(nonce: string | undefined): Record<string, string> {
    return nonce ? { ...this.common, 'content-security-policy': pagePolicy(nonce, this.settings) } : this.common;
  }

  private fail(response: ServerResponse, facts: RequestFacts, error: Error): void {
    if (response.destroyed || response.writableEnded) return;
    if (response.headersSent) {
      response.destroy();
      return;
    }
    this.logger.warn({ requestId: facts.id, err: error }, 'the web server does not answer');
    response.writeHead(503, { ...this.common, ...unavailablePage.headers, 'x-request-id': facts.id });
    response.end(unavailablePage.body);
  }
}

const hasBody = ({ headers }: IncomingMessage): boolean =>
  headers['transfer-encoding'] !== undefined || (headers['content-length'] !== undefined && headers['content-length'] !== '0');

function endToEnd(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  const named = (headers.connection ?? '').split(',').map((name) => name.trim().toLowerCase());
  const dropped = new Set([...HOP_BY_HOP, ...named]);
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !dropped.has(name)));
}
