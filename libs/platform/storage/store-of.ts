import type { Config } from '../config/index.js';
import type { BlobStore } from './blob-store.js';
import { BucketStore } from './bucket-store.js';
import { DiskStore } from './disk-store.js';

/** The configured store; null without one. */
export function blobStoreOf({ storage }: Pick<Config, 'storage'>): BlobStore | null {
  if (!storage) return null;
  return storage.kind === 'DISK' ? new DiskStore(storage.directory) : new BucketStore(storage);
}
