import { newId } from '../../kernel/index.js';
import { BlobMissing, type BlobStore } from '../blob-store.js';

const MOST = 8 * 1024 * 1024;

async function* pieces(...all: (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const piece of all) yield await Promise.resolve(Buffer.from(piece));
}

async function* broken(...all: string[]): AsyncGenerator<Uint8Array> {
  yield* pieces(...all);
  throw new Error('the line broke');
}

const gathered = async (bytes: AsyncIterable<Uint8Array>): Promise<string> => {
  const all: Uint8Array[] = [];
  for await (const piece of bytes) all.push(piece);
  return Buffer.concat(all).toString();
};

/** What every store of blobs must do. */
export function describeBlobStore(name: string, open: () => Promise<BlobStore>): void {
  describe(`blobs ${name}`, () => {
    let store: BlobStore;
    const organization = newId();
    const fresh = (): string => `${organization}/${newId()}`;
    beforeAll(async () => (store = await open()));

    it('come back as they were, whole and in stretches', async () => {
      const blob = fresh();
      await store.write(blob, pieces('Hello', ', ', 'world'), MOST);
      expect(await gathered(store.read(blob, { from: 0, to: 12 }))).toBe('Hello, world');
      expect(await gathered(store.read(blob, { from: 7, to: 12 }))).toBe('world');
      expect(await gathered(store.read(blob, { from: 4, to: 5 }))).toBe('o');
      expect(await gathered(store.read(blob, { from: 4, to: 4 }))).toBe('');
    });

    it('hold megabytes, bit by bit', async () => {
      const blob = fresh();
      const bytes = Buffer.alloc(5 * 1024 * 1024, Uint8Array.from({ length: 251 }, (_, index) => index));
      await store.write(blob, pieces(bytes.subarray(0, 70_000), bytes.subarray(70_000)), MOST);
      const all: Uint8Array[] = [];
      for await (const piece of store.read(blob, { from: 0, to: bytes.length })) all.push(piece);
      expect(Buffer.concat(all).equals(bytes)).toBe(true);
    });

    it('are not there until they are whole', async () => {
      const blob = fresh();
      await expect(store.write(blob, broken('half of'), MOST)).rejects.toThrow('the line broke');
      await expect(gathered(store.read(blob, { from: 0, to: 4 }))).rejects.toThrow(BlobMissing);
      await store.write(blob, pieces('all of it'), MOST);
      expect(await gathered(store.read(blob, { from: 0, to: 9 }))).toBe('all of it');
    });

    it('are gone when they are removed, once or twice', async () => {
      const blob = fresh();
      await store.write(blob, pieces('x'), MOST);
      await store.remove(blob);
      await store.remove(blob);
      await expect(gathered(store.read(blob, { from: 0, to: 1 }))).rejects.toThrow(BlobMissing);
    });

    it('of one organization go all at once, those of others stay', async () => {
      const [ours, theirs] = [newId(), newId()];
      for (const owner of [ours, ours, theirs]) await store.write(`${owner}/${newId()}`, pieces('x'), MOST);
      const kept = `${theirs}/${newId()}`;
      await store.write(kept, pieces('kept'), MOST);
      expect(await store.removeAll(ours)).toBe(2);
      expect(await store.removeAll(ours)).toBe(0);
      expect(await gathered(store.read(kept, { from: 0, to: 4 }))).toBe('kept');
    });

    it('have names of ours only', async () => {
      for (const wrong of ['../etc/passwd', `${organization}/../../x`, organization, `/${organization}/${newId()}`, `${organization}/${newId()}/x`]) {
        await expect(store.write(wrong, pieces('x'), MOST)).rejects.toThrow('no name of a blob');
        await expect(gathered(store.read(wrong, { from: 0, to: 1 }))).rejects.toThrow('no name of a blob');
        await expect(store.remove(wrong)).rejects.toThrow('no name of a blob');
      }
      await expect(store.removeAll('..')).rejects.toThrow('no name of a blob');
    });
  });
}
