export { BlobMissing, type BlobStore, type ByteRange } from './blob-store.js';
export { BLOB_STORE, type ContentOf, PART_BYTES, Storage, type WrittenPart } from './storage.js';
export * from './storage.module.js';
export { blobStoreOf } from './store-of.js';
