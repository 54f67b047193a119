import { type IncomingHttpHeaders, request } from 'node:http';
import { WebSocket } from 'ws';

/** An answer as it came. */
export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
  json: { data?: Record<string, unknown> | null; errors?: { message: string; path?: unknown; extensions: Record<string, unknown> }[] };
}

/** Sends anything by plain `node:http`, so that headers and bodies are exactly what the test says. */
export function send(url: string, options: { method?: string; headers?: Record<string, string>; body?: string | Buffer } = {}): Promise<Answer> {
  return new Promise((done, fail) => {
    const outgoing = request(url, { method: options.method ?? 'GET', headers: options.headers ?? {}, agent: false }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () => {
        const text = Buffer.concat(chunks).toString();
        const isJson = answer.headers['content-type']?.includes('json');
        done({ status: answer.statusCode ?? 0, headers: answer.headers, text, json: (isJson ? JSON.parse(text) : {}) as Answer['json'] });
      });
      answer.on('error', fail);
    });
    outgoing.on('error', fail);
    outgoing.end(options.body);
  });
}

/** Posts one operation as somebody (`ada/sample.read`), or as a stranger. */
export function graphql(url: string, query: string, options: { as?: string; variables?: object; headers?: Record<string, string> } = {}): Promise<Answer> {
  return send(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(options.as ? { authorization: `Bearer ${options.as}` } : {}), ...options.headers },
    body: JSON.stringify({ query, ...(options.variables ? { variables: options.variables } : {}) }),
  });
}

/** One message of graphql-transport-ws, or how the connection ended. */
export type Frame = { type: string; id?: string; payload?: unknown } | { closed: number; reason: string };

/** A bare WebSocket that speaks whatever the test says. */
export class Socket {
  private readonly frames: Frame[] = [];
  private waiting: (() => void) | null = null;

  private constructor(readonly socket: WebSocket) {
    socket.on('message', (data) => this.put(JSON.parse((data as Buffer).toString()) as Frame));
    socket.on('close', (closed, reason) => this.put({ closed, reason: reason.toString() }));
    socket.on('error', () => undefined);
  }

  /** @throws Error with the HTTP status when the upgrade is refused */
  static open(url: string, headers: Record<string, string> = {}, protocol = 'graphql-transport-ws'): Promise<Socket> {
    const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, protocol, { headers, perMessageDeflate: false });
    return new Promise((done, fail) => {
      const wrapped = new Socket(socket);
      socket.once('open', () => done(wrapped));
      socket.once('unexpected-response', (_, { statusCode }) => fail(new Error(String(statusCode))));
      socket.once('error', fail);
    });
  }

  /** Opens and introduces itself as somebody. */
  static async as(url: string, name: string): Promise<Socket> {
    const socket = await Socket.open(url, { authorization: `Bearer ${name}` });
    socket.send({ type: 'connection_init' });
    const first = await socket.next();
    if (!('type' in first) || first.type !== 'connection_ack') throw new Error(`Not let in: ${JSON.stringify(first)}`);
    return socket;
  }

  send(message: unknown): void {
    this.socket.send(typeof message === 'string' || Buffer.isBuffer(message) ? message : JSON.stringify(message));
  }

  subscribe(id: string, query: string, variables: object = {}): void {
    this.send({ id, type: 'subscribe', payload: { query, variables } });
  }

  /** The next message, or the end. */
  async next(): Promise<Frame> {
    while (this.frames.length === 0) await new Promise<void>((done) => (this.waiting = done));
    return this.frames.shift()!;
  }

  close(): void {
    this.socket.terminate();
  }

  private put(frame: Frame): void {
    this.frames.push(frame);
    this.waiting?.();
    this.waiting = null;
  }
}
