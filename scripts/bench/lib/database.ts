import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { Client } from 'pg';
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
  stop(): Promise<void>;
}

/** Starts it on `.data/bench` and applies the migrations; data stays there for the next run. */
export async function openBenchDatabase(): Promise<BenchDatabase> {
  const dataDir = resolve(ROOT, '.data/bench');
  mkdirSync(dataDir, { recursive: true });
  const server = await startPostgres({ dataDir, settings: { shared_buffers: '512MB', max_wal_size: '2GB' } });
  process.env['APP_SECRET'] = BENCH_SECRET;
  process.env['MASTER_KEY'] = BENCH_MASTER_KEY;
  const migrated = spawnSync(process.execPath, ['--import', resolve(ROOT, 'scripts/lib/typescript.mjs'), resolve(ROOT, 'scripts/migrate.ts')], {
    cwd: ROOT, encoding: 'utf8', env: { ...process.env, DATABASE_URL: server.url },
  });
  if (migrated.status !== 0) {
    await server.stop();
    throw new Error(`The migrations failed:\n${migrated.stdout}${migrated.stderr}`);
  }
  return { ownerUrl: server.url, cpu: () => cpuOfChildren(server.pid), stop: () => server.stop() };
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
