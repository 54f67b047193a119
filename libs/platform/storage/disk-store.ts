import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { newId } from '../kernel/index.js';
import { BlobMissing, type BlobStore, type ByteRange, checkName } from './blob-store.js';

/** Half-written blobs lie here; what a crash left is removed when the store is opened the next day. */
const UNFINISHED = 'unfinished';
const STALE_MS = 24 * 3_600_000;

/** Blobs as files of one folder tree, readable by our own user only. Names are written when the bytes are on the disk. */
export class DiskStore implements BlobStore {
  private opened: Promise<void> | null = null;

  constructor(private readonly directory: string) {}

  async write(name: string, bytes: AsyncIterable<Uint8Array>): Promise<void> {
    const path = this.pathOf(name);
    await (this.opened ??= this.open());
    const unfinished = join(this.directory, UNFINISHED, newId());
    try {
      const file = await open(unfinished, 'wx', 0o600);
      try {
        for await (const piece of bytes) await file.write(piece);
        await file.sync();
      } finally {
        await file.close();
      }
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      await rename(unfinished, path);
      await syncFolder(dirname(path));
    } catch (error) {
      await rm(unfinished, { force: true });
      throw error;
    }
  }

  async *read(name: string, { from, to }: ByteRange): AsyncIterable<Uint8Array> {
    if (to <= from) return;
    try {
      yield* createReadStream(this.pathOf(name), { start: from, end: to - 1 }) as AsyncIterable<Uint8Array>;
    } catch (error) {
      throw (error as NodeJS.ErrnoException).code === 'ENOENT' ? new BlobMissing(name) : error;
    }
  }

  async remove(name: string): Promise<void> {
    await rm(this.pathOf(name), { force: true });
  }

  async removeAll(organizationId: string): Promise<number> {
    checkName(`${organizationId}/${organizationId}`);
    const folder = join(this.directory, organizationId);
    const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      throw error;
    });
    await rm(folder, { recursive: true, force: true });
    return entries.filter((entry) => entry.isFile()).length;
  }

  /** By the random end of the id, so that no folder holds too many. */
  private pathOf(name: string): string {
    const [organization = '', id = ''] = checkName(name).split('/');
    return join(this.directory, organization, id.slice(-2), id);
  }

  private async open(): Promise<void> {
    const folder = join(this.directory, UNFINISHED);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    // Ids begin with their time.
    const oldest = Date.now() - STALE_MS;
    for (const id of await readdir(folder)) if (Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16) < oldest) await rm(join(folder, id), { force: true });
  }
}

/** A name that a power cut takes away again would be a blob that was acknowledged and lost. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
