import { Client } from 'pg';
import { createTestDatabase, type TestDatabase } from './database.js';

describe('createTestDatabase', () => {
  let database: TestDatabase;
  beforeAll(async () => (database = await createTestDatabase()));
  afterAll(() => database.drop());

  const ask = async (url: string, sql: string): Promise<unknown[]> => {
    const client = new Client({ connectionString: url });
    await client.connect();
    try {
      return (await client.query<Record<string, unknown>>(sql)).rows;
    } finally {
      await client.end();
    }
  };

  it('lets the owner, the application and the relay sign in, each as itself', async () => {
    const who = 'SELECT current_user AS name, current_setting($$is_superuser$$) AS superuser';
    expect(await ask(database.ownerUrl, who)).toEqual([{ name: 'throughline', superuser: 'on' }]);
    expect(await ask(database.appUrl, who)).toEqual([{ name: 'throughline_app', superuser: 'off' }]);
    expect(await ask(database.relayUrl, who)).toEqual([{ name: 'throughline_relay', superuser: 'off' }]);
  });

  it('has the migrations applied and no events', async () => {
    expect(await ask(database.ownerUrl, 'SELECT count(*)::int AS events FROM event')).toEqual([{ events: 0 }]);
  });

  it('is separate from the next one', async () => {
    const other = await createTestDatabase();
    await ask(other.ownerUrl, 'CREATE TABLE only_there (id int)');
    expect(await ask(database.ownerUrl, "SELECT to_regclass('only_there') AS found")).toEqual([{ found: null }]);
    await other.drop();
  });
});
