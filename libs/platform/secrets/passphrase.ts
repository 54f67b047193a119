import { createCipheriv, randomBytes, scryptSync } from 'node:crypto';
import { Duplex } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/**
 * Writes a stream where it is to go, encrypted where there is a passphrase: AES-256-GCM under a key that scrypt makes of it, after 16
 * bytes of salt and 12 of nonce, its 16 bytes of tag at the end.
 *
 * @param steps the source, and what it goes through before
 * @param passphrase null: as it is
 */
export async function writeWithPassphrase(steps: readonly (NodeJS.ReadableStream | NodeJS.ReadWriteStream)[], target: NodeJS.WritableStream, passphrase: string | null): Promise<void> {
  await pipeline([...steps, ...(passphrase === null ? [] : sealedBy(passphrase)), target]);
}

function sealedBy(passphrase: string): NodeJS.ReadWriteStream[] {
  const [salt, nonce] = [randomBytes(16), randomBytes(12)];
  const cipher = createCipheriv('aes-256-gcm', scryptSync(passphrase, salt, 32), nonce);
  const framed = Duplex.from(async function* (sealed: AsyncIterable<Buffer>) {
    yield Buffer.concat([salt, nonce]);
    yield* sealed;
    yield cipher.getAuthTag();
  });
  return [cipher, framed];
}
