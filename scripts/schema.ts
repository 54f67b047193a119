import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { printSchema } from 'graphql';
import { buildProductSchema } from '../apps/api/src/product-schema.js';
import { type DocumentFile, webModules } from './lib/schema/web-documents.js';

/** npm run schema: writes `schema.gql` and the typed documents of the web application. Needs no database. */
const ROOT = join(import.meta.dirname, '..');
const NOTE = '# Written by `npm run schema` from the classes under libs/. Do not edit.\n\n';

try {
  const schema = await buildProductSchema();
  writeIfChanged('schema.gql', `${NOTE}${printSchema(schema)}\n`);
  const files = graphqlFiles();
  const modules = await webModules(schema, files);
  for (const stale of below('apps/web/src/gql', '.ts')) if (!modules.has(stale)) rmSync(join(ROOT, stale));
  for (const [path, text] of modules) writeIfChanged(path, text);
  process.stdout.write(`schema.gql: ${Object.keys(schema.getTypeMap()).filter((name) => !name.startsWith('__')).length} types\n`);
  process.stdout.write(`apps/web/src/gql: ${modules.size} modules of ${files.length} documents\n`);
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
}

function graphqlFiles(): DocumentFile[] {
  return below('apps/web/src', '.graphql').map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }));
}

/** Files of a kind anywhere below a folder, relative to the repository, sorted. */
function below(folder: string, extension: string): string[] {
  if (!existsSync(join(ROOT, folder))) return [];
  const names = readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' });
  return names.filter((name) => name.endsWith(extension)).map((name) => `${folder}/${name.replaceAll('\\', '/')}`).sort();
}

function writeIfChanged(path: string, text: string): void {
  const file = join(ROOT, path);
  mkdirSync(dirname(file), { recursive: true });
  try {
    if (readFileSync(file, 'utf8') === text) return;
  } catch {
    // It is new.
  }
  writeFileSync(file, text);
}
