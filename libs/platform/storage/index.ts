export { BlobMissing, type BlobStore, type ByteRange } from './blob-store.js';
export * from './storage.js';
export * from './storage.module.js';
