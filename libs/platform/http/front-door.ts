import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Config } from '../config/index.js';
import type { Logger } from '../observability/index.js';
import { OriginPolicy } from './origin-policy.js';
import { type RequestFacts, factsOf } from './request-facts.js';
import { apiHeaders } from './security-headers.js';
import { WebProxy } from './web-proxy.js';

/** Answers a request that is the API's. */
export type ApiHandler = (request: IncomingMessage, response: ServerResponse) => void;
/** Takes over a connection that asks to become something else. */
export type UpgradeHandler = (request: IncomingMessage, socket: Duplex, head: Buffer, facts: RequestFacts) => void;

const API_PATHS = ['/graphql', '/healthz', '/readyz', '/api/v1', '/files'];
/** Asked by load balancers, who speak plain http inside. */
const HEALTH_PATHS = new Set(['/healthz', '/readyz']);
const HEADERS_TIMEOUT_MS = 15_000;
/** Longer than the idle time of the proxies in front of us, which then are the ones that close. */
const KEEP_ALIVE_MS = 75_000;

/**
 * The process's public port. Paths of the API go to Nest, every other path to the web server; every answer carries
 * the security headers and the request id. It also knows what is under way, for a clean end.
 */
export class FrontDoor {
  private readonly proxy: WebProxy | null;
  private readonly headers: [string, string][];
  private readonly origins: OriginPolicy;
  private readonly upgrades = new Map<string, UpgradeHandler>();
  private server: Server | null = null;
  private readonly active = new Set<ServerResponse>();
  private whenIdle: (() => void) | null = null;
  private draining = false;

  constructor(
    private readonly config: Config,
    private readonly logger: Logger,
  ) {
    const settings = { secure: config.secure, development: config.environment === 'development' };
    this.headers = Object.entries(apiHeaders(settings));
    this.origins = new OriginPolicy(config);
    this.proxy = config.webOrigin ? new WebProxy(config.webOrigin, settings, logger) : null;
  }

  /** The server for Fastify (`serverFactory`). */
  createServer(api: ApiHandler): Server {
    const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS, headersTimeout: HEADERS_TIMEOUT_MS }, (request, response) =>
      this.handle(api, request, response));
    server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => this.upgrade(request, socket, head));
    this.server = server;
    return server;
  }

  /** Names who takes over upgrades on one of the API's paths. */
  onUpgrade(path: string, handler: UpgradeHandler): void {
    this.upgrades.set(path, handler);
  }

  get isDraining(): boolean {
    return this.draining;
  }

  /** From now on answers end their connection, those under way included; nothing is refused yet. */
  startDraining(): void {
    this.draining = true;
    for (const response of this.active) if (!response.headersSent) response.setHeader('connection', 'close');
  }

  /**
   * Takes no new connections and waits for the answers under way.
   *
   * @param withinMs afterwards whatever is left is cut off
   */
  async close(withinMs: number): Promise<void> {
    this.startDraining();
    this.server?.close();
    let timer: NodeJS.Timeout | undefined;
    await Promise.race([
      new Promise<void>((done) => (this.active.size === 0 ? done() : (this.whenIdle = done))),
      new Promise<void>((done) => (timer = setTimeout(done, withinMs))),
    ]);
    clearTimeout(timer);
    this.server?.closeAllConnections();
    this.proxy?.close();
  }

  private handle(api: ApiHandler, request: IncomingMessage, response: ServerResponse): void {
    const facts = factsOf(request, this.config);
    const from = performance.now();
    this.active.add(response);
    response.once('close', () => {
      this.active.delete(response);
      if (this.active.size === 0) this.whenIdle?.();
      this.log(request, response, facts, from);
    });
    if (this.draining) response.setHeader('connection', 'close');
    if (this.config.secure && facts.protocol === 'http' && !HEALTH_PATHS.has(pathOf(request.url ?? '/'))) {
      toTls(request, response, this.config.publicUrl);
      return;
    }
    if (this.proxy && !isApiPath(request.url ?? '/')) {
      this.proxy.handle(request, response, facts);
      return;
    }
    for (const [name, value] of this.headers) response.setHeader(name, value);
    response.setHeader('x-request-id', facts.id);
    for (const [name, value] of this.origins.corsHeaders(request)) response.setHeader(name, value);
    const preflight = this.origins.preflightHeaders(request);
    if (preflight) response.writeHead(204, Object.fromEntries(preflight)).end();
    else if (!this.origins.mayWrite(request)) refuseOrigin(request, response, facts);
    else api(request, response);
  }

  /** One line for each answer at level debug; what failed is always written. Paths may hold tokens of public links, so only their start. */
  private log({ method, url }: IncomingMessage, { statusCode }: ServerResponse, { id, address }: RequestFacts, from: number): void {
    const level = statusCode >= 500 ? 'warn' : 'debug';
    if (!this.logger.isLevelEnabled(level)) return;
    const path = pathOf(url ?? '/').split('/').slice(0, 2).join('/');
    this.logger[level]({ requestId: id, address, method, path, status: statusCode, milliseconds: Math.round(performance.now() - from) }, 'answered');
  }

  private upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    // Without a listener an error on the bare socket would end the process.
    socket.on('error', () => socket.destroy());
    const facts = factsOf(request, this.config);
    const path = pathOf(request.url ?? '/');
    const handler = this.upgrades.get(path);
    if (this.draining) refuse(socket, '503 Service Unavailable');
    else if (this.config.secure && facts.protocol === 'http') refuse(socket, '403 Forbidden');
    else if (handler && !this.origins.mayConnect(request)) refuse(socket, '403 Forbidden');
    else if (handler) handler(request, socket, head, facts);
    else if (this.proxy && this.config.environment === 'development' && !isApiPath(path)) this.proxy.upgrade(request, socket, head, facts);
    else refuse(socket, '404 Not Found');
  }
}

/** A proxy says that somebody came over plain http: reading moves to https, and what was to be written went in the clear and is refused. */
function toTls({ method, url }: IncomingMessage, response: ServerResponse, publicUrl: string): void {
  if (method === 'GET' || method === 'HEAD') response.writeHead(308, { location: `${publicUrl}${url?.startsWith('/') ? url : '/'}` }).end();
  else response.writeHead(403, { 'content-type': 'text/plain; charset=utf-8' }).end(`This address is served over TLS only: ${publicUrl}`);
}

/** In the shape of every other error of the API. */
function refuseOrigin({ headers }: IncomingMessage, response: ServerResponse, { id }: RequestFacts): void {
  const from = headers.origin ? `the origin ${headers.origin.slice(0, 200)}` : 'another site';
  const message = `Requests from ${from} are not allowed. Operators name origins by PUBLIC_URL and CORS_ORIGINS.`;
  response.writeHead(403, { 'content-type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify({ errors: [{ message, extensions: { code: 'FORBIDDEN', requestId: id } }] }));
}

const pathOf = (url: string): string => url.split(/[?#]/, 1)[0] ?? '/';

function isApiPath(url: string): boolean {
  const path = pathOf(url);
  return API_PATHS.some((prefix) => path === prefix || path.startsWith(`${prefix}/`));
}

/** Answers an upgrade request with a bare status and closes. */
export function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
}
