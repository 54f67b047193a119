import { createDecipheriv, createECDH, createPublicKey, type ECDH, hkdfSync, randomBytes, verify } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A push as the browser reads it. */
export interface ReceivedPush {
  browser: string;
  payload: Record<string, unknown>;
  topic: string | null;
  ttl: number;
  urgency: string | null;
  /** What the VAPID token claims. */
  audience: string;
  contact: string;
}

interface Browser {
  keys: ECDH;
  auth: Buffer;
  /** The organization's public key that it subscribed with. */
  applicationKey: string;
}

/**
 * A push service and its browsers on loopback, by the book: it checks the request (RFC 8030), the sender's signature (RFC 8292), and its
 * browsers decrypt the message (RFC 8188, RFC 8291). What is wrong is answered 400 with the reason.
 */
export class PushServiceServer {
  readonly received: ReceivedPush[] = [];
  readonly refused: string[] = [];
  /** Answers to come before the browser is reached: statuses, or `HANG`. */
  readonly answers: (number | 'HANG')[] = [];
  private readonly browsers = new Map<string, Browser>();
  private server!: Server;

  static async start(): Promise<PushServiceServer> {
    const service = new PushServiceServer();
    service.server = createServer((request, response) => {
      void service.handle(request).then((status) => (status === null ? undefined : response.writeHead(status).end()));
    });
    await new Promise<void>((ready) => service.server.listen(0, '127.0.0.1', () => ready()));
    return service;
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** A browser that subscribes with the organization's key. @returns what `PushSubscription.toJSON()` gives it */
  subscribe(name: string, applicationKey: string): { endpoint: string; p256dh: string; auth: string } {
    const keys = createECDH('prime256v1');
    keys.generateKeys();
    const auth = randomBytes(16);
    this.browsers.set(name, { keys, auth, applicationKey });
    return { endpoint: `${this.origin}/push/${name}`, p256dh: keys.getPublicKey('base64url'), auth: auth.toString('base64url') };
  }

  /** The person takes the permission back: from now on 410. */
  unsubscribe(name: string): void {
    this.browsers.delete(name);
  }

  stop(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((done) => this.server.close(() => done()));
  }

  private async handle(request: IncomingMessage): Promise<number | null> {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const planned = this.answers.shift();
    if (planned === 'HANG') return null;
    if (planned !== undefined) return planned;
    const name = request.url?.split('/').pop() ?? '';
    const browser = this.browsers.get(name);
    if (!browser) return 410;
    try {
      this.received.push({ browser: name, ...this.checked(request, browser), payload: decrypted(Buffer.concat(chunks), browser) });
      return 201;
    } catch (error) {
      this.refused.push((error as Error).message);
      return 400;
    }
  }

  private checked({ method, headers }: IncomingMessage, { applicationKey }: Browser): Omit<ReceivedPush, 'browser' | 'payload'> {
    need(method === 'POST', 'a push is a POST');
    need(headers['content-encoding'] === 'aes128gcm', 'the content encoding is aes128gcm');
    const ttl = Number(headers['ttl']);
    need(Number.isInteger(ttl) && ttl >= 0, 'TTL is a number of seconds');
    const topic = headers['topic'] === undefined ? null : String(headers['topic']);
    need(topic === null || /^[A-Za-z0-9_-]{1,32}$/.test(topic), 'a topic is at most 32 characters of base64url');
    const [, token = '', key = ''] = /^vapid t=([^,]+), ?k=(.+)$/i.exec(headers.authorization ?? '') ?? [];
    need(key === applicationKey, 'the key is the one the browser subscribed with');
    const claims = verifiedClaims(token, key);
    need(claims.aud === this.origin, `the audience is ${this.origin}`);
    need(claims.exp > Date.now() / 1000 && claims.exp <= Date.now() / 1000 + 86_400 + 60, 'the token ends within a day');
    need(/^(mailto:|https:)/.test(claims.sub), 'the contact is an address or a page');
    return { topic, ttl, urgency: headers['urgency'] === undefined ? null : String(headers['urgency']), audience: claims.aud, contact: claims.sub };
  }
}

function need(holds: boolean, what: string): asserts holds {
  if (!holds) throw new Error(`Not so: ${what}.`);
}

/** RFC 8292: a JSON Web Token, ES256 over P-256. */
function verifiedClaims(token: string, key: string): { aud: string; exp: number; sub: string } {
  const [header = '', body = '', signature = ''] = token.split('.');
  const parsed = JSON.parse(Buffer.from(header, 'base64url').toString()) as { alg: string };
  need(parsed.alg === 'ES256', 'the token is signed by ES256');
  const point = Buffer.from(key, 'base64url');
  need(point.length === 65 && point[0] === 4, 'the key is an uncompressed point of P-256');
  const publicKey = createPublicKey({ format: 'jwk', key: { kty: 'EC', crv: 'P-256', x: point.subarray(1, 33).toString('base64url'), y: point.subarray(33).toString('base64url') } });
  need(verify('sha256', Buffer.from(`${header}.${body}`), { key: publicKey, dsaEncoding: 'ieee-p1363' }, Buffer.from(signature, 'base64url')), 'the signature is right');
  return JSON.parse(Buffer.from(body, 'base64url').toString()) as { aud: string; exp: number; sub: string };
}

/** RFC 8188's one record, with the key of RFC 8291. */
function decrypted(body: Buffer, { keys, auth }: Browser): Record<string, unknown> {
  const [salt, size, idLength] = [body.subarray(0, 16), body.readUInt32BE(16), body[20]!];
  const senderKey = body.subarray(21, 21 + idLength);
  const cipher = body.subarray(21 + idLength);
  need(cipher.length <= size, 'one record holds it all');
  const secret = keys.computeSecret(senderKey);
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), keys.getPublicKey(), senderKey]);
  const material = Buffer.from(hkdfSync('sha256', secret, auth, info, 32));
  const contentKey = Buffer.from(hkdfSync('sha256', material, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16));
  const nonce = Buffer.from(hkdfSync('sha256', material, salt, Buffer.from('Content-Encoding: nonce\0'), 12));
  const decipher = createDecipheriv('aes-128-gcm', contentKey, nonce);
  decipher.setAuthTag(cipher.subarray(-16));
  const plain = Buffer.concat([decipher.update(cipher.subarray(0, -16)), decipher.final()]);
  const end = plain.lastIndexOf(2);
  need(end >= 0 && plain.subarray(end + 1).every((byte) => byte === 0), 'the last record ends with its mark');
  return JSON.parse(plain.subarray(0, end).toString()) as Record<string, unknown>;
}
