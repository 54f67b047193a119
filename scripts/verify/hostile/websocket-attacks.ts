import { connect } from 'node:net';
import { WebSocket } from 'ws';
import { HOSTILE } from './documents.js';
import type { Outcome } from './http-attacks.js';
import { type Random, repeat } from './random.js';

const documents = Object.values(HOSTILE);
/** How long a message may go unanswered before the next one is tried; most attacks are answered at once. */
const PATIENCE_MS = 400;

/** A bare connection that introduced itself as somebody. */
export class AttackSocket {
  private constructor(readonly socket: WebSocket) {}

  static open(port: number, token: string | null): Promise<AttackSocket> {
    const headers = token === null ? {} : { authorization: `Bearer ${token}` };
    const socket = new WebSocket(`ws://127.0.0.1:${port}/graphql`, 'graphql-transport-ws', { headers, perMessageDeflate: false });
    return new Promise((done, fail) => {
      socket.on('error', fail);
      socket.once('open', () => {
        if (token === null) return done(new AttackSocket(socket));
        socket.send('{"type":"connection_init"}');
        socket.once('message', () => done(new AttackSocket(socket)));
        socket.once('close', (code) => fail(new Error(`not let in: ${code}`)));
      });
    });
  }

  get open(): boolean {
    return this.socket.readyState === WebSocket.OPEN;
  }

  /** Sends something and waits for the answer to it: an error, an end, or silence. */
  attack(message: string | Buffer, id: string): Promise<Outcome> {
    return new Promise((done) => {
      const finish = (outcome: Outcome): void => {
        clearTimeout(timer);
        this.socket.off('message', hear);
        this.socket.off('close', end);
        done(outcome);
      };
      const hear = (data: Buffer): void => {
        const frame = JSON.parse(data.toString()) as { type: string; id?: string; payload?: unknown };
        if (frame.id === id && (frame.type === 'error' || frame.type === 'next')) finish({ status: 200, codes: codesOf(frame.payload) });
        else if (frame.type === 'pong' || frame.id === id) finish({ status: 200, codes: [] });
      };
      const end = (code: number): void => finish({ status: code, codes: [] });
      const timer = setTimeout(() => finish({ status: 200, codes: [] }), PATIENCE_MS);
      this.socket.on('message', hear);
      this.socket.once('close', end);
      this.socket.send(message);
    });
  }

  close(): void {
    this.socket.terminate();
  }
}

function codesOf(payload: unknown): string[] {
  const errors = Array.isArray(payload) ? payload : ((payload as { errors?: unknown[] } | undefined)?.errors ?? []);
  return (errors as { extensions?: { code?: string } }[]).map(({ extensions }) => extensions?.code ?? 'NONE');
}

/** One frame on the wire, masked as clients must, or not. */
function frame(opcode: number, payload: Buffer, options: { masked?: boolean; reserved?: number; fin?: boolean } = {}): Buffer {
  const { masked = true, reserved = 0, fin = true } = options;
  const head = Buffer.from([(fin ? 0x80 : 0) | reserved | opcode, (masked ? 0x80 : 0) | Math.min(payload.length, 125)]);
  return Buffer.concat([head, ...(masked ? [Buffer.alloc(4)] : []), payload.subarray(0, 125)]);
}

/** Bytes that break the WebSocket protocol; the answer is a close frame or the end. */
function brokenFrames(port: number, random: Random): Promise<Outcome> {
  const bytes = random.pick([
    frame(1, Buffer.from('{"type":"ping"}'), { masked: false }), frame(1, Buffer.from([0xff, 0xfe, 0xc0])), frame(3, Buffer.from('x')), frame(11, Buffer.alloc(0)),
    frame(1, Buffer.from('x'), { reserved: 0x70 }), frame(9, Buffer.alloc(20), { fin: false }), frame(0, Buffer.from('x')), frame(8, Buffer.from([0])), frame(8, Buffer.from([0x03, 0xe7])),
    frame(2, random.bytes(100)), Buffer.from([0x81, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]), random.bytes(random.between(1, 300)),
  ]);
  return new Promise((done) => {
    let said = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(
      'GET /graphql HTTP/1.1\r\nhost: x\r\nconnection: upgrade\r\nupgrade: websocket\r\nsec-websocket-version: 13\r\nsec-websocket-protocol: graphql-transport-ws\r\nsec-websocket-key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n'));
    const end = (): void => {
      socket.destroy();
      done({ status: Number(/^HTTP\/1\.1 (\d{3})/.exec(said)?.[1] ?? 0) === 101 ? 200 : 0, codes: [] });
    };
    socket.setTimeout(300, end);
    socket.on('data', (chunk) => {
      if (said === '') socket.write(bytes);
      said += chunk.toString('latin1');
    });
    socket.on('error', end);
    socket.on('close', end);
  });
}

