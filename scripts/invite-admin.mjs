// npm run invite:admin -- --organization <slug> --name <person> --email <address> [--create <name>]: the first administrator of an organization.
// Uses the database of DATABASE_URL, else the embedded one in DATA_DIR (running or not).
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { startPostgres } from './lib/postgres/index.mjs';
import { ROOT, run } from './lib/run.mjs';
import { fail } from './lib/say.mjs';
import { loadSecrets } from './lib/secrets.mjs';
import { secretVariable, withoutFiles } from './lib/variables.mjs';

const TYPESCRIPT = new URL('./lib/typescript.mjs', import.meta.url).href;

try {
  const dataDir = resolve(ROOT, process.env.DATA_DIR ?? '.data');
  mkdirSync(dataDir, { recursive: true });
  const given = secretVariable('DATABASE_URL');
  const server = given ? null : await startPostgres({ dataDir });
  try {
    const env = { ...withoutFiles(), ...loadSecrets(dataDir), DATABASE_URL: given ?? server.url, DATA_DIR: dataDir };
    const { code } = await run(process.execPath, ['--import', TYPESCRIPT, resolve(ROOT, 'scripts/invite-admin.ts'), ...process.argv.slice(2)], { env, cwd: process.cwd(), show: true });
    process.exitCode = code;
  } finally {
    // A server that was running before belongs to whoever started it.
    if (server && !server.adopted) await server.stop();
  }
} catch (error) {
  fail(error);
}
