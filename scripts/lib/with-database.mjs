import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { startPostgres } from './postgres/index.mjs';
import { ROOT, run } from './run.mjs';
import { fail } from './say.mjs';
import { loadSecrets } from './secrets.mjs';
import { secretVariable, withoutFiles } from './variables.mjs';

const TYPESCRIPT = new URL('./typescript.mjs', import.meta.url).href;

/**
 * Runs a command of ours with this process's arguments beside the database of DATABASE_URL, else the embedded one in DATA_DIR (running or
 * not), and ends as it ended.
 *
 * @param {string} script file below scripts/: `invite-admin.ts`
 */
export async function runWithDatabase(script) {
  try {
    const dataDir = resolve(ROOT, process.env.DATA_DIR ?? '.data');
    mkdirSync(dataDir, { recursive: true });
    const given = secretVariable('DATABASE_URL');
    const server = given ? null : await startPostgres({ dataDir });
    try {
      const env = { ...withoutFiles(), ...loadSecrets(dataDir), DATABASE_URL: given ?? server.url, DATA_DIR: dataDir };
      const { code } = await run(process.execPath, ['--import', TYPESCRIPT, resolve(ROOT, 'scripts', script), ...process.argv.slice(2)], { env, cwd: process.cwd(), show: true });
      process.exitCode = code;
    } finally {
      // A server that was running before belongs to whoever started it.
      if (server && !server.adopted) await server.stop();
    }
  } catch (error) {
    fail(error);
  }
}
