// Are the packages the lock file names installed? Node's own modules only: this runs before there are any.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Problem } from './say.mjs';

const ROOT = resolve(import.meta.dirname, '../..');
/** As `engines` in package.json. */
const MINIMUM = [20, 19];

/** @throws Problem when this Node.js is too old, naming what is needed */
export function checkNode(version = process.versions.node) {
  const [major, minor] = version.split('.').map(Number);
  if (major > MINIMUM[0] || (major === MINIMUM[0] && minor >= MINIMUM[1])) return;
  throw new Problem(`Throughline needs Node.js ${MINIMUM.join('.')} or newer; this is ${version}. Install a newer one and start again.`);
}

/** Whether node_modules is what package-lock.json says. */
export function isInstalled(root = ROOT) {
  const installed = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(installed)) return false;
  const wanted = packagesOf(join(root, 'package-lock.json'));
  const present = packagesOf(installed);
  return Object.entries(wanted).every(([path, entry]) => {
    // The root and the workspaces are ours; optional packages are for other machines when absent.
    if (!path.includes('node_modules/') || entry.link) return true;
    const found = present[path];
    return found ? found.version === entry.version : Boolean(entry.optional || entry.devOptional || entry.peer);
  });
}

const packagesOf = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;

/** Installs exactly the lock file's packages, showing npm's progress. */
export function install() {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const result = spawnSync(npm, ['ci', '--no-fund', '--no-audit', '--loglevel=error'], { cwd: ROOT, stdio: 'inherit', shell: process.platform === 'win32' });
  if (result.status !== 0) throw new Problem('npm ci failed; its message is above. Is the npm registry reachable?');
}
