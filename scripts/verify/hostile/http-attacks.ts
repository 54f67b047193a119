import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import { HOSTILE } from './documents.js';
import type { Random } from './random.js';

/** What came back: a status, and the codes of GraphQL errors in the body. */
export interface Outcome {
  /** 0: the server closed the connection without an answer. */
  status: number;
  codes: string[];
}

const agent = new Agent({ keepAlive: true, maxSockets: 16 });
export const closeConnections = (): void => agent.destroy();

/** Sends one body to /graphql. */
export function post(port: number, body: string | Buffer, headers: Record<string, string> = {}, method = 'POST', path = '/graphql'): Promise<Outcome> {
  return new Promise((done) => {
    const outgoing = request({ agent, port, host: '127.0.0.1', path, method, headers: { 'content-type': 'application/json', ...headers } }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('error', () => done({ status: 0, codes: [] }));
      answer.on('end', () => done({ status: answer.statusCode ?? 0, codes: codesOf(Buffer.concat(chunks).toString()) }));
    });
    // A body that is refused before it is read whole ends the connection.
    outgoing.on('error', () => done({ status: 0, codes: [] }));
    outgoing.end(body);
  });
}

function codesOf(text: string): string[] {
  try {
    const { errors } = JSON.parse(text) as { errors?: { extensions?: { code?: string } }[] };
    return (errors ?? []).map(({ extensions }) => extensions?.code ?? 'NONE');
  } catch {
    return text === '' ? [] : ['NOT JSON'];
  }
}

type Attack = (port: number, random: Random, token: string) => Promise<Outcome>;

const valid = '{"query":"{ viewer { id } }"}';
const documents = Object.values(HOSTILE);
/** As somebody signed in every other time: the limits hold for both, and more of the server is reached. */
const sender = (random: Random, token: string): Record<string, string> => (random.next() < 0.5 ? { authorization: `Bearer ${token}` } : {});

const document: Attack = (port, random, token) => post(port, random.pick(documents)(random), sender(random, token));

const body: Attack = (port, random, token) => post(port, random.pick<() => string | Buffer>([
  () => '', () => '{', () => valid.slice(0, random.between(1, 25)), () => 'undefined', () => 'NaN', () => '{"query":"\\u12"}', () => `${valid}${valid}`,
  () => Buffer.concat([Buffer.from('{"query":"'), Buffer.from([0xff, 0xfe, 0xc0, 0x80]), Buffer.from('"}')]),
  () => Buffer.from(valid, 'utf16le'), () => random.bytes(random.between(1, 2_000)), () => '['.repeat(random.between(1_000, 100_000)), () => ' '.repeat(random.between(1, 260_000)),
  () => `{"query":"${'x'.repeat(random.between(250_000, 400_000))}"}`,
])(), sender(random, token));

const headers: Attack = (port, random) => post(port, valid, random.pick<Record<string, string>>([
  { 'content-type': 'text/plain' }, { 'content-type': '' }, { 'content-type': 'application/x-www-form-urlencoded' }, { 'content-type': 'multipart/form-data; boundary=x' },
  { 'content-type': 'application/json; charset=utf-7' }, { 'content-type': 'application/jsonp' }, { 'content-type': 'application/json;;;=' }, { 'content-encoding': 'gzip' },
  { authorization: 'Bearer' }, { authorization: 'Bearer a.b.c' }, { authorization: `Bearer ${'x'.repeat(8_000)}` }, { authorization: 'Basic YTpi' }, { authorization: 'Bearer eyJhbGciOiJub25lIn0.e30.' },
  { cookie: '=;=;;;' }, { cookie: `a=${'%'.repeat(4_000)}` }, { cookie: '__proto__=1; constructor=2' }, { origin: 'https://evil.example' }, { origin: 'null' }, { origin: '\u00ff' },
  { 'idempotency-key': 'x' }, { 'idempotency-key': 'x'.repeat(1_000) }, { accept: 'text/html' }, { accept: 'multipart/mixed; deferSpec=20220824' }, { 'x-forwarded-for': '1.2.3.4, <script>' }, { 'x-launcher-secret': 'guess' },
]));

const method: Attack = (port, random) => post(port, random.pick(['', valid]), {}, random.pick(['GET', 'HEAD', 'PUT', 'DELETE', 'PATCH', 'OPTIONS']),
  random.pick(['/graphql', '/graphql?query=%7Bviewer%7Bid%7D%7D', '/graphql/', '/graphql/x', '/api/v1/%', '/api/v1/../../etc/passwd', '/files/%2e%2e%2f', '/healthz/x', '/readyz?%00']));

/** Bytes that are hardly HTTP; whatever the server says, it must not be a 5xx. */
const wire: Attack = (port, random) => new Promise((done) => {
  const text = random.pick([
    'GET / HTTP/9.9\r\n\r\n', 'POST /graphql HTTP/1.1\r\n\r\n', 'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-length: -1\r\n\r\n', 'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n',
    'POST /graphql HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\nZZ\r\n', `GET /${'x'.repeat(20_000)} HTTP/1.1\r\nhost: x\r\n\r\n`, `GET /graphql HTTP/1.1\r\nhost: x\r\n${'a: b\r\n'.repeat(3_000)}\r\n`,
    'GET /graphql HTTP/1.1\r\nhost: x\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n', 'GET /graphql HTTP/1.1\r\nhost: x\r\nconnection: upgrade\r\nupgrade: websocket\r\nsec-websocket-key: x\r\nsec-websocket-version: 99\r\n\r\n',
    'GET /files HTTP/1.1\r\nhost: x\r\nconnection: upgrade\r\nupgrade: h2c\r\n\r\n', '\0\0\0\0\r\n\r\n', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03',
  ]);
  let said = '';
  const socket = connect(port, '127.0.0.1', () => socket.write(text, 'latin1'));
  const end = (): void => {
    socket.destroy();
    done({ status: Number(/^HTTP\/1\.1 (\d{3})/.exec(said)?.[1] ?? 0), codes: [] });
  };
  socket.setTimeout(300, end);
  socket.on('data', (chunk) => {
    said += chunk.toString('latin1');
    end();
  });
  socket.on('error', end);
  socket.on('close', end);
});

/** A client that goes away in the middle of its request. */
const abort: Attack = (port, random) => new Promise((done) => {
  const socket = connect(port, '127.0.0.1', () => {
    socket.write(`POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 5000\r\n\r\n${valid.slice(0, random.between(0, 20))}`, () => socket.destroy());
  });
  socket.on('error', () => undefined);
  socket.on('close', () => done({ status: 0, codes: [] }));
});

const ATTACKS: Attack[] = [document, document, document, document, document, body, body, headers, method, wire, abort];

/** One random attack over HTTP. */
export const httpAttack: Attack = (port, random, token) => random.pick(ATTACKS)(port, random, token);
