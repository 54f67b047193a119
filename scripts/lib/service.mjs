// One long-running process of ours, kept running.
import { spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { elapsed, say } from './say.mjs';

const GUARD = new URL('./parent-guard.mjs', import.meta.url).href;
const BACK_OFF_MS = [250, 1_000, 2_000, 5_000, 10_000];
/** A process that ran this long was well; its next crash counts as the first. */
const WELL_AFTER_MS = 60_000;
const LOG_LIMIT = 20 * 1024 * 1024;

/**
 * @typedef {object} Definition
 * @property {string} name shown in messages, and the name of its log
 * @property {string[]} args what Node runs
 * @property {string} cwd
 * @property {Record<string, string | undefined>} env added to ours; undefined takes a variable away
 * @property {string} logDir its output goes to `<logDir>/<name>.log`
 * @property {boolean} [echo] also to the terminal
 */

export class Service {
  /** @param {Definition} definition @param {() => void} changed called when its process id changes */
  constructor(definition, changed = () => {}) {
    this.definition = definition;
    this.changed = changed;
    this.crashes = 0;
    this.stopping = false;
    this.over = false;
    this.log = join(definition.logDir, `${definition.name}.log`);
  }

  get pid() {
    return this.child?.pid;
  }

  start() {
    const { args, cwd, env, echo } = this.definition;
    this.rotate();
    // A file, not a pipe: the launcher may be killed without breaking what it started.
    const file = openSync(this.log, 'a', 0o600);
    const output = echo ? 'inherit' : file;
    this.startedAt = Date.now();
    this.logFrom = existsSync(this.log) ? statSync(this.log).size : 0;
    this.child = spawn(process.execPath, ['--import', GUARD, ...args], {
      cwd,
      env: { ...process.env, ...env, THROUGHLINE_LAUNCHER: String(process.pid) },
      stdio: ['ignore', output, output, 'ipc'],
      // Ctrl-C goes to the launcher, which stops its processes in order.
      detached: process.platform !== 'win32',
    });
    closeSync(file);
    this.ended = new Promise((done) => this.child.once('exit', (code, signal) => done(this.onExit(code, signal))));
    this.changed();
  }

  /** For good: SIGTERM, then SIGKILL when the time is over. @returns {Promise<boolean>} whether it went by itself */
  stop(withinMs) {
    this.over = true;
    return this.end(withinMs);
  }

  async end(withinMs) {
    this.stopping = true;
    clearTimeout(this.timer);
    if (!this.child || this.child.exitCode !== null || this.child.signalCode !== null) return true;
    this.child.kill('SIGTERM');
    let forced = false;
    const timer = setTimeout(() => {
      forced = true;
      this.child.kill('SIGKILL');
    }, withinMs);
    await this.ended;
    clearTimeout(timer);
    return !forced;
  }

  /** Ends it and starts it again, for changed code. */
  async restart() {
    await this.end(10_000);
    // Meanwhile Ctrl-C may have come.
    if (this.over) return;
    this.stopping = false;
    this.start();
  }

  onExit(code, signal) {
    this.changed();
    if (this.stopping) return;
    if (Date.now() - this.startedAt > WELL_AFTER_MS) this.crashes = 0;
    const wait = BACK_OFF_MS[Math.min(this.crashes, BACK_OFF_MS.length - 1)];
    this.crashes += 1;
    say(`[${elapsed()}] ${this.definition.name} ended (${signal ?? `code ${code}`}), starting again in ${wait / 1000} s. ${this.lastWords()}`);
    this.timer = setTimeout(() => this.start(), wait);
  }

  lastWords() {
    if (this.definition.echo) return '';
    const text = readFileSync(this.log).subarray(this.logFrom).toString('utf8').trim();
    const lines = text.split('\n').slice(-8).map((line) => `    ${line.slice(0, 400)}`);
    return `Its log, ${this.log}, ends with:\n${lines.join('\n')}`;
  }

  rotate() {
    mkdirSync(dirname(this.log), { recursive: true });
    if (existsSync(this.log) && statSync(this.log).size > LOG_LIMIT) renameSync(this.log, `${this.log}.1`);
  }
}
