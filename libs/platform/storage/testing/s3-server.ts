import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BucketSettings } from '../../config/index.js';

/** A server on loopback that speaks S3, with one bucket. It knows whose a key is; signatures of version 4 it does not calculate. */
export interface S3Server {
  settings: BucketSettings;
  close(): Promise<void>;
}

/** In a process of its own: it takes over handlers that belong to the suites. */
const PROGRAM = `
  const S3rver = require('s3rver');
  new S3rver({ port: 0, address: '127.0.0.1', silent: true, directory: process.argv[1], configureBuckets: [{ name: 'files' }] })
    .run().then(({ port }) => process.send(port));
  process.on('disconnect', () => process.exit());`;

export async function startS3Server(): Promise<S3Server> {
  const directory = await mkdtemp(join(tmpdir(), 'throughline-s3-'));
  const child = spawn(process.execPath, ['-e', PROGRAM, directory], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const ended = once(child, 'exit');
  const [port] = (await Promise.race([once(child, 'message'), ended.then(() => Promise.reject(new Error('The S3 server did not start.')))])) as [number];
  return {
    settings: {
      kind: 'S3', bucket: 'files', region: 'us-east-1', endpoint: `http://127.0.0.1:${port}`, accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER', prefix: 'throughline/', pathStyle: true,
    },
    close: async () => {
      child.kill();
      await ended;
      await rm(directory, { recursive: true, force: true });
    },
  };
}
