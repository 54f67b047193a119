// `npm start` as a person runs it: on an empty data folder, then again after a kill -9, then Ctrl-C.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../ports.mjs';
import { commandOf, isAlive, readPostmaster } from '../postgres/postmaster.mjs';
import { ROOT } from '../run.mjs';

const START_WITHIN_MS = 480_000;
const STOP_WITHIN_MS = 30_000;

/** An empty data folder, and how to start the product on it. */
export class ProductUnderTest {
  dataDir = mkdtempSync(join(tmpdir(), 'throughline-product-'));
  output = '';

  /** @throws Error with everything it printed when it does not become ready */
  async start() {
    this.port ??= await freePort();
    this.url = `http://localhost:${this.port}`;
    const env = { ...process.env, PORT: String(this.port), DATA_DIR: this.dataDir, NODE_ENV: undefined, DATABASE_URL: undefined, REDIS_URL: undefined, APP_SECRET: undefined, MASTER_KEY: undefined, SMTP_URL: undefined };
    this.output = '';
    this.child = spawn(process.execPath, ['scripts/start.mjs'], { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
    this.ended = new Promise((done) => this.child.once('exit', (code, signal) => done(signal ?? code)));
    await new Promise((ready, failed) => {
      const end = (settle) => {
        clearTimeout(timer);
        settle();
      };
      const fault = (why) => end(() => failed(new Error(`npm start ${why}:\n${this.output}`)));
      const timer = setTimeout(() => fault('did not become ready'), START_WITHIN_MS);
      const take = (chunk) => {
        this.output += chunk;
        if (/ is ready at /.test(this.output)) end(ready);
      };
      this.child.stdout.setEncoding('utf8').on('data', take);
      this.child.stderr.setEncoding('utf8').on('data', take);
      void this.ended.then((code) => fault(`ended with ${code}`));
    });
  }

  /** As `kill -9` on the launcher alone. */
  async kill() {
    this.child.kill('SIGKILL');
    await this.ended;
  }

  /** As Ctrl-C. @throws Error when it takes too long, fails, or leaves a process */
  async stop() {
    const pids = this.processes();
    const late = setTimeout(() => this.child.kill('SIGKILL'), STOP_WITHIN_MS);
    this.child.kill('SIGINT');
    const code = await this.ended;
    clearTimeout(late);
    // A process whose launcher was killed may be a zombie for a moment, until init takes it away: no command line any more.
    const left = Object.entries(pids).filter(([, pid]) => isAlive(pid) && commandOf(pid) !== '');
    if (code !== 0) throw new Error(`Ctrl-C ended npm start with ${code}:\n${this.output}`);
    if (left.length > 0) throw new Error(`Ctrl-C left ${left.map(([name]) => name).join(', ')} running.`);
  }

  /** Process ids by name. */
  processes() {
    const { launcher, services } = JSON.parse(readFileSync(join(this.dataDir, 'run.json'), 'utf8'));
    return { launcher, ...services, postgres: readPostmaster(join(this.dataDir, 'pg18'))?.pid };
  }

  /** @throws Error unless the address answers 200 */
  async expectPage(path) {
    const answer = await fetch(`${this.url}${path}`, { headers: { accept: 'text/html' } });
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}: ${(await answer.text()).slice(0, 300)}`);
  }

  async remove() {
    if (this.child && this.child.exitCode === null && this.child.signalCode === null) await this.stop().catch(() => undefined);
    rmSync(this.dataDir, { recursive: true, force: true });
  }
}