type Messages = (random: Random, id: string) => (string | Buffer)[];

const subscribe = (id: unknown, payload: string): string => `{"type":"subscribe","id":${JSON.stringify(id)},"payload":${payload}}`;

const hostileDocument: Messages = (random, id) => [subscribe(id, random.pick(documents)(random))];

const hostileSubscription: Messages = (random, id) => [subscribe(id, JSON.stringify({
  query: random.pick([
    'subscription { recordChanges { id } again: recordChanges { id } }', 'subscription { nothing }', 'subscription { recordChanges(subjects: 7) { id } }', 'subscription ($s: [String!]) { recordChanges(subjects: $s) { nothing } }',
    'subscription { recordChanges(after: "nonsense", recordId: "nonsense") { id } }', 'subscription { __typename }', 'subscription { ...F } fragment F on Subscription { ...F }',
    `subscription { recordChanges(subjects: [${repeat(500, () => '"lead"')}]) { id } }`, 'query { viewer { id } }', 'mutation { signOut { errors { code } } }',
  ]),
  variables: random.pick<unknown>([undefined, null, {}, { s: 7 }, { s: ['x'.repeat(5_000)] }]),
}))];

const wrongMessages: Messages = (random, id) => [random.pick<string | Buffer>([
  '', 'hello', '{', 'null', '7', '[]', '"x"', '{}', '{"type":7}', '{"type":"attack"}', '{"type":"__proto__"}', '{"type":"next","id":"1","payload":{}}', '{"type":"connection_ack"}', '{"type":"error","id":"1","payload":[]}',
  '{"type":"connection_init"}', '{"type":"subscribe"}', subscribe('', '{"query":"{a}"}'), subscribe(7, '{"query":"{a}"}'), subscribe(id, 'null'), subscribe(id, '[]'), subscribe(id, '{"query":7}'), subscribe(id, '{"query":"{a}","variables":[]}'),
  subscribe('__proto__', '{"query":"subscription { recordChanges { id } }"}'), subscribe('x'.repeat(1_000), '{"query":"{a}"}'), '{"type":"complete"}', '{"type":"complete","id":"never"}', '{"type":"ping","payload":7}', '{"type":"pong"}',
  Buffer.from('{"type":"ping"}'), random.bytes(random.between(1, 500)), `{"type":"ping","payload":{"x":"${'x'.repeat(random.between(60_000, 200_000))}"}}`, `{"type":"ping","payload":${'{"a":'.repeat(3_000)}1${'}'.repeat(3_000)}}`,
])];

const subscribeFlood: Messages = (random) => Array.from({ length: random.between(20, 90) }, (_, at) => subscribe(`flood ${at}`, '{"query":"subscription { recordChanges { id position } }"}'));

const sameId: Messages = (_, id) => [subscribe(id, '{"query":"subscription { recordChanges { id } }"}'), subscribe(id, '{"query":"subscription { recordChanges { id } }"}')];

const KINDS: Messages[] = [hostileDocument, hostileDocument, hostileDocument, hostileSubscription, wrongMessages, wrongMessages, sameId];

/** Attacks over one connection until `budget` messages are sent, opening a new one whenever the server ends it. */
export async function websocketAttack(port: number, random: Random, token: string, budget: number, heard: (outcome: Outcome, messages: number) => void): Promise<void> {
  let socket: AttackSocket | null = null;
  for (let sent = 0; sent < budget;) {
    const chance = random.next();
    if (chance < 0.05) {
      heard(await brokenFrames(port, random), 1);
      sent += 1;
      continue;
    }
    if (chance < 0.06) socket?.close();
    if (!socket?.open) socket = await AttackSocket.open(port, random.next() < 0.1 ? null : token);
    const id = `m${sent}`;
    const messages = chance > 0.995 ? subscribeFlood(random, id) : random.pick(KINDS)(random, id);
    for (const message of messages.slice(0, -1)) if (socket.open) socket.socket.send(message);
    heard(socket.open ? await socket.attack(messages.at(-1) ?? '', id) : { status: 200, codes: [] }, messages.length);
    sent += messages.length;
  }
  socket?.close();
}
