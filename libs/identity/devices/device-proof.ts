import { createHash, createHmac, createPublicKey, type JsonWebKey, randomBytes, timingSafeEqual, verify } from 'node:crypto';

const SECONDS = 120;
/** What is signed begins with this, so that a signature for something else is worth nothing here. */
const PREFIX = 'throughline device proof\n';

/** How a device proves itself: its key's answer to a challenge, or what the trusted proxy says of its certificate. */
export interface DeviceProof {
  /** A P-256 public key as JWK. */
  publicKey: string;
  challenge: string;
  /** ECDSA with SHA-256 over the prefix and the challenge, as WebCrypto gives it, in base64url. */
  signature: string;
  /** What its person calls it, when it is new. */
  name?: string | null;
}

/** A challenge for two minutes that needs no row: time, random bits and their keyed hash. */
export function newDeviceChallenge(appSecret: string, now = Date.now()): string {
  const body = `${now.toString(36)}.${randomBytes(16).toString('base64url')}`;
  return `${body}.${seal(appSecret, body)}`;
}

/** The fingerprint of the key that answered a challenge; null for a wrong signature, another's challenge or an old one. */
export function provenKey(appSecret: string, { publicKey, challenge, signature }: DeviceProof, now = Date.now()): Buffer | null {
  const [at = '', random = '', mac = ''] = challenge.split('.');
  const expected = seal(appSecret, `${at}.${random}`);
  if (mac.length !== expected.length || !timingSafeEqual(Buffer.from(mac), Buffer.from(expected))) return null;
  const age = now - parseInt(at, 36);
  if (!(age >= 0 && age <= SECONDS * 1000)) return null;
  try {
    const { kty, crv, x, y } = JSON.parse(publicKey) as JsonWebKey;
    if (kty !== 'EC' || crv !== 'P-256') return null;
    const key = createPublicKey({ key: { kty, crv, x, y } as JsonWebKey, format: 'jwk' });
    const good = verify('sha256', Buffer.from(PREFIX + challenge), { key, dsaEncoding: 'ieee-p1363' }, Buffer.from(signature, 'base64url'));
    return good ? createHash('sha256').update(key.export({ type: 'spki', format: 'der' })).digest() : null;
  } catch {
    // No key, or no JSON.
    return null;
  }
}

const seal = (appSecret: string, body: string): string => createHmac('sha256', appSecret).update(`device challenge ${body}`).digest('base64url');
