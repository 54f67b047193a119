import { randomBytes } from 'node:crypto';
import { Inject, Injectable, Optional } from '@nestjs/common';
import { Config } from '../config/index.js';
import type { Work } from '../database/index.js';
import { refuse } from '../kernel/index.js';
import { type KeyReader, Secrets } from '../secrets/index.js';
import type { BlobStore, ByteRange } from './blob-store.js';
import { openPart, type PartContext, sealedLength, sealedRange, sealPart } from './sealed-part.js';
import { blobStoreOf } from './store-of.js';

/** The most plain bytes of one part: with a bucket, what one running write holds in memory. */
export const PART_BYTES = 4 * 1024 * 1024;
/** What a file's key is sealed for. */
const FILE_KEY = 'file.key';

/** A part that was written, as its owner noted it. */
export interface WrittenPart {
  id: string;
  number: number;
  /** Plain. */
  bytes: number;
}

/** Whose content it is. */
export type ContentOf = Omit<PartContext, 'id' | 'number'>;

/** A store of one's own instead of the configured one: for tests. */
export const BLOB_STORE = Symbol('blob store');

/**
 * Content of files, encrypted (DOC-03): every file has a key of its own, sealed with the organization's data key, which the master
 * key wraps; rotating that never touches content. Content is a list of parts, each one blob; who owns it keeps the list.
 */
@Injectable()
export class Storage {
  private readonly store: BlobStore | null;

  constructor(
    @Inject(Config) config: Pick<Config, 'storage'>,
    private readonly secrets: Secrets,
    @Optional() @Inject(BLOB_STORE) store?: BlobStore,
  ) {
    this.store = store ?? blobStoreOf(config);
  }

  /** @returns a new file's key, sealed: to be stored with the file */
  async newKey(work: Work): Promise<Buffer> {
    this.required();
    return this.secrets.seal(work, FILE_KEY, randomBytes(32));
  }

  /** @throws Error for another organization's */
  openKey(work: KeyReader, sealedKey: Buffer): Promise<Buffer> {
    return this.secrets.open(work, FILE_KEY, sealedKey);
  }

  /**
   * Writes a part whole or not at all, as its bytes come.
   *
   * @param part `number` is its place, `id` was never used before: a write that failed is tried again with a new one
   * @param plain PART_BYTES at most
   * @returns how many plain bytes there were; of none nothing is written
   */
  async writePart(key: Buffer, context: PartContext, plain: AsyncIterable<Uint8Array>): Promise<number> {
    let bytes = 0;
    const counted = async function* (): AsyncGenerator<Uint8Array> {
      for await (const piece of plain) {
        bytes += piece.length;
        if (bytes > PART_BYTES) throw new Error('A part is too long.');
        yield piece;
      }
    };
    await this.required().write(nameOf(context), sealPart(key, context, counted()), sealedLength(PART_BYTES));
    return bytes;
  }

  /**
   * The plain bytes of a stretch of content, opened as they are taken: a chunk at a time in memory.
   *
   * @param range of the whole content; all of it when absent
   * @throws Error when anything was altered or is missing
   */
  async *read(key: Buffer, content: ContentOf, parts: readonly WrittenPart[], range?: ByteRange): AsyncGenerator<Buffer> {
    const store = this.required();
    let start = 0;
    for (const { id, number, bytes } of parts) {
      const from = Math.max(0, (range?.from ?? 0) - start);
      const to = Math.min(bytes, (range?.to ?? Number.MAX_SAFE_INTEGER) - start);
      start += bytes;
      if (from >= to) continue;
      const context = { ...content, number, id };
      yield* openPart(key, context, bytes, { from, to }, store.read(nameOf(context), sealedRange(bytes, from, to)));
    }
  }

  /** Removes a part's blob; one that is missing is removed already. */
  async removePart(organizationId: string, id: string): Promise<void> {
    await this.required().remove(`${organizationId}/${id}`);
  }

  /** @throws AppError PRECONDITION_FAILED */
  private required(): BlobStore {
    if (!this.store) throw refuse('PRECONDITION_FAILED', 'This installation has no place for files. Whoever runs it sets FILES_DIR or S3_BUCKET.');
    return this.store;
  }
}

const nameOf = ({ organizationId, id }: Pick<PartContext, 'organizationId' | 'id'>): string => `${organizationId}/${id}`;
