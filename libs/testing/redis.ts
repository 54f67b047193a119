import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { createServer } from 'node:net';
import { delimiter, join } from 'node:path';
import { Redis } from 'ioredis';

/** A Redis of one test file. */
export interface TestRedis {
  url: string;
  stop(): Promise<void>;
}

/**
 * Whether suites can run on Redis here: TEST_REDIS_URL is set or `redis-server` is on PATH. Says plainly when they cannot,
 * so that a green run never looks like more than it was.
 */
export function redisIsPresent(): boolean {
  const present = Boolean(process.env['TEST_REDIS_URL']) || redisServer() !== undefined;
  if (!present) process.stdout.write('\n  NOT RUN: the Redis part of this suite (no redis-server on PATH, no TEST_REDIS_URL).\n');
  return present;
}

/** The server of TEST_REDIS_URL, else one of this file's own on a free port, keeping nothing on disk. */
export async function startRedis(): Promise<TestRedis> {
  const given = process.env['TEST_REDIS_URL'];
  if (given) return { url: given, stop: async () => undefined };
  const port = await freePort();
  const file = redisServer();
  if (!file) throw new Error('There is no redis-server on PATH.');
  const child = spawn(file, ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'], { stdio: 'ignore' });
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  const url = `redis://127.0.0.1:${port}/0`;
  const probe = new Redis(url, { retryStrategy: () => 20, maxRetriesPerRequest: null });
  probe.on('error', () => undefined);
  await probe.ping();
  probe.disconnect();
  return {
    url,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

function redisServer(): string | undefined {
  return (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, 'redis-server')).find((file) => {
    try {
      accessSync(file, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const server = createServer();
    server.once('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => done(port));
    });
  });
}
