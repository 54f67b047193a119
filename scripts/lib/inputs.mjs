// Decides by content whether something must be built again: clones and checkouts change times, not contents.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { ROOT } from './run.mjs';

const IGNORED = new Set(['node_modules', '.next', 'dist', 'e2e', 'next-env.d.ts', 'tsconfig.tsbuildinfo']);

/** Every file below the given paths (relative to the repository), sorted; missing paths are left out. */
export function filesBelow(paths) {
  const found = [];
  const visit = (path) => {
    if (!existsSync(path)) return;
    if (!statSync(path).isDirectory()) return void found.push(path);
    for (const name of readdirSync(path)) if (!IGNORED.has(name)) visit(join(path, name));
  };
  for (const path of paths) visit(join(ROOT, path));
  return found.sort();
}

/** One digest over names and contents. */
export function digestOf(files) {
  const hash = createHash('sha256').update(process.version);
  for (const file of files) hash.update(`\0${relative(ROOT, file)}\0`).update(readFileSync(file));
  return hash.digest('hex');
}

/**
 * Does something unless the mark says that it was done with the same inputs.
 * @param {{ mark: string, files: string[], build: () => Promise<string | void> }} options `mark` is a file beside the result
 * @returns {Promise<string | undefined>} a remark
 */
export async function buildIfChanged({ mark, files, build }) {
  const digest = digestOf(files);
  if (existsSync(mark) && readFileSync(mark, 'utf8') === digest) return 'unchanged';
  // Whatever a failure leaves half-way is not what the mark stands for.
  rmSync(mark, { force: true });
  const remark = await build();
  mkdirSync(dirname(mark), { recursive: true });
  writeFileSync(mark, digest);
  return remark || undefined;
}
