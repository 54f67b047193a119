// Programs that some suites need and not every machine has.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../ports.mjs';

/** The first of these programs on PATH, or undefined. */
export function findProgram(...names) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path));
}

/**
 * A Redis that keeps nothing, on a free loopback port.
 * @returns {Promise<{ url: string, stop: () => Promise<void> } | undefined>} undefined when `redis-server` is not installed
 */
export async function startRedis() {
  const program = findProgram('redis-server');
  if (!program) return undefined;
  const port = await freePort();
  const dir = mkdtempSync(join(tmpdir(), 'throughline-redis-'));
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', dir, '--maxmemory-policy', 'noeviction'];
  const child = spawn(program, args, { stdio: 'ignore' });
  const ended = new Promise((done) => child.once('exit', done));
  for (let tries = 0; !(await answers(port)); tries += 1) {
    if (tries > 200 || child.exitCode !== null) throw new Error('redis-server did not start.');
    await sleep(50);
  }
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
    rmSync(dir, { recursive: true, force: true });
  };
  return { url: `redis://127.0.0.1:${port}`, stop };
}

function answers(port) {
  return new Promise((done) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => done(true)).once('error', () => done(false));
    socket.once('connect', () => socket.destroy());
  });
}
