import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream, type WriteStream } from 'node:fs';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../..');
const TYPESCRIPT = resolve(ROOT, 'scripts/lib/typescript.mjs');

/** One of the product's processes, which can be killed and started again. */
export class KeptProcess {
  private child: ChildProcess | null = null;
  private readonly log: WriteStream;
  private ending = false;
  /** How often it ended although nobody had killed it. */
  ownEnds = 0;

  /**
   * @param file TypeScript, from the repository's root
   * @param ready what it prints when it works
   * @param logFile gets everything it prints
   */
  constructor(
    private readonly file: string,
    private readonly env: Record<string, string>,
    private readonly ready: RegExp,
    logFile: string,
  ) {
    this.log = createWriteStream(logFile);
  }

  /** @throws Error when it ends instead of being ready */
  async start(): Promise<this> {
    const child = spawn(process.execPath, ['--import', TYPESCRIPT, resolve(ROOT, this.file)], {
      cwd: ROOT, env: { ...process.env, ...this.env }, stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child = child;
    this.ending = false;
    child.once('exit', () => {
      if (!this.ending) this.ownEnds++;
    });
    let said = '';
    await new Promise<void>((done, fail) => {
      const read = (chunk: Buffer): void => {
        this.log.write(chunk);
        if (said.length < 1_000_000) said += chunk.toString();
        if (this.ready.test(said)) done();
      };
      child.stdout.on('data', read);
      child.stderr.on('data', read);
      child.once('exit', (code) => fail(new Error(`${this.file} ended with ${code ?? 'a signal'}:\n${said.slice(-4_000)}`)));
    });
    return this;
  }

  async kill(signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    this.ending = true;
    const gone = new Promise((done) => child.once('exit', done));
    child.kill(signal);
    await gone;
  }

  /** User and system time so far, seconds; Linux only. */
  get cpu(): number {
    const fields = readFileSync(`/proc/${this.child?.pid ?? 0}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) / 100;
  }

  /** Resident memory, MB; Linux only. */
  get memory(): number {
    const found = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${this.child?.pid ?? 0}/status`, 'utf8'));
    return Math.round(Number(found?.[1] ?? 0) / 1024);
  }
}
