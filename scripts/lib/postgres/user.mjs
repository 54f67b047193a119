// PostgreSQL refuses to run as root; this decides how to start it all the same.
import { execFileSync } from 'node:child_process';
import { chownSync, cpSync, existsSync, lstatSync, mkdirSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { dirname, join, parse } from 'node:path';

/** The user id that owns nothing; inside a user namespace root itself appears as it. */
const UNPRIVILEGED = 65534;

/**
 * How to start the programs.
 * @typedef {object} Runner
 * @property {(file: string, args: string[]) => [string, string[]]} wrap the command line to spawn
 * @property {{ uid?: number, gid?: number }} spawnOptions
 * @property {number | undefined} owner user id that must own the data directory, seen from outside
 * @property {string | undefined} outside folder to use instead of `home` when that user cannot reach it
 */

/**
 * @param {string} home folder the data directory shall be in
 * @param {string | undefined} native folder of the npm binaries
 * @returns {Runner}
 */
export function chooseRunner(home, native) {
  const direct = { wrap: (file, args) => [file, args], spawnOptions: {}, owner: undefined, outside: undefined };
  if (process.getuid?.() !== 0) return direct;
  if (namespacesWork()) {
    const map = ['--user', `--map-user=${UNPRIVILEGED}`, `--map-group=${UNPRIVILEGED}`, '--'];
    return { ...direct, wrap: (file, args) => ['unshare', [...map, file, ...args]], owner: 0 };
  }
  const { uid, gid } = nobody();
  const reachable = [home, native].every((path) => path === undefined || reachableBy(path));
  return { ...direct, spawnOptions: { uid, gid }, owner: uid, outside: reachable ? undefined : outsideFolder(home, uid, gid) };
}

/** Copies the programs to where an unprivileged user can run them; returns the copy's bin folder. */
export function copyBinaries(native, outside) {
  const copy = join(outside, 'native');
  if (!existsSync(join(copy, 'complete'))) {
    cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
    mkdirSync(join(copy, 'complete'));
  }
  return join(copy, 'bin');
}

/** Makes everything below `path` belong to `uid`, which changes when the way of starting changes. */
export function own(path, uid) {
  if (uid === undefined || !existsSync(path) || lstatSync(path).uid === uid) return;
  const gid = uid === 0 ? 0 : nobody().gid;
  const visit = (entry) => {
    const stat = lstatSync(entry);
    if (stat.isSymbolicLink()) return;
    if (stat.isDirectory()) for (const name of readdirSync(entry)) visit(join(entry, name));
    chownSync(entry, uid, gid);
  };
  visit(path);
}

function namespacesWork() {
  try {
    execFileSync('unshare', ['--user', `--map-user=${UNPRIVILEGED}`, `--map-group=${UNPRIVILEGED}`, '--', 'true'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

// A user id without an entry in the password file will not do: postgres looks its name up.
function nobody() {
  const line = readFileSync('/etc/passwd', 'utf8').split('\n').find((entry) => entry.startsWith('nobody:'));
  if (!line) throw new Error('PostgreSQL cannot run as root and there is no user "nobody". Start as another user, or set DATABASE_URL.');
  const [, , uid, gid] = line.split(':');
  return { uid: Number(uid), gid: Number(gid) };
}

function reachableBy(path) {
  for (let folder = path; folder !== parse(folder).root; folder = dirname(folder)) {
    if (existsSync(folder) && (statSync(folder).mode & 0o005) !== 0o005) return false;
  }
  return true;
}

function outsideFolder(home, uid, gid) {
  const folder = join('/var/tmp', `throughline-${createHash('sha256').update(home).digest('hex').slice(0, 12)}`);
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  const owner = lstatSync(folder).uid;
  // The name can be guessed: somebody else's folder must not become ours.
  if (owner !== 0 && owner !== uid) throw new Error(`${folder} belongs to another user (${owner}). Remove it, or set DATABASE_URL.`);
  chownSync(folder, uid, gid);
  return folder;
}
