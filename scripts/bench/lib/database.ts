import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { Client } from 'pg';
import { APP_ROLE } from '../../../libs/platform/database/database-urls.js';
import { startPostgres } from '../../lib/postgres/index.mjs';
import { cpuOfChildren } from './processes.js';

const ROOT = resolve(import.meta.dirname, '../../..');

/** Known on purpose: it guards nothing but figures. */
export const BENCH_SECRET = 'the-secret-of-a-database-that-holds-only-figures';
/** As public as the secret: nothing here is worth hiding. */
const BENCH_MASTER_KEY = Buffer.from('master key of figures, no secret').toString('base64');

/** A PostgreSQL of the figures' own, durable as the product's. */
export interface BenchDatabase {
  ownerUrl: string;
  /** Seconds of CPU its processes have used. */
  cpu(): number;
  /**
   * Statements of the application's role for each operation of `work`, as PostgreSQL counts them: those of functions not among them, and
   * what runs for less than half of the operations (a poll of the process) neither, nor the hint to the relay, which comes once in 5 ms at most.
   *
   * @param work answers how many operations it did
   */
  statementsEach(work: () => Promise<number>): Promise<number>;
  stop(): Promise<void>;
}

/** Starts it on `.data/bench/<name>` and applies the migrations; data stays there for the next run, what other names left is removed. */
export async function openBenchDatabase(name: string): Promise<BenchDatabase> {
  const home = resolve(ROOT, '.data/bench');
  const dataDir = resolve(home, name);
  mkdirSync(dataDir, { recursive: true });
  for (const other of readdirSync(home)) if (other !== name) rmSync(resolve(home, other), { recursive: true, force: true });
  const server = await startPostgres({ dataDir, settings: { shared_buffers: '512MB', max_wal_size: '2GB', shared_preload_libraries: 'pg_stat_statements' } });
  process.env['APP_SECRET'] = BENCH_SECRET;
  process.env['MASTER_KEY'] = BENCH_MASTER_KEY;
  const migrated = spawnSync(process.execPath, ['--import', resolve(ROOT, 'scripts/lib/typescript.mjs'), resolve(ROOT, 'scripts/migrate.ts')], {
    cwd: ROOT, encoding: 'utf8', env: { ...process.env, DATABASE_URL: server.url },
  });
  if (migrated.status !== 0) {
    await server.stop();
    throw new Error(`The migrations failed:\n${migrated.stdout}${migrated.stderr}`);
  }
  await asOwner(server.url, (client) => client.query('CREATE EXTENSION IF NOT EXISTS pg_stat_statements'));
  await track(server.url, 'none');
  return {
    ownerUrl: server.url, cpu: () => cpuOfChildren(server.pid), stop: () => server.stop(),
    statementsEach: async (work) => {
      await track(server.url, 'top');
      await asOwner(server.url, (client) => client.query('SELECT pg_stat_statements_reset()'));
      const operations = await work();
      await track(server.url, 'none');
      const { rows } = await asOwner(server.url, (client) => client.query<{ calls: number }>(
        `SELECT coalesce(sum(calls), 0)::int AS calls FROM pg_stat_statements WHERE userid = '${APP_ROLE}'::regrole AND calls * 2 > $1::int AND query NOT LIKE '%pg_notify%'`, [operations]));
      return (rows[0]?.calls ?? 0) / operations;
    },
  };
}

/** Tells every session whether to count statements. */
async function track(ownerUrl: string, what: 'none' | 'top'): Promise<void> {
  await asOwner(ownerUrl, async (client) => {
    await client.query(`ALTER SYSTEM SET pg_stat_statements.track = '${what}'`);
    await client.query('SELECT pg_reload_conf()');
    for (let shown = ''; shown !== what;) {
      const { rows } = await client.query<{ shown: string }>(`SELECT current_setting('pg_stat_statements.track') AS shown`);
      shown = rows[0]?.shown ?? what;
    }
  });
}

/** Runs work on one connection of the owner. */
export async function asOwner<T>(ownerUrl: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
