import { mkdir, mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newId } from '../kernel/index.js';
import { BucketStore } from './bucket-store.js';
import { DiskStore } from './disk-store.js';
import { describeBlobStore } from './testing/contract.js';
import { type S3Server, startS3Server } from './testing/s3-server.js';

const folders: string[] = [];
const folder = async (): Promise<string> => {
  const path = await mkdtemp(join(tmpdir(), 'throughline-blobs-'));
  folders.push(path);
  return path;
};
afterAll(async () => {
  for (const path of folders) await rm(path, { recursive: true, force: true });
});

describeBlobStore('on a disk', async () => new DiskStore(await folder()));

describe('on a server that speaks S3', () => {
  let server: S3Server;
  beforeAll(async () => (server = await startS3Server()));
  afterAll(() => server?.close());

  describeBlobStore('in a bucket', () => Promise.resolve(new BucketStore(server.settings)));

  it('nothing is written by whoever is not known there', async () => {
    const intruder = new BucketStore({ ...server.settings, accessKeyId: 'GUESSED' });
    const write = intruder.write(`${newId()}/${newId()}`, (async function* () { yield await Promise.resolve(Buffer.from('x')); })(), 10);
    await expect(write).rejects.toThrow(/access key/i);
  });
});

describe('blobs on a disk', () => {
  const one = async function* (): AsyncGenerator<Uint8Array> {
    yield await Promise.resolve(Buffer.from('x'));
  };

  it('are readable by our own user only, and leave nothing half-written', async () => {
    const path = await folder();
    const name = `${newId()}/${newId()}`;
    await new DiskStore(path).write(name, one());
    const files = (await readdir(path, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
    expect(files).toHaveLength(1);
    expect((await stat(join(files[0]!.parentPath, files[0]!.name))).mode & 0o777).toBe(0o600);
  });

  it('of a crash are removed a day later, those under way are not', async () => {
    const path = await folder();
    await mkdir(join(path, 'unfinished'));
    const old = '01900000-0000-7000-8000-000000000001';
    const young = newId();
    for (const name of [old, young]) await writeFile(join(path, 'unfinished', name), 'half');
    await utimes(join(path, 'unfinished', young), 0, 0);
    await new DiskStore(path).write(`${newId()}/${newId()}`, one());
    expect(await readdir(join(path, 'unfinished'))).toEqual([young]);
  });
});
