import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import { resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../../..');
const TYPESCRIPT = resolve(ROOT, 'scripts/lib/typescript.mjs');

/** What the API process says of itself. */
export interface Health {
  heapUsed: number;
  sockets: number;
}

/** The API under attack. */
export class Target {
  private errors = 0;
  private ended = false;

  private constructor(
    private readonly child: ChildProcess,
    readonly port: number,
  ) {}

  /** @throws Error when it does not start; its log is in `.data/verify/hostile-api.log` */
  static async start(env: Record<string, string>): Promise<Target> {
    const folder = resolve(ROOT, '.data/verify');
    mkdirSync(folder, { recursive: true });
    const log = createWriteStream(resolve(folder, 'hostile-api.log'));
    const child = spawn(process.execPath, ['--expose-gc', '--import', TYPESCRIPT, resolve(import.meta.dirname, 'api-process.ts')], {
      cwd: ROOT, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    const listening = new Promise<number>((done, fail) => {
      child.once('message', (message) => done((message as { port: number }).port));
      child.once('exit', (code) => fail(new Error(`The API ended with ${code}; see ${folder}/hostile-api.log`)));
    });
    child.stderr?.pipe(log);
    let target: Target | null = null;
    child.stdout?.on('data', (chunk: Buffer) => {
      log.write(chunk);
      if (target) target.errors += chunk.toString().split(/"level":"(?:error|fatal)"/).length - 1;
    });
    target = new Target(child, await listening);
    child.once('exit', () => (target.ended = true));
    return target;
  }

  get alive(): boolean {
    return !this.ended;
  }

  /** Lines of level error in its log: our own failures, which no message from outside may cause. */
  get failures(): number {
    return this.errors;
  }

  health(): Promise<Health> {
    return new Promise((done, fail) => {
      this.child.once('exit', () => fail(new Error('The API has ended.')));
      this.child.once('message', (message) => done(message as Health));
      this.child.send('health');
    });
  }

  /** @returns its exit code */
  stop(): Promise<number | null> {
    return new Promise((done) => {
      if (this.ended) return done(this.child.exitCode);
      this.child.once('exit', (code) => done(code));
      this.child.kill('SIGTERM');
    });
  }
}
