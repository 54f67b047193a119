// Tells eslint-plugin-boundaries which file an import means: `@throughline/<layer>/<folder>` and relative `.js` names lead to `.ts` files.
const { existsSync } = require('node:fs');
const { builtinModules } = require('node:module');
const { dirname, join, resolve } = require('node:path');

const ROOT = resolve(__dirname, '../..');
const ALIAS = /^@throughline\/(?!web$)(.+)$/;

exports.interfaceVersion = 2;

exports.resolve = (source, file) => {
  if (source.startsWith('node:') || builtinModules.includes(source)) return { found: true, path: null };
  const alias = ALIAS.exec(source);
  if (alias) {
    // A path below a folder ("@throughline/sales/leads/lead.service") is resolved too, so that the door rule can refuse it.
    const places = [join('libs', alias[1], 'index.ts'), `${join('libs', alias[1])}.ts`].map((path) => join(ROOT, path));
    const found = places.find((path) => existsSync(path));
    return found ? { found: true, path: found } : { found: false };
  }
  if (!source.startsWith('.')) return { found: false };
  const target = resolve(dirname(file), source);
  const found = [target.replace(/\.js$/, '.ts'), target].find((path) => existsSync(path));
  return found ? { found: true, path: found } : { found: false };
};
