import { rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ModuleMetadata } from '@nestjs/common';
import { Config, loadConfig, type Settings } from '@throughline/platform/config';
import { createLogger } from '@throughline/platform/observability';
import { Writable } from 'node:stream';
import { type ApiApp, createApiApp } from '../../../apps/api/src/create-api-app.js';
import { createTestDatabase, type TestDatabase } from '../database.js';

/** A running API of one test file, with a database of its own. */
export interface TestApi {
  /** `http://127.0.0.1:<port>` */
  url: string;
  config: Config;
  app: ApiApp;
  database: TestDatabase;
  /** Everything it logged so far. */
  log(): string;
  close(): Promise<void>;
}

/**
 * Boots the whole API on a free port.
 *
 * @param options.settings differ from what the environment says
 * @param options.features instead of the product's own
 * @param options.database of another one: a second instance, which leaves it in place when it closes
 */
export async function bootApi(options: { settings?: Partial<Settings>; features?: NonNullable<ModuleMetadata['imports']>; database?: TestDatabase } = {}): Promise<TestApi> {
  const database = options.database ?? (await createTestDatabase());
  const lines: string[] = [];
  const sink = new Writable({ write: (chunk: Buffer, _, done) => (lines.push(chunk.toString()), done()) });
  try {
    const base = loadConfig({ ...process.env, DATABASE_URL: database.ownerUrl, NODE_ENV: 'test' });
    // Made with the first file; instances on one database share it.
    const directory = join(tmpdir(), `throughline-files-${new URL(database.ownerUrl).pathname.slice(1)}`);
    const config = new Config({ ...base, databasePoolSize: 8, storage: { kind: 'DISK', directory }, ...options.settings });
    const app = await createApiApp(config, { logger: createLogger('debug', 'api', sink), ...(options.features ? { features: options.features } : {}) });
    await app.nest.listen(0, '127.0.0.1');
    const { port } = app.nest.getHttpServer().address() as AddressInfo;
    return {
      url: `http://127.0.0.1:${port}`,
      config,
      app,
      database,
      log: () => lines.join(''),
      close: async () => {
        await app.frontDoor.close(1_000);
        await app.nest.close();
        if (options.database) return;
        await database.drop();
        await rm(directory, { recursive: true, force: true });
      },
    };
  } catch (error) {
    if (!options.database) await database.drop();
    throw error;
  }
}
