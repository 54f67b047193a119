import { Client, Pool } from 'pg';
import { createTestDatabase, until, type TestDatabase } from '../../testing/index.js';
import { SteadyClient } from './steady-client.js';

describe('SteadyClient', () => {
  let database: TestDatabase;
  let owner: Client;
  let pool: Pool;
  beforeAll(async () => {
    database = await createTestDatabase();
    owner = new Client({ connectionString: database.ownerUrl });
    await owner.connect();
    pool = new Pool({ connectionString: database.appUrl, max: 1, Client: SteadyClient });
  });
  afterAll(async () => {
    await pool.end();
    await owner.end();
    await database.drop();
  });

  it('outlives its loss while it is borrowed and nobody listens, and is not taken back', async () => {
    const client = await pool.connect();
    const { rows: [row] } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    // The pool has taken its own listener away: an error event would end the process.
    expect(client.listenerCount('error')).toBe(1);
    const ended = new Promise((done) => client.once('end', done));
    await owner.query('SELECT pg_terminate_backend($1)', [row?.pid]);
    await until('the server to be gone', async () => (await owner.query('SELECT 1 FROM pg_stat_activity WHERE pid = $1', [row?.pid])).rowCount === 0);
    await ended;
    await expect(client.query('SELECT 1')).rejects.toThrow();
    client.release();
    const { rows: [next] } = await pool.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    expect(next?.pid).not.toBe(row?.pid);
  });
});
