import type { S3Client } from '@aws-sdk/client-s3';
import type { BucketSettings } from '../config/index.js';
import { BlobMissing, type BlobStore, type ByteRange, checkName } from './blob-store.js';

type Sdk = typeof import('@aws-sdk/client-s3');

const TRIES = 4;
const CONNECT_MS = 5_000;
/** Without a byte for so long the server counts as gone. */
const SILENCE_MS = 30_000;

/**
 * Blobs as objects of a bucket (S3). An object is there when it was sent whole, so a blob is gathered first: never more than the
 * `most` bytes of one write. The client is loaded with the first blob: installations without a bucket never pay for it.
 */
export class BucketStore implements BlobStore {
  private loaded: Promise<{ sdk: Sdk; client: S3Client }> | null = null;

  constructor(private readonly settings: BucketSettings) {}

  async write(name: string, bytes: AsyncIterable<Uint8Array>, most: number): Promise<void> {
    const Key = this.keyOf(name);
    const pieces: Uint8Array[] = [];
    let length = 0;
    for await (const piece of bytes) {
      length += piece.length;
      if (length > most) throw new Error('More bytes came than were announced.');
      pieces.push(piece);
    }
    const { sdk, client } = await this.load();
    await client.send(new sdk.PutObjectCommand({ Bucket: this.settings.bucket, Key, Body: Buffer.concat(pieces), ContentType: 'application/octet-stream' }));
  }

  async *read(name: string, { from, to }: ByteRange): AsyncIterable<Uint8Array> {
    if (to <= from) return;
    const { sdk, client } = await this.load();
    try {
      const { Body } = await client.send(new sdk.GetObjectCommand({ Bucket: this.settings.bucket, Key: this.keyOf(name), Range: `bytes=${from}-${to - 1}` }));
      if (Body) yield* Body as AsyncIterable<Uint8Array>;
    } catch (error) {
      throw error instanceof sdk.NoSuchKey || (error as { name?: string }).name === 'NoSuchKey' ? new BlobMissing(name) : error;
    }
  }

  async remove(name: string): Promise<void> {
    const { sdk, client } = await this.load();
    await client.send(new sdk.DeleteObjectCommand({ Bucket: this.settings.bucket, Key: this.keyOf(name) }));
  }

  async removeAll(organizationId: string): Promise<number> {
    checkName(`${organizationId}/${organizationId}`);
    const { sdk, client } = await this.load();
    const { bucket: Bucket, prefix } = this.settings;
    for (let removed = 0; ;) {
      const { Contents = [] } = await client.send(new sdk.ListObjectsV2Command({ Bucket, Prefix: `${prefix}${organizationId}/` }));
      if (Contents.length === 0) return removed;
      for (const { Key } of Contents) await client.send(new sdk.DeleteObjectCommand({ Bucket, Key: Key ?? '' }));
      removed += Contents.length;
    }
  }

  private keyOf(name: string): string {
    return `${this.settings.prefix}${checkName(name)}`;
  }

  private load(): Promise<{ sdk: Sdk; client: S3Client }> {
    return (this.loaded ??= import('@aws-sdk/client-s3').then((sdk) => ({ sdk, client: this.connect(sdk) })));
  }

  private connect(sdk: Sdk): S3Client {
    const { endpoint, region, accessKeyId, secretAccessKey, pathStyle } = this.settings;
    return new sdk.S3Client({
      region, credentials: { accessKeyId, secretAccessKey }, forcePathStyle: pathStyle, maxAttempts: TRIES,
      ...(endpoint ? { endpoint } : {}),
      // Only Amazon's own server knows the newer checksums; ours are in every piece anyway.
      requestChecksumCalculation: 'WHEN_REQUIRED', responseChecksumValidation: 'WHEN_REQUIRED',
      requestHandler: { connectionTimeout: CONNECT_MS, requestTimeout: SILENCE_MS },
    });
  }
}
