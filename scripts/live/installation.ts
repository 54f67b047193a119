import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Client } from 'pg';
import { freePort } from '../lib/ports.mjs';
import { startPostgres } from '../lib/postgres/index.mjs';
import { KeptProcess } from './kept-process.js';

const ROOT = resolve(import.meta.dirname, '../..');
const SECRET = 'the-secret-of-an-installation-that-lives-for-minutes';
const MASTER_KEY = Buffer.from('master key of a few minutes only').toString('base64');

/** A whole installation for minutes: PostgreSQL as durable as the product's, API and worker as processes of their own. */
export class Installation {
  private constructor(
    readonly ownerUrl: string,
    readonly apis: readonly KeptProcess[],
    readonly worker: KeptProcess,
    /** Of each API process: `http://127.0.0.1:<port>` */
    readonly urls: readonly string[],
    private readonly postgres: { pid: () => number; restart: () => Promise<void>; stop: () => Promise<void> },
    private readonly folder: string,
  ) {}

  /**
   * @param prepare fills the database after its migrations, before API and worker start
   * @param options.apis processes of the API, one unless more are asked for
   * @param options.redisUrl what carries word between them; REDIS_URL, or else PostgreSQL, when absent
   */
  static async start(prepare: (ownerUrl: string) => Promise<void>, options: { apis?: number; redisUrl?: string } = {}): Promise<Installation> {
    const folder = mkdtempSync(join(tmpdir(), 'throughline-live-'));
    const logs = resolve(ROOT, '.data/verify');
    mkdirSync(logs, { recursive: true });
    const settings = { synchronous_commit: 'on', shared_buffers: '256MB' };
    const port = await freePort();
    let server = await startPostgres({ dataDir: folder, settings, port });
    const stop = async (): Promise<void> => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    };
    try {
      migrate(server.url);
      await prepare(server.url);
      const ports = await Promise.all(Array.from({ length: options.apis ?? 1 }, () => freePort()));
      const urls = ports.map((each) => `http://127.0.0.1:${each}`);
      const env = {
        DATABASE_URL: server.url, APP_SECRET: SECRET, MASTER_KEY, NODE_ENV: 'test', LOG_LEVEL: 'info', HOST: '127.0.0.1',
        PUBLIC_URL: urls[0]!, SOCKETS_PER_ADDRESS: '100000', RATE_LIMIT_ADDRESS_PER_MINUTE: '0', RATE_LIMIT_ACTOR_PER_MINUTE: '0',
        REDIS_URL: options.redisUrl ?? process.env['REDIS_URL'] ?? '',
      };
      const apis: KeptProcess[] = [];
      for (const [index, each] of ports.entries()) {
        const log = join(logs, index === 0 ? 'live-api.log' : `live-api-${index + 1}.log`);
        apis.push(await new KeptProcess('apps/api/src/main.ts', { ...env, PORT: String(each) }, /"msg":"listening"/, log).start());
      }
      const worker = await new KeptProcess('apps/worker/src/main.ts', { ...env, PORT: String(ports[0]) }, /worker ready/, join(logs, 'live-worker.log')).start();
      const postgres = {
        pid: () => server.pid,
        restart: async () => void (server = await startPostgres({ dataDir: folder, settings, port })),
        stop,
      };
      return new Installation(server.url, apis, worker, urls, postgres, folder);
    } catch (error) {
      await stop();
      throw error;
    }
  }

  /** The only API process, or the first. */
  get api(): KeptProcess {
    return this.apis[0]!;
  }

  /** Where it answers. */
  get url(): string {
    return this.urls[0]!;
  }

  /** kill -9 of PostgreSQL, then its start on the same files and port. */
  async crashPostgres(): Promise<void> {
    process.kill(this.postgres.pid(), 'SIGKILL');
    await this.postgres.restart();
  }

  /** Runs work on one connection of the owner. */
  async asOwner<T>(work: (client: Client) => Promise<T>): Promise<T> {
    return asOwner(this.ownerUrl, work);
  }

  async stop(): Promise<void> {
    await Promise.all([...this.apis, this.worker].map((each) => each.kill('SIGTERM')));
    await this.postgres.stop();
  }
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

function migrate(ownerUrl: string): void {
  // Whoever prepares the database in this process seals with the same key.
  Object.assign(process.env, { APP_SECRET: SECRET, MASTER_KEY });
  const done = spawnSync(process.execPath, ['--import', resolve(ROOT, 'scripts/lib/typescript.mjs'), resolve(ROOT, 'scripts/migrate.ts')], {
    cwd: ROOT, encoding: 'utf8', env: { ...process.env, DATABASE_URL: ownerUrl },
  });
  if (done.status !== 0) throw new Error(`The migrations failed:\n${done.stdout}${done.stderr}`);
}
