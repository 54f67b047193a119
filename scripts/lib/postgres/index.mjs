// The embedded PostgreSQL: used by start, dev, tests, figures. Node's own modules only.
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../ports.mjs';
import { findBinaries } from './binaries.mjs';
import { commandOf, isAlive, readPostmaster } from './postmaster.mjs';
import { chooseRunner, copyBinaries, own } from './user.mjs';

const ROOT = resolve(import.meta.dirname, '../../..');
const OWNER = 'throughline';
const DATABASE = 'throughline';
/** How long a directory may stay locked by a server that is going away. */
const LOCK_WAIT_MS = 10_000;
const START_WAIT_MS = 60_000;
/** Then it is told to stop without a checkpoint; the next start recovers. */
const STOP_WAIT_MS = 6_000;

/**
 * Starts PostgreSQL on a directory, or adopts the server that already runs there (left by a killed launcher).
 * @param {object} options
 * @param {string} options.dataDir folder for everything that must last, for example `.data`: the cluster is in `pg<major>` below it,
 *   its password beside it (mode 0600), its log in `logs/postgres.log`
 * @param {Record<string, string>} [options.settings] more server settings, for example `{ fsync: 'off' }` for tests
 * @param {number} [options.port] the port to listen on; a free one when left out
 * @returns {Promise<{ url: string, port: number, pid: number, adopted: boolean, created: boolean, alive: () => boolean, stop: () => Promise<void> }>}
 *   `created` says that the cluster is new; `url` signs in as the owner (a superuser) to the database `throughline`; `stop` is a fast stop, and safe to call twice
 * @throws Error with the last lines of the log when the server does not come up
 */
export async function startPostgres({ dataDir, settings = {}, port }) {
  const home = resolve(dataDir);
  mkdirSync(home, { recursive: true });
  const { native, bin, major } = findBinaries(ROOT);
  const runner = chooseRunner(home, native);
  const programs = { bin: runner.outside && native ? copyBinaries(native, runner.outside) : bin, major, runner };
  const cluster = join(runner.outside ?? home, `pg${major}`);
  const password = passwordOf(join(home, `pg${major}.password`));
  const log = join(home, 'logs', 'postgres.log');
  mkdirSync(dirname(log), { recursive: true });

  const running = await adopt(cluster);
  if (running) return handle(running, password, { adopted: true, created: false });
  const created = !existsSync(cluster);
  if (created) initialize(programs, cluster, password);
  own(cluster, runner.owner);
  const started = await launch(programs, cluster, { ...settings, ...(port ? { port: String(port) } : {}) }, log);
  return handle(started, password, { adopted: false, created });
}

function handle({ pid, port }, password, how) {
  const url = `postgres://${OWNER}:${password}@127.0.0.1:${port}/${DATABASE}`;
  return { url, port, pid, ...how, alive: () => running(pid), stop: () => stop(pid) };
}

function passwordOf(file) {
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('hex'), { mode: 0o600 });
  return readFileSync(file, 'utf8').trim();
}

/** The server on this directory once it is ready; undefined when there is none or it is going away. */
async function adopt(cluster) {
  for (let waited = 0; waited < LOCK_WAIT_MS; waited += 50) {
    const found = readPostmaster(cluster);
    if (!found || !isAlive(found.pid)) return undefined;
    if (!/postgres(\.exe)? -D /.test(commandOf(found.pid))) {
      // Either a zombie (no command line, gone in a moment) or another program that was given the same process id.
      if (commandOf(found.pid) !== '') {
        rmSync(join(cluster, 'postmaster.pid'), { force: true });
        return undefined;
      }
    } else if (found.status === 'ready') {
      return found;
    }
    await sleep(50);
  }
  return undefined;
}

