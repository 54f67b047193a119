import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { freePort } from '../../lib/ports.mjs';

/** A Redis of this run alone, on a port and in a folder of its own; what it holds is gone with each restart. */
export class OwnRedis {
  private child: ChildProcess | null = null;

  private constructor(private readonly port: number, private readonly folder: string) {}

  /** @throws Error when there is no redis-server on PATH */
  static async start(): Promise<OwnRedis> {
    const redis = new OwnRedis(await freePort(), mkdtempSync(join(tmpdir(), 'throughline-redis-')));
    await redis.open();
    return redis;
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}/0`;
  }

  /** kill -9, a moment without it, and a new one on the same port. */
  async restart(withoutMs: number): Promise<void> {
    await this.kill();
    await delay(withoutMs);
    await this.open();
  }

  async stop(): Promise<void> {
    await this.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async open(): Promise<void> {
    const child = spawn('redis-server', ['--port', String(this.port), '--bind', '127.0.0.1', '--dir', this.folder, '--save', '', '--appendonly', 'no', '--maxmemory-policy', 'noeviction'], { stdio: 'ignore' });
    this.child = child;
    const failed = new Promise<never>((_, fail) => {
      child.once('error', fail);
      child.once('exit', (code) => fail(new Error(`redis-server ended with ${code ?? 'a signal'}.`)));
    });
    failed.catch(() => undefined);
    await Promise.race([failed, this.answers()]);
  }

  private async answers(): Promise<void> {
    while (!(await answersOn(this.port))) await delay(20);
  }

  private async kill(): Promise<void> {
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((done) => child.once('exit', done));
    child.kill('SIGKILL');
    await gone;
  }
}

function answersOn(port: number): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect(port, '127.0.0.1', () => socket.write('PING\r\n'));
    const end = (answered: boolean): void => {
      socket.destroy();
      done(answered);
    };
    socket.setTimeout(500, () => end(false));
    socket.once('data', (data) => end(data.toString().startsWith('+PONG')));
    socket.once('error', () => end(false));
  });
}
