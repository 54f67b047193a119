import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto';

const CIPHER = 'aes-256-gcm';
/** Plain bytes that are sealed at once: what must be held in memory, and the least that a range read opens. */
export const CHUNK_BYTES = 64 * 1024;
const TAG_BYTES = 16;
const SEALED_CHUNK = CHUNK_BYTES + TAG_BYTES;

/** What a part belongs to; authenticated, so that no part stands for another. */
export interface PartContext {
  organizationId: string;
  fileId: string;
  /** `CONTENT`, `THUMBNAIL` ... */
  variant: string;
  /** Its place, from 0. */
  number: number;
  /** Its own id, used for one write only: no two parts are ever sealed with the same key. */
  id: string;
}

/**
 * Seals a part as it comes: chunks of 64 KiB, each with AES-256-GCM under a key of this part alone (HKDF of the file's key), the
 * nonce its place and whether it is the last. So nothing can be altered, moved, left out or cut off, and each chunk opens by itself.
 *
 * @param key 32 bytes, of the file
 * @returns as many sealed chunks; of an empty part none
 */
export async function* sealPart(key: Buffer, context: PartContext, plain: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  const partKey = keyOf(key, context);
  let index = 0;
  let held: Buffer | null = null;
  // The last chunk is known only when nothing follows.
  for await (const chunk of inChunks(plain, CHUNK_BYTES)) {
    if (held) yield seal(partKey, index++, false, held);
    held = chunk;
  }
  if (held) yield seal(partKey, index, true, held);
}

/** How many sealed bytes so many plain ones make. */
export const sealedLength = (bytes: number): number => bytes + Math.ceil(bytes / CHUNK_BYTES) * TAG_BYTES;

/** Which sealed bytes hold a stretch of plain ones: whole chunks. */
export function sealedRange(bytes: number, from: number, to: number): { from: number; to: number } {
  const last = Math.ceil(to / CHUNK_BYTES);
  return { from: Math.floor(from / CHUNK_BYTES) * SEALED_CHUNK, to: Math.min(last * SEALED_CHUNK, sealedLength(bytes)) };
}

/**
 * Opens a stretch of a part.
 *
 * @param bytes the part's plain length, as it was noted when it was written
 * @param sealed exactly the bytes of `sealedRange`
 * @throws Error when a single bit differs, or something is missing
 */
export async function* openPart(key: Buffer, context: PartContext, bytes: number, { from, to }: { from: number; to: number }, sealed: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  const partKey = keyOf(key, context);
  const last = Math.ceil(bytes / CHUNK_BYTES) - 1;
  let index = Math.floor(from / CHUNK_BYTES);
  for await (const chunk of inChunks(sealed, SEALED_CHUNK)) {
    const plain = open(partKey, index, index === last, chunk);
    const start = index * CHUNK_BYTES;
    yield plain.subarray(Math.max(0, from - start), Math.min(plain.length, to - start));
    index++;
  }
  if (index * CHUNK_BYTES < Math.min(to, bytes)) throw new Error('Sealed bytes are cut off.');
}

function keyOf(key: Buffer, { organizationId, fileId, variant, number, id }: PartContext): Buffer {
  return Buffer.from(hkdfSync('sha256', key, Buffer.from(id), JSON.stringify(['file part', organizationId, fileId, variant, number]), 32));
}

/** Eleven bytes of place and one that says whether anything follows. */
function nonceOf(index: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(index, 7);
  nonce[11] = last ? 1 : 0;
  return nonce;
}

function seal(key: Buffer, index: number, last: boolean, plain: Buffer): Buffer {
  const cipher = createCipheriv(CIPHER, key, nonceOf(index, last), { authTagLength: TAG_BYTES });
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

function open(key: Buffer, index: number, last: boolean, sealed: Buffer): Buffer {
  if (sealed.length <= TAG_BYTES) throw new Error('Sealed bytes are cut off.');
  const decipher = createDecipheriv(CIPHER, key, nonceOf(index, last), { authTagLength: TAG_BYTES }).setAuthTag(sealed.subarray(-TAG_BYTES));
  return Buffer.concat([decipher.update(sealed.subarray(0, -TAG_BYTES)), decipher.final()]);
}

/** The same bytes in pieces of one size, the last perhaps smaller. */
async function* inChunks(bytes: AsyncIterable<Uint8Array>, size: number): AsyncGenerator<Buffer> {
  let pending: Uint8Array[] = [];
  let length = 0;
  for await (let piece of bytes) {
    while (length + piece.length >= size) {
      const head = piece.subarray(0, size - length);
      yield Buffer.concat([...pending, head], size);
      piece = piece.subarray(head.length);
      pending = [];
      length = 0;
    }
    if (piece.length === 0) continue;
    pending.push(piece);
    length += piece.length;
  }
  if (length > 0) yield Buffer.concat(pending, length);
}