// Built beside its place and moved there whole, so that a stop half-way leaves nothing that looks like a cluster.
function initialize({ bin, major, runner }, cluster, password) {
  const draft = `${cluster}.new`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  const secret = join(draft, 'pw');
  const builtin = major >= 17 ? ['--locale-provider=builtin', '--locale=C.UTF-8'] : ['--locale=C'];
  // initdb wants an empty directory, so the password lies beside the cluster, both inside the draft.
  writeFileSync(secret, password, { mode: 0o600 });
  const target = join(draft, 'cluster');
  mkdirSync(target, { mode: 0o700 });
  own(draft, runner.owner);
  const common = ['-U', OWNER, '-E', 'UTF8', '-A', 'scram-sha-256', `--pwfile=${secret}`, ...builtin, '--no-instructions'];
  run(runner, join(bin, 'initdb'), ['-D', target, ...common]);
  run(runner, join(bin, 'postgres'), ['--single', '-D', target, 'postgres'], `CREATE DATABASE ${DATABASE};\n`);
  renameSync(target, cluster);
  rmSync(draft, { recursive: true, force: true });
}

function run(runner, file, args, input = '') {
  const [command, list] = runner.wrap(file, args);
  const result = spawnSync(command, list, { input, encoding: 'utf8', cwd: '/', env: environment(), ...runner.spawnOptions });
  if (result.status !== 0) throw new Error(`${file} failed: ${result.error?.message ?? result.stderr.trim()}`);
}

async function launch({ bin, runner }, cluster, settings, log) {
  for (const started = Date.now(); ; await sleep(250)) {
    const from = existsSync(log) ? readFileSync(log).length : 0;
    const outcome = await attempt({ bin, runner }, cluster, settings, log);
    if (outcome.port) return outcome;
    const said = readFileSync(log).subarray(from).toString('utf8').trim();
    // After a kill -9 of everything a zombie or its children hold the directory for a moment.
    const locked = /lock file "postmaster.pid" already exists|pre-existing shared memory block|Address already in use/.test(said);
    if (!locked || Date.now() - started > LOCK_WAIT_MS) throw new Error(`PostgreSQL did not start:\n${said.split('\n').slice(-8).join('\n')}`);
  }
}

async function attempt({ bin, runner }, cluster, settings, log) {
  const port = Number(settings.port ?? (await freePort()));
  const all = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    max_connections: '200',
    timezone: 'UTC',
    log_timezone: 'UTC',
    jit: 'off',
    ...settings,
  };
  const options = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const [command, args] = runner.wrap(join(bin, 'postgres'), ['-D', cluster, ...options]);
  const output = openSync(log, 'a', 0o600);
  // Detached: Ctrl-C must reach the launcher first, which stops what uses the database before the database.
  const child = spawn(command, args, { detached: true, stdio: ['ignore', output, output], cwd: '/', env: environment(), ...runner.spawnOptions });
  closeSync(output);
  let ended = false;
  child.once('exit', () => (ended = true));
  child.once('error', () => (ended = true));
  child.unref();
  for (const started = Date.now(); !ended && Date.now() - started < START_WAIT_MS; await sleep(10)) {
    const found = readPostmaster(cluster);
    if (found?.pid === child.pid && found.status === 'ready') return { pid: found.pid, port };
  }
  if (!ended) child.kill('SIGQUIT');
  return {};
}

// Of the caller's environment only what the programs need: PGDATA and the like must not steer them.
function environment() {
  const { PATH, HOME, TMPDIR, SystemRoot } = process.env;
  return { PATH, HOME, TMPDIR, SystemRoot, LC_ALL: 'C', TZ: 'UTC' };
}

// A zombie that nobody reaps (a container without an init) has no command line any more.
const running = (pid) => isAlive(pid) && commandOf(pid) !== '';

async function stop(pid) {
  if (!running(pid)) return;
  process.kill(pid, 'SIGINT');
  for (const started = Date.now(); running(pid); await sleep(10)) {
    if (Date.now() - started > STOP_WAIT_MS) {
      process.kill(pid, 'SIGQUIT');
      return;
    }
  }
}
