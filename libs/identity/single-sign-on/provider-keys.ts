import { createPrivateKey, generateKeyPair, type KeyObject, X509Certificate } from 'node:crypto';
import { promisify } from 'node:util';
import { insertRow, type Work } from '@throughline/platform/database';
import { newId } from '@throughline/platform/kernel';
import type { Secrets } from '@throughline/platform/secrets';
import { selfSignedCertificate } from './saml/self-signed-certificate.js';

/** What a private key is sealed as. */
const PRIVATE_KEY = 'signInProvider.decryptionKey';
/** The provider fetches metadata about once a day; who carries it there by hand gets a month. */
export const FORMER_KEY_DAYS = 30;
const YEARS = 10;
const makePair = promisify(generateKeyPair);

/** A key with which a provider encrypts to us, before it is anybody's. */
export interface NewProviderKey {
  certificate: string;
  privateKey: KeyObject;
}

/** Takes up to a second of a processor: made before the transaction that keeps it. */
export async function newProviderKey(): Promise<NewProviderKey> {
  const pair = await makePair('rsa', { modulusLength: 3072 });
  const [from, until] = [new Date(), new Date()];
  until.setUTCFullYear(until.getUTCFullYear() + YEARS);
  return { certificate: selfSignedCertificate(pair, 'Throughline single sign-on', from, until), privateKey: pair.privateKey };
}

/**
 * Makes a key the one in use.
 *
 * @param acceptFormer whether the key before it goes on opening assertions, for `FORMER_KEY_DAYS`; older ones never do
 * @returns the certificate's fingerprint, for the log
 */
export async function putProviderKey(work: Work, secrets: Secrets, providerId: string, { certificate, privateKey }: NewProviderKey, acceptFormer: boolean): Promise<string> {
  const { organizationId } = work.actor;
  await work.execute(
    'DELETE FROM sign_in_provider_key WHERE organization_id = $1 AND provider_id = $2 AND (accepted_until IS NOT NULL OR NOT $3)', [organizationId, providerId, acceptFormer]);
  await work.execute(
    'UPDATE sign_in_provider_key SET accepted_until = now() + make_interval(days => $3) WHERE organization_id = $1 AND provider_id = $2', [organizationId, providerId, FORMER_KEY_DAYS]);
  const keySealed = await secrets.seal(work, PRIVATE_KEY, privateKey.export({ type: 'pkcs8', format: 'der' }));
  await insertRow(work, 'sign_in_provider_key', { id: newId(), providerId, certificate, keySealed });
  return new X509Certificate(certificate).fingerprint256;
}

/** What the metadata publishes; null for a provider that never got a key. */
export async function providerCertificate(work: Work, providerId: string): Promise<string | null> {
  const [row] = await work.query<{ certificate: string }>(
    'SELECT certificate FROM sign_in_provider_key WHERE organization_id = $1 AND provider_id = $2 AND accepted_until IS NULL', [work.actor.organizationId, providerId]);
  return row?.certificate ?? null;
}

/** Keys that open assertions, PEM: the one in use first. */
export async function decryptionKeys(work: Work, secrets: Secrets, providerId: string): Promise<string[]> {
  const rows = await work.query<{ sealed: Buffer }>(
    `SELECT key_sealed AS sealed FROM sign_in_provider_key
     WHERE organization_id = $1 AND provider_id = $2 AND (accepted_until IS NULL OR accepted_until > now()) ORDER BY accepted_until DESC NULLS FIRST`,
    [work.actor.organizationId, providerId],
  );
  const keys: string[] = [];
  for (const { sealed } of rows) {
    const key = createPrivateKey({ key: await secrets.open(work, PRIVATE_KEY, sealed), type: 'pkcs8', format: 'der' });
    keys.push(key.export({ type: 'pkcs8', format: 'pem' }) as string);
  }
  return keys;
}
