import { randomBytes } from 'node:crypto';
import { newId } from '../kernel/index.js';
import type { Secrets } from '../secrets/index.js';
import type { BlobStore, ByteRange } from './blob-store.js';
import { CHUNK_BYTES, type PartContext, sealedLength } from './sealed-part.js';
import { PART_BYTES, Storage, type WrittenPart } from './storage.js';

/** Blobs in a map, which tests can alter. */
class MapStore implements BlobStore {
  readonly blobs = new Map<string, Buffer>();
  readonly reads: ByteRange[] = [];
  async write(name: string, bytes: AsyncIterable<Uint8Array>): Promise<void> {
    const all: Uint8Array[] = [];
    for await (const piece of bytes) all.push(piece);
    this.blobs.set(name, Buffer.concat(all));
  }
  async *read(name: string, range: ByteRange): AsyncGenerator<Uint8Array> {
    this.reads.push(range);
    yield await Promise.resolve(this.blobs.get(name)!.subarray(range.from, range.to));
  }
  remove(name: string): Promise<void> {
    this.blobs.delete(name);
    return Promise.resolve();
  }
  removeAll = (): Promise<number> => Promise.resolve(0);
}

async function* pieces(bytes: Buffer, size = 10_000): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(bytes.subarray(at, at + size));
}
const gathered = async (bytes: AsyncIterable<Uint8Array>): Promise<Buffer> => {
  const all: Uint8Array[] = [];
  for await (const piece of bytes) all.push(piece);
  return Buffer.concat(all);
};

describe('content of files', () => {
  const key = randomBytes(32);
  const content = { organizationId: newId(), fileId: newId(), variant: 'CONTENT' };
  let store: MapStore;
  let storage: Storage;
  beforeEach(() => {
    store = new MapStore();
    storage = new Storage({ storage: null }, {} as Secrets, store);
  });

  const write = async (bytes: Buffer, number = 0, more: Partial<PartContext> = {}): Promise<WrittenPart> => {
    const id = newId();
    return { id, number, bytes: await storage.writePart(key, { ...content, number, id, ...more }, pieces(bytes)) };
  };
  const blobOf = ({ id }: WrittenPart): Buffer => store.blobs.get(`${content.organizationId}/${id}`)!;
  const read = (parts: readonly WrittenPart[], range?: ByteRange, withKey = key): Promise<Buffer> => gathered(storage.read(withKey, content, parts, range));

  it.each([1, CHUNK_BYTES - 1, CHUNK_BYTES, CHUNK_BYTES + 1, 3 * CHUNK_BYTES, 200_001])('of %i bytes comes back as it was, and lies there as nothing readable', async (length) => {
    const bytes = Buffer.alloc(length, 'a secret that is repeated; ');
    const part = await write(bytes);
    expect(part.bytes).toBe(length);
    expect(blobOf(part)).toHaveLength(sealedLength(length));
    expect(blobOf(part).includes('secret')).toBe(false);
    expect((await read([part])).equals(bytes)).toBe(true);
  });

  it('is opened in any stretch, across chunks and parts, reading no more than the chunks it needs', async () => {
    const bytes = randomBytes(5 * CHUNK_BYTES + 77);
    const parts = [await write(bytes.subarray(0, 3 * CHUNK_BYTES + 5)), await write(bytes.subarray(3 * CHUNK_BYTES + 5), 1)];
    for (const [from, to] of [[0, 1], [0, bytes.length], [CHUNK_BYTES - 1, CHUNK_BYTES + 1], [3 * CHUNK_BYTES, 3 * CHUNK_BYTES + 20], [bytes.length - 1, bytes.length], [10, 10], [bytes.length - 3, bytes.length + 100]] as const) {
      expect((await read(parts, { from, to })).equals(bytes.subarray(from, to))).toBe(true);
    }
    store.reads.length = 0;
    await read(parts, { from: CHUNK_BYTES + 1, to: CHUNK_BYTES + 2 });
    expect(store.reads).toEqual([{ from: CHUNK_BYTES + 16, to: 2 * (CHUNK_BYTES + 16) }]);
  });

  it('is never opened when a bit was changed, cut off, added or moved', async () => {
    const part = await write(randomBytes(2 * CHUNK_BYTES + 10));
    const whole = Buffer.from(blobOf(part));
    const sealed = CHUNK_BYTES + 16;
    const [first, second, last] = [whole.subarray(0, sealed), whole.subarray(sealed, 2 * sealed), whole.subarray(2 * sealed)];
    const flipped = Buffer.from(whole);
    flipped[sealed + 3]! ^= 1;
    for (const wrong of [flipped, whole.subarray(0, -1), Buffer.concat([first, second]), Buffer.concat([second, first, last]), first, Buffer.alloc(0)]) {
      store.blobs.set(`${content.organizationId}/${part.id}`, Buffer.from(wrong));
      await expect(read([part])).rejects.toThrow();
    }
    // A length that the list of parts does not say.
    store.blobs.set(`${content.organizationId}/${part.id}`, whole);
    await expect(read([{ ...part, bytes: part.bytes - 20 }])).rejects.toThrow();
    await expect(read([{ ...part, bytes: CHUNK_BYTES }])).rejects.toThrow();
  });

  it('stands for nothing else: no other place, file, variant, organization or key', async () => {
    const part = await write(Buffer.from('contract'));
    await expect(read([{ ...part, number: 1 }])).rejects.toThrow();
    await expect(read([part], undefined, randomBytes(32))).rejects.toThrow();
    for (const other of [{ fileId: newId() }, { variant: 'PREVIEW' }]) {
      await expect(gathered(storage.read(key, { ...content, ...other }, [part]))).rejects.toThrow();
    }
    const elsewhere = newId();
    store.blobs.set(`${elsewhere}/${part.id}`, blobOf(part));
    await expect(gathered(storage.read(key, { ...content, organizationId: elsewhere }, [part]))).rejects.toThrow();
    const renamed = newId();
    store.blobs.set(`${content.organizationId}/${renamed}`, blobOf(part));
    await expect(read([{ ...part, id: renamed }])).rejects.toThrow();
  });

  it('is sealed to other bytes every time', async () => {
    const [one, two] = [await write(Buffer.from('same')), await write(Buffer.from('same'))];
    expect(blobOf(one).equals(blobOf(two))).toBe(false);
  });

  it('has parts of a limited length', async () => {
    await expect(write(Buffer.alloc(PART_BYTES + 1))).rejects.toThrow('too long');
  });

  it('has no place where none is configured, said in words for whoever uploads', async () => {
    const homeless = new Storage({ storage: null }, {} as Secrets);
    await expect(homeless.newKey({} as never)).rejects.toThrow('FILES_DIR or S3_BUCKET');
  });
});
