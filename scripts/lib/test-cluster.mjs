// A throw-away PostgreSQL for one test run, with the migrated database that every test file copies.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { startPostgres } from './postgres/index.mjs';
import { isAlive, readPostmaster } from './postgres/postmaster.mjs';

const ROOT = resolve(import.meta.dirname, '../..');
const PREFIX = 'throughline-test-';
/** Known on purpose: it guards nothing but databases that die with the run. */
export const TEST_SECRET = 'test-secret-of-a-database-that-dies-with-the-run';
const TEST_MASTER_KEY = Buffer.from('test master key, known on purpos').toString('base64');

/**
 * @returns {Promise<{ env: Record<string, string>, stop: () => Promise<void> }>} `env` is what libs/testing reads.
 * @throws Error with the migration's own output when a migration fails
 */
export async function startTestCluster() {
  removeLeftovers();
  const dataDir = join(tmpdir(), `${PREFIX}${process.pid}`);
  rmSync(dataDir, { recursive: true, force: true });
  mkdirSync(dataDir, { mode: 0o755 });
  // Nothing here outlives the run, so durability is traded for speed; the product never runs so.
  const settings = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', max_wal_size: '2GB', autovacuum_naptime: '10s' };
  const server = await startPostgres({ dataDir, settings });
  const stop = async () => {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  const env = { NODE_ENV: 'test', APP_SECRET: TEST_SECRET, MASTER_KEY: TEST_MASTER_KEY, TEST_TEMPLATE: 'throughline' };
  const hook = new URL('./typescript.mjs', import.meta.url).href;
  const migrated = spawnSync(process.execPath, ['--import', hook, 'scripts/migrate.ts'], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, ...env, DATABASE_URL: server.url },
  });
  if (migrated.status !== 0) {
    await stop();
    throw new Error(`The migrations failed:\n${migrated.stdout}${migrated.stderr}`);
  }
  const url = new URL(server.url);
  url.pathname = '/postgres';
  return { env: { ...env, TEST_DATABASE_URL: url.href }, stop };
}

// A run that was killed could not clean up after itself.
function removeLeftovers() {
  for (const name of readdirSync(tmpdir())) {
    if (!name.startsWith(PREFIX) || isAlive(Number(name.slice(PREFIX.length)))) continue;
    const dataDir = join(tmpdir(), name);
    try {
      for (const cluster of readdirSync(dataDir)) {
        const server = readPostmaster(join(dataDir, cluster));
        if (server && isAlive(server.pid)) process.kill(server.pid, 'SIGQUIT');
      }
      rmSync(dataDir, { recursive: true, force: true });
    } catch {
      // Another user's run, or one that is being removed at this moment.
    }
  }
}
