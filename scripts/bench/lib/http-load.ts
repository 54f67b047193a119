import { connect, type Socket } from 'node:net';

/** What one round of load measured. */
export interface LoadResult {
  /** Requests that were answered. */
  answers: number;
  /** Requests a second. */
  rate: number;
  /** Milliseconds. */
  p50: number;
  p95: number;
}

/** The next request of a connection; asked when it has its last answer, counted from 0. */
export type Requests = (connection: number, turn: number) => Buffer;

/** All of them one after the other, each connection starting somewhere else. */
export const inTurn = (requests: readonly Buffer[]): Requests => (connection, turn) => requests[(connection + turn) % requests.length] ?? Buffer.alloc(0);

export interface LoadOptions {
  port: number;
  /** Whole requests as bytes on the wire. */
  request: Requests;
  connections: number;
  milliseconds: number;
  /** @returns what is wrong with a body, or null; asked for the first answer of each connection */
  check(status: number, body: string): string | null;
}

/** A POST with a JSON body as bytes, keeping the connection. */
export function jsonPost(path: string, body: unknown, headers: Record<string, string> = {}): Buffer {
  const text = JSON.stringify(body);
  const lines = Object.entries({ host: '127.0.0.1', 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(text)), ...headers });
  return Buffer.from(`POST ${path} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n${text}`);
}

/**
 * Closed-loop load: every connection sends its next request when it has the last answer. On raw sockets, because on two cores
 * a client that parses more than it must would be measured instead of the server.
 *
 * @throws Error for an answer that `check` refuses or that is not understood
 */
export async function load(options: LoadOptions): Promise<LoadResult> {
  const times: number[] = [];
  const until = performance.now() + options.milliseconds;
  const from = performance.now();
  await Promise.all(Array.from({ length: options.connections }, (_, index) => run(options, index, until, times)));
  const seconds = (performance.now() - from) / 1000;
  times.sort((a, b) => a - b);
  const at = (share: number): number => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return { answers: times.length, rate: times.length / seconds, p50: at(0.5), p95: at(0.95) };
}

function run({ port, request, check }: LoadOptions, index: number, until: number, times: number[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket: Socket = connect(port, '127.0.0.1');
    socket.setNoDelay(true);
    let turn = 0;
    let sent = 0;
    let checked = false;
    const answer = new Answer();
    const send = (): void => {
      if (performance.now() >= until) {
        socket.destroy();
        resolve();
        return;
      }
      sent = performance.now();
      socket.write(request(index, turn++));
    };
    socket.on('connect', send);
    socket.on('error', reject);
    socket.on('data', (chunk) => {
      try {
        if (!answer.take(chunk)) return;
        times.push(performance.now() - sent);
        if (!checked) {
          const wrong = check(answer.status, answer.body());
          if (wrong !== null) throw new Error(`${wrong}: ${answer.status} ${answer.body().slice(0, 500)}`);
          checked = true;
        }
        answer.reset();
        send();
      } catch (error) {
        socket.destroy();
        reject(error as Error);
      }
    });
  });
}

/** One HTTP answer with a Content-Length, as it comes in. */
class Answer {
  status = 0;
  private chunks: Buffer[] = [];
  private received = 0;
  private bodyFrom = 0;
  private wanted = -1;

  /** @returns whether the answer is complete */
  take(chunk: Buffer): boolean {
    this.chunks.push(chunk);
    this.received += chunk.length;
    if (this.wanted < 0) this.readHead();
    return this.wanted >= 0 && this.received >= this.wanted;
  }

  body(): string {
    return Buffer.concat(this.chunks).subarray(this.bodyFrom).toString();
  }

  reset(): void {
    this.chunks = [];
    this.received = 0;
    this.wanted = -1;
  }

  private readHead(): void {
    const all = this.chunks.length === 1 ? this.chunks[0]! : Buffer.concat(this.chunks);
    const end = all.indexOf('\r\n\r\n');
    if (end < 0) return;
    const head = all.toString('latin1', 0, end);
    const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1];
    if (length === undefined) throw new Error(`An answer without Content-Length: ${head}`);
    this.status = Number(head.slice(9, 12));
    this.bodyFrom = end + 4;
    this.wanted = this.bodyFrom + Number(length);
  }
}
