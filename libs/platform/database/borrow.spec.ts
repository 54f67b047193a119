import { Client, Pool } from 'pg';
import { createTestDatabase, until, type TestDatabase } from '../../testing/index.js';
import { borrow } from './borrow.js';

describe('borrow', () => {
  let database: TestDatabase;
  let owner: Client;
  let pool: Pool;
  beforeAll(async () => {
    database = await createTestDatabase();
    owner = new Client({ connectionString: database.ownerUrl });
    await owner.connect();
    pool = new Pool({ connectionString: database.appUrl, max: 1 });
    pool.on('error', () => undefined);
  });
  afterAll(async () => {
    await pool.end();
    await owner.end();
    await database.drop();
  });

  const pidOn = async (client: { query: Client['query'] }): Promise<number> => (await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')).rows[0]?.pid ?? 0;

  it('gives a working connection back', async () => {
    const pids = [await borrow(pool, pidOn), await borrow(pool, pidOn)];
    expect(pids[0]).toBe(pids[1]);
  });

  it('outlives a connection that breaks between two statements, and does not use it again', async () => {
    let gone = 0;
    const work = borrow(pool, async (client) => {
      gone = await pidOn(client);
      await owner.query('SELECT pg_terminate_backend($1)', [gone]);
      await until('the server to be gone', async () => (await owner.query('SELECT 1 FROM pg_stat_activity WHERE pid = $1', [gone])).rowCount === 0);
      await new Promise((later) => setImmediate(later));
      await client.query('SELECT 1');
    });
    await expect(work).rejects.toThrow();
    expect(await borrow(pool, pidOn)).not.toBe(gone);
  });

  it('throws a connection away whose work failed', async () => {
    let first = 0;
    await expect(borrow(pool, async (client) => {
      first = await pidOn(client);
      await client.query('BEGIN');
      throw new Error('no');
    })).rejects.toThrow('no');
    expect(await borrow(pool, pidOn)).not.toBe(first);
  });
});
