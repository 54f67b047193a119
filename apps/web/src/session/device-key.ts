/** The key of this browser, for organizations that let staff in on approved devices only. It never leaves the browser: not even we can read it. */

const DATABASE = 'throughline-device';
const STORE = 'keys';
const NAME = 'device';
const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256' } as const;
/** As the API expects it before the challenge. */
const PREFIX = 'throughline device proof\n';

/** What `signIn`, `confirmSignIn` and `refreshSession` take as `device`. */
export interface DeviceProof {
  publicKey: string;
  challenge: string;
  signature: string;
}

function request<T>(asked: IDBRequest<T>): Promise<T> {
  return new Promise((done, fail) => {
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => fail(asked.error ?? new Error('The browser keeps nothing here.'));
  });
}

function open(): Promise<IDBDatabase> {
  const opening = indexedDB.open(DATABASE, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
  return request(opening);
}

async function keyPair(create: boolean): Promise<CryptoKeyPair | null> {
  const database = await open();
  try {
    const known = await request(database.transaction(STORE).objectStore(STORE).get(NAME) as IDBRequest<CryptoKeyPair | undefined>);
    if (known || !create) return known ?? null;
    const made = await crypto.subtle.generateKey(ALGORITHM, false, ['sign', 'verify']);
    await request(database.transaction(STORE, 'readwrite').objectStore(STORE).put(made, NAME));
    return made;
  } finally {
    database.close();
  }
}

async function challenge(): Promise<string | null> {
  const answer = await fetch('/graphql', {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json', 'apollo-require-preflight': 'true' },
    body: JSON.stringify({ operationName: 'DeviceChallenge', query: 'query DeviceChallenge { deviceChallenge }' }),
  });
  const body = (await answer.json()) as { data?: { deviceChallenge?: string } | null };
  return body.data?.deviceChallenge ?? null;
}

function base64url(bytes: ArrayBuffer): string {
  return btoa(String.fromCharCode(...new Uint8Array(bytes))).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/**
 * This browser's answer to a new challenge, good once.
 *
 * @param create makes a key when there is none; without it a browser without one has no answer
 * @returns null where the browser cannot: no key, no storage, no cryptography (plain http)
 */
export async function proveDevice(create: boolean): Promise<DeviceProof | null> {
  try {
    const keys = await keyPair(create);
    const asked = keys && (await challenge());
    if (!keys || !asked) return null;
    const { kty, crv, x, y } = await crypto.subtle.exportKey('jwk', keys.publicKey);
    const signature = await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, keys.privateKey, new TextEncoder().encode(PREFIX + asked));
    return { publicKey: JSON.stringify({ kty, crv, x, y }), challenge: asked, signature: base64url(signature) };
  } catch {
    return null;
  }
}
