// Module hooks: `@throughline/<layer>/<folder>` and relative `.js` names lead to the `.ts` files, which SWC compiles as `nest build` does.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve as join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { transformSync } from '@swc/core';

const ROOT = join(import.meta.dirname, '../..');
const ALIAS = /^@throughline\/(?!web)(.+)$/;

export async function resolve(specifier, context, next) {
  const file = sourceOf(specifier, context.parentURL);
  return file ? { url: pathToFileURL(file).href, format: 'module', shortCircuit: true } : next(specifier, context);
}

export async function load(url, context, next) {
  if (!url.startsWith('file:') || !url.endsWith('.ts')) return next(url, context);
  const filename = fileURLToPath(url);
  const { code } = transformSync(readFileSync(filename, 'utf8'), { ...options, filename });
  return { format: 'module', source: code, shortCircuit: true };
}

const options = {
  configFile: false,
  swcrc: false,
  sourceMaps: 'inline',
  module: { type: 'es6' },
  jsc: {
    target: 'es2022',
    keepClassNames: true,
    parser: { syntax: 'typescript', decorators: true, dynamicImport: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
  },
};

function sourceOf(specifier, parent) {
  const alias = ALIAS.exec(specifier);
  if (alias) return join(ROOT, 'libs', alias[1], 'index.ts');
  if (!parent?.endsWith('.ts') || !/^\.{1,2}\/.*\.js$/.test(specifier)) return undefined;
  const file = join(dirname(fileURLToPath(parent)), specifier.replace(/\.js$/, '.ts'));
  return existsSync(file) ? file : undefined;
}
