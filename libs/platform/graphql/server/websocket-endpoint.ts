import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { CloseCode, GRAPHQL_TRANSPORT_WS_PROTOCOL, type Server } from 'graphql-ws';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import type { Config } from '../../config/index.js';
import { placeOf, type RequestFacts, refuse } from '../../http/index.js';
import { AppError } from '../../kernel/index.js';
import { LIMITS } from '../guard/limits.js';
import { RateLimiter } from '../guard/rate-limiter.js';
import { type OpenSockets, SOCKET_CLOSE } from './open-sockets.js';
import { createProtocol, type ProtocolParts, type SocketExtra } from './subscription-protocol.js';

export interface WebSocketParts extends ProtocolParts {
  config: Config;
  openSockets: OpenSockets;
  /** A `Cookie` header's values by name. */
  parseCookies: (header: string) => Record<string, string | undefined>;
}

const PING_MS = 20_000;
const CLOSE_WAIT_MS = 1_000;

/** WebSocket connections on /graphql: bounded in number, size, rate and slowness; subscriptions only. */
export class WebSocketEndpoint {
  private readonly server = new WebSocketServer({
    noServer: true,
    maxPayload: LIMITS.messageBytes,
    perMessageDeflate: false,
    handleProtocols: (offered) => (offered.has(GRAPHQL_TRANSPORT_WS_PROTOCOL) ? GRAPHQL_TRANSPORT_WS_PROTOCOL : false),
  });
  private readonly protocol: Server<SocketExtra>;
  private readonly perAddress = new Map<string, number>();
  private readonly messages = new RateLimiter(LIMITS.messagesPerMinute);
  private readonly unanswered = new WeakSet<WebSocket>();
  private readonly heartbeat: NodeJS.Timeout;

  constructor(private readonly parts: WebSocketParts) {
    this.protocol = createProtocol(parts);
    this.heartbeat = setInterval(() => this.ping(), PING_MS).unref();
  }

  /** Takes over an upgrade whose origin the front door has allowed. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer, facts: RequestFacts): void {
    const address = placeOf(facts.address);
    const open = this.perAddress.get(address) ?? 0;
    if (open >= this.parts.config.socketsPerAddress || !this.countsIn(facts)) {
      refuse(socket, '429 Too Many Requests');
      return;
    }
    this.server.handleUpgrade(request, socket, head, (webSocket) => this.open(webSocket, request, facts, address));
  }

  /** Tells every client to come back elsewhere and ends what does not leave. */
  async close(): Promise<void> {
    clearInterval(this.heartbeat);
    const clients = [...this.server.clients];
    for (const client of clients) client.close(SOCKET_CLOSE.goingAway, 'The server is restarting.');
    const cut = setTimeout(() => clients.forEach((client) => client.terminate()), CLOSE_WAIT_MS);
    await Promise.all(clients.map((client) => new Promise<void>((done) => (client.readyState === client.CLOSED ? done() : client.once('close', () => done())))));
    clearTimeout(cut);
    this.server.close();
  }

  private countsIn({ address }: RequestFacts): boolean {
    try {
      this.parts.gate.countAddress(address);
      return true;
    } catch {
      return false;
    }
  }

  private open(webSocket: WebSocket, request: IncomingMessage, facts: RequestFacts, address: string): void {
    this.perAddress.set(address, (this.perAddress.get(address) ?? 0) + 1);
    let forget = (): void => undefined;
    const extra: SocketExtra = {
      facts,
      cookies: request.headers.cookie === undefined ? {} : this.parts.parseCookies(request.headers.cookie),
      authorization: request.headers.authorization,
      actor: null,
      onActor: (actor) => {
        const remove = this.parts.openSockets.add({ actor, close: (code, reason) => webSocket.close(code, reason) });
        forget = () => void remove();
      },
    };
    const closed = this.protocol.opened({
      protocol: webSocket.protocol,
      send: (data) => send(webSocket, data),
      close: (code, reason) => webSocket.close(code === CloseCode.Forbidden ? CloseCode.Unauthorized : code, reason),
      onMessage: (handle) => webSocket.on('message', (data, isBinary) => void this.receive(webSocket, facts, handle, data, isBinary)),
    }, extra);
    webSocket.on('pong', () => this.unanswered.delete(webSocket));
    // What a client does wrong on the wire (frames, UTF-8, size) closes its own socket; ws has done so already.
    webSocket.on('error', () => undefined);
    webSocket.once('close', (code, reason) => {
      forget();
      this.messages.forget(facts.id);
      const left = (this.perAddress.get(address) ?? 1) - 1;
      if (left > 0) this.perAddress.set(address, left);
      else this.perAddress.delete(address);
      closed(code, reason.toString()).catch((error: unknown) => this.fail(error, facts));
    });
  }

  private async receive(webSocket: WebSocket, facts: RequestFacts, handle: (text: string) => Promise<void>, data: RawData, isBinary: boolean): Promise<void> {
    if (isBinary) return webSocket.close(CloseCode.BadRequest, 'Messages are texts.');
    if (this.messages.take(facts.id) > 0) return webSocket.close(SOCKET_CLOSE.tooMany, 'Too many messages.');
    try {
      await handle((data as Buffer).toString('utf8'));
    } catch (error) {
      if (error instanceof AppError) return webSocket.close(CloseCode.Unauthorized, error.message.slice(0, 100));
      if (error instanceof Error && /^Unexpected message of type/.test(error.message)) return webSocket.close(CloseCode.BadRequest, 'Invalid message received');
      this.fail(error, facts);
      webSocket.close(CloseCode.InternalServerError, 'Something went wrong on our side.');
    }
  }

  private fail(error: unknown, { id }: RequestFacts): void {
    this.parts.logger.error({ requestId: id, err: error }, 'websocket failed');
  }

  /** Ends sockets whose other side went away without a word. */
  private ping(): void {
    for (const client of this.server.clients) {
      if (this.unanswered.has(client)) {
        client.terminate();
      } else {
        this.unanswered.add(client);
        client.ping();
      }
    }
  }
}

/** Resolves when the text is handed to the network; a client that does not keep up is cut off and can resume. */
function send(webSocket: WebSocket, data: string): Promise<void> {
  if (webSocket.readyState !== webSocket.OPEN) return Promise.resolve();
  if (webSocket.bufferedAmount > LIMITS.bufferedBytes) {
    webSocket.close(SOCKET_CLOSE.tooSlow, 'Too slow; resume from the last position.');
    return Promise.resolve();
  }
  return new Promise((done) => webSocket.send(data, () => done()));
}
