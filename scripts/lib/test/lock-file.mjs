import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../run.mjs';

/**
 * What makes a lock file unusable on another machine.
 * @param {string} text package-lock.json
 * @returns {string[]} one sentence per fault
 */
export function faultsOf(text) {
  const { packages } = JSON.parse(text);
  const faults = [];
  const names = new Set(Object.keys(packages).map((path) => path.replace(/^.*node_modules\//, '')));
  for (const [path, entry] of Object.entries(packages)) {
    // A registry that lacks the packages of other platforms makes npm leave them out, and then `npm ci` fails or a Mac gets a broken install.
    for (const name of Object.keys(entry.optionalDependencies ?? {})) {
      if (!names.has(name)) faults.push(`${path || 'the root'} names ${name} as optional, and the lock file has no entry for it.`);
    }
    if (entry.resolved && !entry.link) faults.push(`${path} names where it was downloaded (${entry.resolved}); omit-lockfile-registry-resolved in .npmrc prevents it.`);
    if (!entry.link && path.includes('node_modules/') && !entry.integrity && !entry.inBundle) faults.push(`${path} has no integrity.`);
  }
  if (/"(?:file:|\/)[^"]*"/.test(text)) faults.push('It names a path of some machine.');
  return faults;
}

/** Check of `npm test`. @throws Error with every fault */
export function checkLockFile() {
  const faults = faultsOf(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'));
  if (faults.length > 0) throw new Error(faults.join('\n'));
}
