// Generated files must equal what the sources generate, and models must equal migrations.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import { filesBelow } from '../inputs.mjs';
import { ROOT, node } from '../run.mjs';

const TYPESCRIPT = new URL('../typescript.mjs', import.meta.url).href;
const GENERATED = ['schema.gql', 'apps/web/src/gql'];

/**
 * Runs `npm run schema` and puts everything back as it was.
 * @param {Record<string, string>} env
 * @throws Error naming the files that would change
 */
export async function checkSchema(env) {
  const before = snapshot();
  let after;
  try {
    await node(['--import', TYPESCRIPT, 'scripts/schema.ts'], { env });
    after = snapshot();
  } finally {
    restore(before);
  }
  const changed = [...new Set([...before.keys(), ...after.keys()])].filter((file) => before.get(file) !== after.get(file));
  if (before.size === 0) throw new Error('There is no schema.gql. Run "npm run schema" and commit what it writes.');
  if (changed.length > 0) {
    const names = changed.map((file) => `  ${relative(ROOT, file)}`).join('\n');
    throw new Error(`Not what the sources say:\n${names}\nRun "npm run schema" and commit what it writes.`);
  }
}

const snapshot = () => new Map(filesBelow(GENERATED).map((file) => [file, readFileSync(file, 'utf8')]));

function restore(before) {
  for (const file of filesBelow(GENERATED)) if (!before.has(file)) rmSync(file);
  for (const [file, text] of before) {
    if (existsSync(file) && readFileSync(file, 'utf8') === text) continue;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

/**
 * Entities against a migrated database.
 * @param {Record<string, string>} env with DATABASE_URL
 * @throws Error with the statements that are missing
 */
export async function checkMigrations(env) {
  await node(['--import', TYPESCRIPT, 'scripts/check-migrations.ts'], { env });
}
