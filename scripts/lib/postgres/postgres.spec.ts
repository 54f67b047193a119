import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { type EmbeddedPostgres, startPostgres } from './index.mjs';
import { readPostmaster } from './postmaster.mjs';

const query = async (url: string, text: string): Promise<unknown[]> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text)).rows;
  } finally {
    await client.end();
  }
};

describe('startPostgres', () => {
  let dataDir: string;
  let server: EmbeddedPostgres | undefined;
  beforeEach(() => (dataDir = mkdtempSync(join(tmpdir(), 'postgres-'))));
  afterEach(async () => {
    await server?.stop();
    server = undefined;
    rmSync(dataDir, { recursive: true });
  });

  const start = async (options: { settings?: Record<string, string>; port?: number } = {}): Promise<EmbeddedPostgres> => {
    server = await startPostgres({ dataDir, ...options });
    return server;
  };

  it('makes a cluster that only its password opens, on loopback, and stops it', async () => {
    const { url, stop, alive } = await start();
    expect(new URL(url).hostname).toBe('127.0.0.1');
    expect(await query(url, 'SHOW listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }]);
    expect(await query(url, 'SHOW synchronous_commit')).toEqual([{ synchronous_commit: 'on' }]);
    const wrong = new URL(url);
    wrong.password = 'guess';
    await expect(query(wrong.href, 'SELECT 1')).rejects.toThrow('password authentication failed');
    expect(statSync(join(dataDir, 'pg18.password')).mode & 0o777).toBe(0o600);
    await stop();
    expect(alive()).toBe(false);
    expect(existsSync(join(dataDir, 'pg18/postmaster.pid'))).toBe(false);
    await stop();
  });

  it('adopts the server that a killed launcher left', async () => {
    const first = await start();
    const second = await start();
    expect(second).toMatchObject({ adopted: true, pid: first.pid, url: first.url });
  });

  it('keeps what was committed when the server is killed, and takes the same port again', async () => {
    const { url, pid, port } = await start();
    await query(url, 'CREATE TABLE kept AS SELECT 42 AS answer');
    process.kill(pid, 'SIGKILL');
    const again = await start({ port });
    expect(again).toMatchObject({ adopted: false, port });
    expect(await query(again.url, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
  });

  it('is not misled by a process id that another program has now', async () => {
    await (await start()).stop();
    writeFileSync(join(dataDir, 'pg18/postmaster.pid'), `${process.pid}\n${dataDir}/pg18\n0\n5432\n\n127.0.0.1\n\nready\n`);
    const { pid } = await start();
    expect(readPostmaster(join(dataDir, 'pg18'))).toMatchObject({ pid, status: 'ready' });
  });

  it('says what the server said when it cannot start', async () => {
    await expect(start({ settings: { shared_buffers: 'plenty' } })).rejects.toThrow('invalid value for parameter "shared_buffers"');
  });
});
